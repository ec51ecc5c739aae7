import { describe, expect, it } from 'vitest';
import { openSite } from '../open-site.js';

// What is expected here is what Material 9 builds with MkDocs 1.6.
describe('the slug of a post of Material’s blog', () => {
  it.each([
    ['# Hello *World* & Co\n\nWords.', 'hello-world--co'],
    ['\n\n# First\n\n# Second', 'first'],
    ['Words before.\n\n# Heading', 'some-file-name'],
    ['## Level two', 'some-file-name'],
    ['Set out\n=======\n\nWords.', 'some-file-name'],
    ['Only words.', 'some-file-name'],
  ])('is made of the first line, or of the file: %j', async (body, slug) => {
    const { urls } = await openSite({
      'mkdocs.yml': 'site_name: x\nplugins: [blog]\n',
      'docs/blog/posts/some-file_name.md': `---\ndate: 2024-01-05\n---\n${body}\n`,
    });
    expect(urls).toEqual({ 'docs/blog/posts/some-file_name.md': `/blog/2024/01/05/${slug}/` });
  });
});
