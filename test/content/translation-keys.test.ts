import { describe, expect, test } from 'vitest';
import { groupTranslations } from '../../src/documents/translations.js';
import type { Post } from '../../src/domain/post.js';
import { openSite } from './open-site.js';

const docusaurus = `export default {
  baseUrl: '/', i18n: { defaultLocale: 'en', locales: ['en', 'de'] },
  presets: [['classic', { docs: {}, blog: {} }]],
};`;

const words = 'Words.';

describe('translations of one post', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly (readonly string[])[]]>([
    [
      'Hugo: suffixes',
      {
        'hugo.toml':
          'defaultContentLanguage = "en"\n[languages.en]\nweight = 1\n[languages.de]\nweight = 2\n',
        'content/posts/a.md': '+++\ntitle = "A"\ndate = 2024-01-01\n+++\nWords.',
        'content/posts/a.de.md': '+++\ntitle = "A"\ndate = 2024-01-01\n+++\nWords.',
        'content/posts/b.de.md': '+++\ntitle = "B"\ndate = 2024-01-01\n+++\nWords.',
      },
      [['content/posts/a.de.md', 'content/posts/a.md']],
    ],
    [
      'Hugo: folders that are called otherwise',
      {
        'hugo.toml':
          'defaultContentLanguage = "en"\n[languages.en]\ncontentDir = "content/english"\n[languages.de]\ncontentDir = "content/german"\n',
        'content/english/posts/a.md': '+++\ntitle = "A"\ndate = 2024-01-01\n+++\nWords.',
        'content/german/posts/a.md': '+++\ntitle = "A"\ndate = 2024-01-01\n+++\nWords.',
        'content/german/posts/b.md':
          '+++\ntitle = "B"\ndate = 2024-01-01\ntranslationKey = "own"\n+++\nWords.',
        'content/english/posts/c.md':
          '+++\ntitle = "C"\ndate = 2024-01-01\ntranslationKey = "own"\n+++\nWords.',
      },
      [
        ['content/english/posts/a.md', 'content/german/posts/a.md'],
        ['content/english/posts/c.md', 'content/german/posts/b.md'],
      ],
    ],
    [
      'Docusaurus',
      {
        'docusaurus.config.js': docusaurus,
        'blog/2024-01-02-a.md': words,
        'docs/a.md': words,
        'i18n/de/docusaurus-plugin-content-blog/2024-01-02-a.md': words,
        'i18n/de/docusaurus-plugin-content-docs/current/a.md': words,
      },
      [
        ['blog/2024-01-02-a.md', 'i18n/de/docusaurus-plugin-content-blog/2024-01-02-a.md'],
        ['docs/a.md', 'i18n/de/docusaurus-plugin-content-docs/current/a.md'],
      ],
    ],
    [
      'Jekyll with a folder a language',
      {
        '_config.yml': 'title: x',
        '_posts/en/2019-05-20-a.md': words,
        '_posts/cs/2019-05-20-a-cs.md': words,
        '_posts/en/2019-05-21-b.md': words,
        '_posts/cs/2019-05-22-c.md': words,
      },
      [['_posts/cs/2019-05-20-a-cs.md', '_posts/en/2019-05-20-a.md']],
    ],
    [
      'Astro',
      {
        'astro.config.mjs': 'export default {};',
        'src/content/blog/en/a.md': '---\ntitle: A\n---\nWords.',
        'src/content/blog/de/a.md': '---\ntitle: A\n---\nWords.',
        'src/content/blog/de/b.md': '---\ntitle: B\n---\nWords.',
      },
      [['src/content/blog/de/a.md', 'src/content/blog/en/a.md']],
    ],
  ])('%s', async (_name, files, expected) => {
    const { post, content } = await openSite(files, { urlTemplate: '/:path/' });
    const posts = content.files.flatMap((file): readonly Post[] => {
      try {
        return [post(file)];
      } catch {
        return [];
      }
    });
    const groups = new Map<number, string[]>();
    for (const [{ id }, { group }] of groupTranslations(posts))
      groups.set(group, [...(groups.get(group) ?? []), id].sort());
    expect([...groups.values()].sort()).toEqual(expected);
  });
});
