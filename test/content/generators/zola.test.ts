import { describe, expect, it } from 'vitest';
import { openSite } from '../open-site.js';

describe('what Zola’s ignored_content leaves out', () => {
  it.each([
    ['*.skip.md', 'content/blog/deep/a.skip.md'],
    ['*.skip.md', 'content/a.skip.md'],
    ['**/secret', 'content/blog/secret/a.md'],
    ['secret/*', 'content/secret/a.md'],
    ['*.{graphml,skip.md}', 'content/blog/a.skip.md'],
  ])('by %s is %s', async (pattern, path) => {
    const site = await openSite({
      'config.toml': `base_url = "/"\nignored_content = ["${pattern}"]\n`,
      [path]: '+++\n+++\nWords.',
      'content/shown.md': '+++\n+++\nWords.',
    });
    expect(site.skip(path).reason).toBe('not-a-post');
    expect(site.urls).toEqual({ 'content/shown.md': '/shown/' });
  });
});
