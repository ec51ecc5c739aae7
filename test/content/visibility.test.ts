import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FrontMatter, toEntries } from '../../src/content/front-matter/front-matter.js';
import { findExpiry, hideByDate } from '../../src/content/visibility/by-date.js';
import type { VisibilityRules } from '../../src/content/visibility/hidden.js';
import { openSite, readPlain } from './open-site.js';

const reasonOf = async (frontMatter: string): Promise<string> => {
  const outcome = (await readPlain(`---\ntitle: A\n${frontMatter}\n---\nbody\n`)).outcomes.get('post.md');
  return outcome?.kind === 'skip' ? `${outcome.skip.reason}:${outcome.skip.line ?? ''}` : 'post';
};

describe('hide signals of every generator', () => {
  it.each([
    ['draft: true', 'draft:3'],
    ['draft: "true"', 'draft:3'],
    ['draft: yes', 'draft:3'],
    ['draft: "Yes"', 'draft:3'],
    ['draft: 1', 'draft:3'],
    ['draft: on', 'draft:3'],
    ['draft: until friday', 'draft:3'],
    ['draft: [false, true]', 'draft:3'],
    ['published: [true, false]', 'unpublished:3'],
    ['Draft: true', 'draft:3'],
    ['is_draft: true', 'draft:3'],
    ['status: draft', 'draft:3'],
    ['status: Hidden', 'unpublished:3'],
    ['published: false', 'unpublished:3'],
    ['published: no', 'unpublished:3'],
    ['published: "off"', 'unpublished:3'],
    ['published: 0', 'unpublished:3'],
    ['published:', 'unpublished:3'],
    ['published: later', 'unpublished:3'],
    ['publish: false', 'unpublished:3'],
    ['unlisted: true', 'unpublished:3'],
    ['private: true', 'unpublished:3'],
    ['hidden: yes', 'unpublished:3'],
    ['headless: true', 'unpublished:3'],
    ['password: secret', 'unpublished:3'],
    ['permalink: false', 'unpublished:3'],
    ['permalink: {build: false}', 'unpublished:3'],
    ['eleventyExcludeFromCollections: true', 'unpublished:3'],
    ['search: false', 'unpublished:3'],
    ['search: {exclude: true}', 'unpublished:3'],
    ['pagefind: false', 'unpublished:3'],
    ['build: {render: never}', 'unpublished:3'],
    ['_build: {list: false}', 'unpublished:3'],
    ['render: false', 'unpublished:3'],
    ['in_search_index: false', 'unpublished:3'],
    ['extra: {draft: true}', 'draft:3'],
    ['params: {private: true}', 'unpublished:3'],
    ['date: 2999-01-01', 'future:3'],
    ['publishDate: 2999-01-01', 'future:3'],
    ['published: 2999-01-01', 'future:3'],
    ['pub_date: Jan 1 2999', 'future:3'],
    ['date: 2026-11-23 12:00:01', 'future:3'],
    ['expiryDate: 2020-01-01', 'expired:3'],
    ['expirydate: "2020-01-01"', 'expired:3'],
    ['expires: 2026-11-23 12:00:00', 'expired:3'],
    ['unpublishDate: 2020-01-01', 'expired:3'],
    ['date: sometime', 'invalid-post:3'],
    ['expiryDate: whenever', 'invalid-post:3'],
    ['date: yes', 'invalid-post:3'],
    ['date: false', 'invalid-post:3'],
    ['date: 31/12/2999', 'invalid-post:3'],
    ['draft: false', 'post'],
    ['draft: "no"', 'post'],
    ['draft:', 'post'],
    ['published: true', 'post'],
    ['published: 2019-01-01', 'post'],
    ['publish: yes', 'post'],
    ['permalink: /a/', 'post'],
    ['permalink:', 'post'],
    ['search: {boost: 2}', 'post'],
    ['hide: [toc]', 'post'],
    ['status: published', 'post'],
    ['build: {list: always}', 'post'],
    ['date: 2026-11-23 12:00:00', 'post'],
    ['date: 2999-01-01\npublishDate: 2019-01-01', 'post'],
    ['expiryDate: 2999-01-01', 'post'],
    ['expiryDate: never', 'post'],
    ['date: git Last Modified', 'post'],
    ['updated: whenever', 'post'],
  ])('%s', async (line, expected) => {
    expect(await reasonOf(line)).toBe(expected);
  });

  it('says when a future post is due, and when a public one ends', async () => {
    const { outcomes } = await readPlain('---\ntitle: A\ndate: 2999-01-01\n---\n');
    expect(outcomes.get('post.md')).toMatchObject({ due: Date.parse('2999-01-01T00:00:00Z') / 1000 });
    const { post } = await readPlain('---\ntitle: A\nexpiryDate: 2999-01-01\n---\n');
    expect(post('post.md').expires).toBe(Date.parse('2999-01-01T00:00:00Z') / 1000);
  });

  it('judges the future in the time zone of the site', async () => {
    const source = '---\ntitle: A\ndate: 2026-11-23 13:00\n---\n';
    expect((await readPlain(source)).skip('post.md').reason).toBe('future');
    expect((await readPlain(source, { timeZone: 'Europe/Prague' })).post('post.md').date?.day).toBe(
      '2026-11-23',
    );
  });

  it('takes the date of a path as seriously as one in front matter', async () => {
    const { skip, post } = await openSite(
      {
        '_posts/2999-01-01-later.md': '---\n---\nbody',
        '_posts/2999-01-02-moved.md': '---\ndate: 2019-01-01\n---\nbody',
      },
      { generator: 'jekyll' },
    );
    expect(skip('_posts/2999-01-01-later.md').reason).toBe('future');
    expect(post('_posts/2999-01-02-moved.md').date?.day).toBe('2019-01-01');
  });

  it('reads what Ruby reads, where Ruby would put it', async () => {
    const { urls } = await openSite(
      {
        '_config.yml': 'permalink: /:year/:month/:day/:title/\ntimezone: America/New_York\n',
        '_posts/2017-02-10-a.md': '---\ntitle: A\ndate: 2017-02-10 00:10::00 -03:00\n---\nbody\n',
        '_posts/2021-09-03-b.md': '---\ntitle: B\ndate: Fri Sep  3 00:21:31 CEST 2021\n---\nbody\n',
      },
      { posts: '_posts' },
    );
    expect(urls).toEqual({ '2017-02-10-a.md': '/2017/02/10/a/', '2021-09-03-b.md': '/2021/09/03/b/' });
  });

  it('never quotes the words of a hidden post', async () => {
    const { skip } = await readPlain(
      '---\ntitle: Acquisition\ndraft: true\n---\nThe merger closes on Monday.\n',
    );
    expect(JSON.stringify(skip('post.md'))).not.toMatch(/Acquisition|merger|Monday/);
    const locked = await readPlain('---\ntitle: A\npassword: hunter2\n---\n');
    expect(JSON.stringify(locked.skip('post.md'))).not.toContain('hunter2');
  });

  it('lets the author follow Jekyll to the letter', async () => {
    const files = {
      '_posts/2019-01-01-a.md': '---\ndraft: true\n---\nbody',
      '_drafts/b.md': '---\n---\nbody',
    };
    const { outcomes, skip } = await openSite(files, { generator: 'jekyll', jekyllDrafts: 'follow' });
    expect(outcomes.get('_posts/2019-01-01-a.md')?.kind).toBe('post');
    expect(skip('_drafts/b.md').reason).toBe('draft');
    expect((await openSite(files, { generator: 'jekyll' })).skip('_posts/2019-01-01-a.md').reason).toBe(
      'draft',
    );
  });
});

describe('any spelling of a hide signal', () => {
  const letterCase = (name: string) =>
    fc.constantFrom(
      name,
      name.toUpperCase(),
      name.charAt(0).toUpperCase() + name.slice(1),
      name.replace(/(?<=.)(?=[A-Z])/g, '_').toLowerCase(),
    );
  const hiding = fc.tuple(
    fc
      .constantFrom(
        'draft',
        'unlisted',
        'private',
        'hidden',
        'headless',
        'isDraft',
        'eleventyExcludeFromCollections',
      )
      .chain(letterCase),
    fc.constantFrom('true', 'yes', 'on', '1', '"true"', "'YES'", 'True', '" on "'),
  );
  const showing = fc.tuple(
    fc.constantFrom('published', 'publish', 'permalink', 'search', 'inSearchIndex').chain(letterCase),
    fc.constantFrom('false', 'no', 'off', '0', '"false"', "'No'", 'False', '" off "'),
  );
  const innocent = fc.constantFrom(
    'layout: post',
    'tags: [a, b]',
    'author: B',
    'weight: 3',
    'toc: true',
    'comments: false',
    'date: 2019-05-20',
  );

  it('hides, wherever it stands', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(hiding, showing),
        fc.uniqueArray(innocent),
        fc.uniqueArray(innocent),
        async ([name, value], before, after) => {
          const lines = [...before, `${name}: ${value}`, ...after.filter((line) => !before.includes(line))];
          expect(await reasonOf(lines.join('\n'))).toMatch(/^(?:draft|unpublished):/);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a name that says draft', () => {
  it.each(['a.draft.md', 'blog/A.Draft.mdx', 'a.drafts.html'])('hides %s', async (file) => {
    const site = await openSite({ [file]: '---\ntitle: A\n---\n\nWords.' }, { generator: 'plain' });
    expect(site.skip(file).reason).toBe('draft');
  });

  it.each(['draft.md', 'my-draft.md', 'a.draft/b.md', 'first.drafty.md'])('but not %s', async (file) => {
    const site = await openSite({ [file]: '---\ntitle: A\n---\n\nWords.' }, { generator: 'plain' });
    expect(site.post(file).title).toBe('A');
  });
});

describe('dates at the moment of the build', () => {
  const now = 1_600_000_000;
  const rules: VisibilityRules = { now, timeZone: 'UTC', draftHides: true, show: [], noindex: 'skip' };
  const at = (key: string, seconds: number): FrontMatter => toEntries({ [key]: seconds });

  it('are past: a post is seen from its second on, and until that of its expiry', () => {
    expect(hideByDate(at('date', now), undefined, rules)).toBeUndefined();
    expect(hideByDate(at('date', now + 1), undefined, rules)).toMatchObject({ reason: 'future' });
    expect(hideByDate(at('expires', now), undefined, rules)).toMatchObject({ reason: 'expired' });
    expect(hideByDate(at('expires', now + 1), undefined, rules)).toBeUndefined();
    const midnight = Date.parse('2020-09-13T00:00:00Z') / 1000;
    expect(hideByDate([], '2020-09-13', { ...rules, now: midnight })).toBeUndefined();
    expect(hideByDate([], '2020-09-13', { ...rules, now: midnight - 1 })).toMatchObject({ due: midnight });
  });

  it('hide until the last of them is past, and for good from the first on', () => {
    for (const [first, second] of [
      [10, 20],
      [20, 10],
    ] as const) {
      const dated = toEntries({ date: now + first, published_at: now + second });
      expect(hideByDate(dated, undefined, rules)).toMatchObject({ due: now + 20 });
      const expiring = toEntries({ expires: now + first, unpublish_on: now + second });
      expect(findExpiry(expiring, rules)).toBe(now + 10);
    }
  });
});
