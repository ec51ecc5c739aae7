import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canHide } from '../../src/content/visibility/find-hide-signal.js';
import type { Notice } from '../../src/domain/skip.js';
import { openSite, readPlain, type SiteOptions } from './open-site.js';

const outcomeOf = async (frontMatter: string, options: SiteOptions = {}): Promise<string> => {
  const outcome = (await readPlain(`---\ntitle: A\n${frontMatter}\n---\nbody\n`, options)).outcomes.get(
    'post.md',
  );
  return outcome?.kind === 'skip' ? outcome.skip.reason : 'post';
};

const noticesOf = async (source: string, options: SiteOptions = {}): Promise<readonly Notice[]> => {
  const outcome = (await readPlain(source, options)).outcomes.get('post.md');
  return outcome?.kind === 'post' ? outcome.notices : [];
};

describe('every spelling of hidden', () => {
  it.each([
    // Ghost, WordPress, and what makes posts of their exports
    ['status: scheduled', 'unpublished'],
    ['status: auto-draft', 'draft'],
    ['status: Auto_Draft', 'draft'],
    ['status: pending', 'unpublished'],
    ['status: future', 'unpublished'],
    ['status: private', 'unpublished'],
    ['status: trash', 'unpublished'],
    ['status: inherit', 'unpublished'],
    ['status: sent', 'unpublished'],
    ['status: [draft]', 'draft'],
    ['status: Draft (second)', 'draft'],
    ['status: false', 'unpublished'],
    ['state: draft', 'draft'],
    ['privacy: private', 'unpublished'],
    ['audience: members', 'unpublished'],
    ['workflow_state: draft', 'draft'],
    ['review_status: Unpublished', 'unpublished'],
    ['do_not_publish: true', 'unpublished'],
    ['dg-publish: false', 'unpublished'],
    ['visible: PRIVATE', 'unpublished'],
    ['_discoverable: no', 'unpublished'],
    ['email_only: true', 'unpublished'],
    ['bookHidden: true', 'unpublished'],
    ['"draft\u200b": true', 'draft'],
    ['draft\u00a0: true', 'draft'],
    ['post_status: draft', 'draft'],
    ['post_status: future', 'unpublished'],
    ['post_status: seedling', 'unpublished'],
    ['wp:status: private', 'unpublished'],
    ['"wp:post_password": x', 'unpublished'],
    ['ghost_status: scheduled', 'unpublished'],
    ['post_password: x', 'unpublished'],
    ['visibility: private', 'unpublished'],
    ['visibility: members', 'unpublished'],
    ['visibility: paid', 'unpublished'],
    ['visibility: tiers', 'unpublished'],
    ['visibility: unlisted', 'unpublished'],
    ['visibility: password', 'unpublished'],
    ['visibility: [public, members]', 'unpublished'],
    ['visibility: {private: true}', 'unpublished'],
    ['visibility: false', 'unpublished'],
    ['access: members', 'unpublished'],
    ['access: nobody-knows', 'unpublished'],
    ['ghost: {status: draft}', 'draft'],
    ['ghost: {visibility: members}', 'unpublished'],
    ['wp: {post_status: pending}', 'unpublished'],
    ['wordpress: {post_password: x}', 'unpublished'],
    ['wordpress: {post_date: 2999-01-01}', 'future'],
    ['meta: {status: draft}', 'draft'],
    ['members_only: true', 'unpublished'],
    ['premium: true', 'unpublished'],
    ['scheduled: true', 'unpublished'],
    ['expired: true', 'expired'],
    // Not yet
    ['publish_at: 2999-01-01', 'future'],
    ['publish_date: 2999-01-01', 'future'],
    ['published_at: 2999-01-01', 'future'],
    ['scheduled: 2999-01-01', 'future'],
    ['scheduled_at: 2999-01-01', 'future'],
    ['scheduled_for: 2999-01-01', 'future'],
    ['go_live: 2999-01-01', 'future'],
    ['goLiveDate: 2999-01-01', 'future'],
    ['release_date: 2999-01-01', 'future'],
    ['embargo: 2999-01-01', 'future'],
    ['embargo_until: 2999-01-01', 'future'],
    ['available_from: 2999-01-01', 'future'],
    ['visible_from: 2999-01-01', 'future'],
    ['valid_from: 2999-01-01', 'future'],
    ['valid_from: 31/12/2999', 'invalid-post'],
    ['date: 2098', 'future'],
    ['date: "2098"', 'future'],
    ['date: 2098-06', 'future'],
    ['date: June 2098', 'future'],
    ['publish_at: soon', 'invalid-post'],
    // No more
    ['expiration_date: 2020-01-01', 'expired'],
    ['expires_at: 2020-01-01', 'expired'],
    ['expire: 2020-01-01', 'expired'],
    ['unpublish_at: 2020-01-01', 'expired'],
    ['valid_until: 2020-01-01', 'expired'],
    ['available_until: 2020-01-01', 'expired'],
    ['visible_until: 2020-01-01', 'expired'],
    ['expiration_date: 2020', 'expired'],
    // Said with nothing, or with what nobody knows
    ['published: ""', 'unpublished'],
    ['publish:', 'unpublished'],
    ['public: ""', 'unpublished'],
    ['visible: maybe', 'unpublished'],
    ['draft: in review', 'draft'],
    ['private: {toString: x}', 'unpublished'],
    ['draft: [a, b]', 'draft'],
    // Not to be found
    ['indexing: false', 'unpublished'],
    ['algolia: false', 'unpublished'],
    ['search: exclude', 'unpublished'],
    ['search: {enabled: false}', 'unpublished'],
    ['exclude_search: true', 'unpublished'],
    ['hiddenFromSearch: true', 'unpublished'],
    ['noindex: true', 'noindex'],
    ['noIndex: yes', 'noindex'],
    ['no_index: 1', 'noindex'],
    ['noindex: please', 'noindex'],
    ['robots: noindex', 'noindex'],
    ['robots: noindex, nofollow', 'noindex'],
    ['robots: "follow,NOINDEX"', 'noindex'],
    ['robots: none', 'noindex'],
    ['robots: [noindex, follow]', 'noindex'],
    ['robots: {index: false}', 'noindex'],
    ['robots: false', 'noindex'],
    ['googlebot: noindex', 'noindex'],
    ['meta_robots: noindex', 'noindex'],
    ['robotsNoIndex: true', 'noindex'],
    ['sitemap: false', 'noindex'],
    ['sitemap: no', 'noindex'],
    ['sitemap: {exclude: true}', 'noindex'],
    ['sitemap: {exclude: "yes"}', 'noindex'],
    ['sitemap: {disable: true}', 'noindex'],
    ['sitemap: {ignore: true}', 'noindex'],
    ['sitemap_exclude: true', 'noindex'],
    ['seo: {noindex: true}', 'noindex'],
    ['seo: {robots: noindex}', 'noindex'],
    ['seo: {meta: {robots: "noindex"}}', 'noindex'],
    ['meta: [{name: robots, content: "noindex, follow"}]', 'noindex'],
    ['head: [[meta, {name: robots, content: noindex}]]', 'noindex'],
    ['head: [{tag: meta, attrs: {name: robots, content: noindex}}]', 'noindex'],
    ['metadata: {robots: {index: false}}', 'noindex'],
    ['head: <meta name="robots" content="noindex">', 'noindex'],
    ['custom_head: |\n  <!-- -->\n  <META CONTENT="none" NAME="robots">', 'noindex'],
    ['head: {meta: [{name: googlebot, content: noindex}]}', 'noindex'],
    ['meta: {_yoast_wpseo_meta-robots-noindex: "1"}', 'noindex'],
    ['searchengine: false', 'noindex'],
    ['params: {robotsNoIndex: true}', 'noindex'],
    ['build: {list: local}', 'unpublished'],
  ])('%s', async (line, reason) => {
    expect(await outcomeOf(line)).toBe(reason);
  });
});

describe('what reads like it and is public', () => {
  it.each([
    'status: publish',
    'status: Published',
    'status: public',
    'status: live',
    'status: seedling',
    'status: accepted',
    'status: [evergreen]',
    'status:',
    'state: CA',
    'state: NO',
    'build_status: pending',
    'stage: final',
    'privacy: policy',
    'state: future work',
    'audience: developers',
    'post_status: publish',
    "post_password: ''",
    "password: ''",
    'password:',
    'visibility: public',
    'visibility: Public',
    'visibility: everyone',
    'visibility: true',
    'visibility:',
    'access: public',
    'access: [public]',
    'accessed: 2019-01-01',
    'accessibility: none',
    'ghost: {status: published, visibility: public}',
    "meta: {_edit_last: '1', _publicize_pending: '1', visibility: x, password: ''}",
    "published: true\nstatus: publish\npassword: ''\nmeta: {_edit_last: '1'}",
    'draft: no',
    'dg-publish: true',
    'visible: PUBLIC',
    'date:',
    "date: ''",
    'draft: []',
    'private: false',
    'hidden: 0',
    'premium: gold',
    'internal: ref-1',
    'scheduled: false',
    'embargo: none',
    'expired: false',
    'expires: 0',
    'publish_at: 2019-01-01',
    'release_date: 2019-01-01',
    'release_date: when it is done',
    'valid_until: further notice',
    'available_on: [PS5, Switch 2]',
    'hide_on: mobile',
    'online: false',
    'valid_until: 2999-01-01',
    'expires_at: 2999-01-01',
    'end_date: 2020-01-01',
    'event: {end_date: 2020-01-01, date: 2999-01-01}',
    'start_date: 2999-01-01',
    'year: 2098',
    'date: 2019',
    'date: "2019"',
    'noindex: false',
    'noindex:',
    'robots: all',
    'robots: index, follow',
    'robots: [index, follow]',
    'robots: {index: true}',
    'robots: max-snippet:-1',
    'robots:',
    'robotsNoIndex: false',
    'sitemap: true',
    'sitemap: {priority: 0.5, changefreq: never}',
    'sitemap: {exclude: false}',
    'sitemap: {disable: false}',
    'sitemap: main',
    'seo: {noindex: false, title: noindex}',
    'seo: {index: true}',
    'seo: false',
    'meta: [{name: robots, content: index}, {name: description, content: noindex}]',
    'head: [[meta, {name: robots, content: all}]]',
    'head: <meta name="robots" content="index"><!-- <meta name="robots" content="noindex"> -->',
    'description: <meta name="robots" content="noindex">',
    'meta: {_yoast_wpseo_meta-robots-noindex: "2"}',
    'description: noindex',
    'tags: [noindex, draft, private]',
    'indexing: true',
    'searchengine: google',
    'search: true',
    'permalink: /none/',
    'index: false',
    'hiddenInHomeList: true',
    'nav_exclude: true',
    'build: {list: always, render: always}',
  ])('%s', async (line) => {
    expect(await outcomeOf(line)).toBe('post');
  });
});

describe('a value that nobody knows', () => {
  it.each([
    ['visibility: members', 'visibility=members'],
    ['access: Staff only', 'access=Staff only'],
    ['draft: in review', 'draft=in review'],
    ['published: later', 'published=later'],
    ['publish: maybe', 'publish=maybe'],
    ['private: family', 'private=family'],
    ['status: sent', 'status=sent'],
    ['wp:status: custom', 'wp:status=custom'],
  ])('%s shows with the setting that its hint names', async (line, pair) => {
    const { skip } = await readPlain(`---\ntitle: A\n${line}\n---\nbody\n`);
    expect(skip('post.md').hint).toContain(`add ${JSON.stringify(pair)} to the setting show`);
    expect(skip('post.md').line).toBe(3);
    expect(await outcomeOf(line, { show: [pair] })).toBe('post');
    expect(await outcomeOf(line, { show: [pair.toUpperCase()] })).toBe('post');
    expect(await outcomeOf(line, { show: [`${pair}s`, 'other=x'] })).not.toBe('post');
  });

  it('of status shows with a notice, which the setting quiets', async () => {
    const source = '---\ntitle: A\nstatus: seedling\n---\nbody\n';
    expect(await noticesOf(source)).toMatchObject([
      { line: 3, message: 'has a status that hides nothing: "seedling"' },
    ]);
    expect(await noticesOf(source, { show: ['status=seedling'] })).toEqual([]);
    expect(await noticesOf('---\ntitle: A\nstatus: published\n---\nbody\n')).toEqual([]);
  });

  it('is never quoted where it is a secret, nor shown by a setting', async () => {
    for (const key of ['password', 'post_password', 'encrypt', 'passphrase']) {
      const { skip } = await readPlain(`---\ntitle: A\n${key}: hunter2\n---\nbody\n`);
      expect(JSON.stringify(skip('post.md'))).not.toContain('hunter2');
      expect(await outcomeOf(`${key}: hunter2`, { show: [`${key}=hunter2`] })).toBe('unpublished');
    }
  });

  it('does not show what clearly hides', async () => {
    expect(await outcomeOf('draft: true', { show: ['draft=true'] })).toBe('draft');
    expect(await outcomeOf('date: 2999-01-01', { show: ['date=2999-01-01'] })).toBe('future');
  });
});

describe('posts that search engines are asked to leave out', () => {
  it('are taken by a setting, unless something else hides them', async () => {
    expect(await outcomeOf('sitemap: false', { noindex: 'include' })).toBe('post');
    expect(await outcomeOf('robots: noindex\ndraft: true', { noindex: 'include' })).toBe('draft');
    expect(await outcomeOf('indexing: false', { noindex: 'include' })).toBe('unpublished');
  });
});

describe('what search engines are told within mappings', () => {
  it('is found as deep as a head may be, and no deeper', async () => {
    const nested = (names: string): string =>
      names.split(' ').reduceRight((inner, name) => `{${name}: ${inner}}`, 'true');
    expect(await outcomeOf(`head: ${nested('a b c d e noindex')}`)).toBe('noindex');
    expect(await outcomeOf(`head: ${nested('a b c d e f noindex')}`)).toBe('post');
  });

  it('hides although the setting shows one of several words', async () => {
    expect(await outcomeOf('private: maybe', { show: ['private=maybe'] })).toBe('post');
    expect(await outcomeOf('private: [maybe, other]', { show: ['private=maybe'] })).toBe('unpublished');
  });
});

describe('a head that asks search engines to leave the page out', () => {
  const robots = '<meta name="robots" content="noindex, follow">';

  it.each([
    ['in HTML', 'post.html', `<html><head><title>A</title>\n${robots}</head><body>words</body></html>`, 2],
    ['in HTML, twice', 'post.html', `<head>\n${robots}\n<title>A</title>\n${robots}</head>words`, 2],
    [
      'in HTML with front matter',
      'post.html',
      `---\ntitle: A\n---\n<META CONTENT=none NAME=Googlebot>\nwords`,
      4,
    ],
    [
      'in Docusaurus’s Markdown',
      'post.mdx',
      `---\ntitle: A\n---\n\n<head>\n  ${robots.replace('>', ' />')}\n</head>\n\nwords\n`,
      6,
    ],
  ])('%s', async (_, file, source, line) => {
    const { skip } = await openSite({ [file]: source }, { generator: 'plain' });
    expect(skip(file)).toMatchObject({ reason: 'noindex', line });
    const included = await openSite({ [file]: source }, { generator: 'plain', noindex: 'include' });
    expect(included.outcomes.get(file)?.kind).toBe('post');
  });

  it.each([
    [
      'a head that asks for nothing',
      'post.html',
      `<head><meta name="robots" content="index"></head><body>words</body>`,
    ],
    ['a comment', 'post.html', `<head><!-- ${robots} --></head><body>words</body>`],
    [
      'the words of a page',
      'post.html',
      `<body><p>Write <code>&lt;meta name="robots" content="noindex"&gt;</code></p></body>`,
    ],
    [
      'a block of code that a mark with words after it does not close',
      'post.md',
      `# A\n\n\`\`\`html\n\`\`\` js\n<head>\n${robots}\n</head>\n\`\`\`\n`,
    ],
    ['a block of code', 'post.md', `# A\n\n\`\`\`html\n<head>\n${robots}\n</head>\n\`\`\`\n`],
    ['code in a line', 'post.md', `# A\n\nWrite \`${robots}\`.\n`],
    ['an indented block', 'post.md', `# A\n\n    <head>\n    ${robots}\n    </head>\n`],
  ])('is not %s', async (_, file, source) => {
    const { outcomes } = await openSite({ [file]: source }, { generator: 'plain' });
    expect(outcomes.get(file)?.kind).toBe('post');
  });
});

describe('YAML merges', () => {
  it.each([
    ['a draft', 'x: &draft {draft: true}\n<<: *draft', 'draft'],
    ['an anchor that is itself in another key', 'x: {y: {z: &d {published: false}}}\n<<: *d', 'unpublished'],
    ['a list of merges', 'a: &a {layout: x}\nb: &b {draft: true}\n<<: [*a, *b]', 'draft'],
    ['a merge that merges', 'a: &a {draft: true}\nb: &b {<<: *a, layout: x}\n<<: *b', 'draft'],
    ['a mapping that is written out', '<<: {draft: true}', 'draft'],
    ['two merges', 'a: &a {draft: false}\nb: &b {draft: true}\n<<: *a\n<<: *b', 'draft'],
    ['a merge into params', 'a: &a {draft: true}\nparams:\n  <<: *a', 'draft'],
    // Ruby and Go take the later of the two.
    ['a merge below a key that says no', 'a: &a {draft: true}\ndraft: false\n<<: *a', 'draft'],
    ['a merge above a key that says no', 'a: &a {draft: true}\n<<: *a\ndraft: false', 'post'],
    ['a merge that hides nothing', 'a: &a {layout: x}\n<<: *a', 'post'],
    ['the first of a list', 'a: &a {draft: false}\nb: &b {draft: true}\n<<: [*a, *b]', 'post'],
    ['an anchor that nobody merges', 'a: &a {draft: true}', 'post'],
    ['a merge of nothing', '<<:\na: b', 'post'],
  ])('%s', async (_, lines, expected) => {
    expect(await outcomeOf(lines)).toBe(expected);
  });

  it('names the line of the merge', async () => {
    const { outcomes } = await readPlain('---\ntitle: A\nx: &x {draft: true}\n<<: *x\n---\nbody\n');
    expect(outcomes.get('post.md')).toMatchObject({ skip: { reason: 'draft', line: 4 } });
  });

  it('give what they merge to the post', async () => {
    const { post } = await readPlain('---\ntitle: A\nx: &x {tags: [a], author: B}\n<<: *x\n---\nbody\n');
    expect(post('post.md')).toMatchObject({ tags: ['a'], authors: ['B'] });
  });

  it('stay bounded', async () => {
    const levels = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(
      (name, index, names) =>
        `${name}: &${name} {${Array.from({ length: 10 }, (__, at) => `k${index}${at}: ${index === 0 ? 'x' : `*${names[index - 1]}`}`).join(', ')}}`,
    );
    expect(await outcomeOf(`${levels.join('\n')}\n<<: *g`)).toBe('front-matter');
  });
});

describe('a key that stands twice', () => {
  it.each([
    ['hides, if the first does', 'draft: true\ndraft: false', 'draft'],
    ['hides, if the last does', 'draft: false\ndraft: true', 'draft'],
    ['hides, if one of many does', 'draft: no\ndraft: yes\ndraft: no\ndraft: no', 'draft'],
    ['hides in quotes', '"draft": true\ndraft: false', 'draft'],
    ['hides in a mapping', 'params:\n  draft: true\n  draft: false', 'draft'],
    ['hides in braces', 'sitemap: {exclude: true, exclude: false}', 'noindex'],
    ['hides deep down', 'head: [[meta, {name: robots, content: noindex, content: all}]]', 'noindex'],
    ['hides with another in between', 'a: 1\na: 2\ndraft: true\nb: 1\nb: 2\ndraft: false', 'draft'],
    [
      'hides where the publish date is taken back',
      'date: 2999-01-01\npublishDate: 2019-01-01\npublishDate:',
      'future',
    ],
    ['hides with ?', 'draft: true\n? draft\n: false', 'draft'],
    ['shows where nothing hides', 'layout: x\nlayout: y', 'post'],
    ['shows where both say no', 'draft: false\ndraft: no', 'post'],
    ['cannot stand there without end', 'a: x\n'.repeat(60).trim(), 'front-matter'],
    ['is refused where it has a tag', 'draft: true\n!!str draft: false', 'front-matter'],
  ])('%s', async (_, lines, expected) => {
    expect(await outcomeOf(lines)).toBe(expected);
  });

  it('counts with its last value, and is noticed at its line', async () => {
    const source = '\n---\ntitle: A\ntitle: B\ntags: [a]\ndate: 2019-01-01\ntags: [b]\n---\nbody\n';
    expect((await readPlain(source)).post('post.md')).toMatchObject({ title: 'B', tags: ['b'] });
    expect(await noticesOf(source)).toMatchObject([
      { line: 4, message: 'has the key title twice in its front matter; the last one counts' },
      { line: 7, message: 'has the key tags twice in its front matter; the last one counts' },
    ]);
  });

  it('is told at the line that hides', async () => {
    const { skip } = await readPlain('---\ntitle: A\ndraft: false\nlayout: x\ndraft: true\n---\nbody\n');
    expect(skip('post.md').line).toBe(5);
  });

  it('expires with the earlier of two dates', async () => {
    const { post } = await readPlain('---\ntitle: A\nexpires: 2998-01-01\nexpires: 2999-01-01\n---\nbody\n');
    expect(post('post.md').expires).toBe(Date.parse('2998-01-01T00:00:00Z') / 1000);
  });

  it('hides in JSON too', async () => {
    for (const source of [
      '{"title": "A", "draft": true, "draft": false}\nbody\n',
      '---json\n{"title": "A", "params": {"draft": true, "d": [{}, {"x": ":"}], "draft": false}}\n---\nbody\n',
      ';;;\n"title": "A",\n"dra\\u0066t": true,\n"draft": false\n;;;\nbody\n',
    ])
      expect((await readPlain(source)).skip('post.md').reason).toBe('draft');
    expect((await readPlain('{"title": "A", "a": [{"x": 1}, {"x": 2}]}\nbody\n')).post('post.md').title).toBe(
      'A',
    );
  });

  it('touches no prototype', async () => {
    const source =
      '---\n__proto__: {draft: true}\n__proto__: {draft: false}\ntitle: A\nconstructor: 1\nconstructor: 2\n---\nbody\n';
    expect((await readPlain(source)).post('post.md').title).toBe('A');
    expect('draft' in {}).toBe(false);
  });

  it('hides, whatever stands between', async () => {
    const innocent = fc.constantFrom('layout: x', 'tags: [a, b]', 'author: B', 'toc: true', 'weight: 3');
    const lines = fc.array(innocent, { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(lines, lines, lines, fc.boolean(), async (a, b, c, first) => {
        const source = [...a, `draft: ${first}`, ...b, `draft: ${!first}`, ...c].join('\n');
        expect(await outcomeOf(source)).toBe('draft');
      }),
      { numRuns: 40 },
    );
  });
});

describe('front matter that is JavaScript', () => {
  const read = (matter: string, language = 'js') => readPlain(`---${language}\n${matter}\n---\nbody\n`);

  it.each([
    ['an object', '{ title: "A", tags: ["x"], date: new Date("2019-01-01") }'],
    ['an object in brackets', '({ "title": `A`, tags: ["x"], date: "2019-01-01" })'],
    ['constants', 'const title = "A";\nconst tags = ["x"];\nconst date = "2019-01-01";'],
  ])('is read where it is %s', async (_, matter) => {
    const { post } = await read(matter);
    expect(post('post.md')).toMatchObject({ title: 'A', tags: ['x'], date: { day: '2019-01-01' } });
    expect((await read(matter, 'javascript')).post('post.md').title).toBe('A');
  });

  it.each([
    ['draft', '{ title: "A", draft: true }'],
    ['draft', '{ title: "A", draft: !0 }'],
    ['unpublished', '{ title: "A", permalink: false }'],
    ['future', '{ title: "A", date: new Date("2999-01-01") }'],
    ['front-matter', '{ title: "A", draft: process.env.DRAFT }'],
    ['front-matter', '{ title: "A", ...defaults }'],
    ['front-matter', '{ title: "A", ["dra" + "ft"]: true }'],
    ['front-matter', '{ title: "A", eleventyComputed: { permalink: (data) => data.slug } }'],
    ['front-matter', '{ title: "A", permalink() { return "/"; } }'],
    ['front-matter', 'let draft = true;'],
    ['front-matter', 'const title = "A"; if (x) { y(); }'],
    ['front-matter', 'not a program {{'],
  ])('is %s: %s', async (reason, matter) => {
    expect((await read(matter)).skip('post.md').reason).toBe(reason);
  });
});

describe('files that every repository has', () => {
  it('are posts where only their names begin so', async () => {
    const names = [
      'security-update.md',
      'license-change.md',
      'licence-2024.md',
      'notice-of-maintenance.md',
      'contributing-to-the-project.md',
      'code-of-conduct-review.md',
      'copying-files.md',
    ];
    const papers = [
      'LICENSE.md',
      'LICENSE-MIT.md',
      'LICENSE-APACHE-2.0.md',
      'COPYING.md',
      'SECURITY.md',
      'NOTICE.md',
      'CONTRIBUTING.pt-BR.md',
      'CODE_OF_CONDUCT.md',
    ];
    const { outcomes } = await openSite(
      {
        ...Object.fromEntries([...names, ...papers].map((name) => [name, '# Title\n\nbody\n'])),
        'blog/security.md': '---\ntitle: A\n---\nbody\n',
      },
      { generator: 'plain' },
    );
    for (const name of [...names, 'blog/security.md']) expect(outcomes.get(name)?.kind, name).toBe('post');
    for (const name of papers) expect(outcomes.get(name)?.kind, name).toBe('skip');
  });
});

it('tells the keys that can hide from those that cannot', () => {
  for (const name of [
    'draft',
    'Published',
    'visibility',
    'wp:status',
    'expires_at',
    'sitemap',
    'robots',
    'meta',
    'params',
  ])
    expect(canHide(name), name).toBe(true);
  for (const name of ['title', 'tags', 'layout', 'author', 'description', 'weight', 'end_date'])
    expect(canHide(name), name).toBe(false);
});

describe('front matter that only one generator reads so', () => {
  const read = async (generator: 'hugo' | 'hexo' | 'pelican', source: string) => {
    const path = { hugo: 'content/posts/a.md', hexo: 'source/_posts/a.md', pelican: 'content/a.md' }[
      generator
    ];
    const site = await openSite({ [path]: source }, { generator });
    const outcome = site.outcomes.get(path);
    if (outcome === undefined) throw new Error(`${path} was not found`);
    return outcome.kind === 'skip'
      ? `${outcome.skip.reason}:${outcome.skip.line}`
      : `${outcome.post.title}|${outcome.post.text.trim()}`;
  };

  it('Hugo’s in a comment', async () => {
    expect(await read('hugo', '<!--\n+++\ntitle = "A"\ndraft = true\n+++\n-->\nbody\n')).toBe('draft:4');
    expect(await read('hugo', '<!--\n---\ntitle: Seen\n---\n-->\nbody\n')).toBe('Seen|body');
    expect(await read('hugo', '<!-- a -->\nbody\n')).toBe('A|body');
  });

  it('Hexo’s between longer fences', async () => {
    expect(await read('hexo', '----\ntitle: A\npublished: false\n----\nbody\n')).toBe('unpublished:3');
    expect(await read('hexo', ';;;;\n"title": "A",\n"published": false\n;;;;\nbody\n')).toBe('unpublished:3');
    expect(await read('hexo', '-----\ntitle: Seen\n-----\nbody\n')).toBe('Seen|body');
  });

  it('Python-Markdown’s without a blank behind the colon', async () => {
    expect(await read('pelican', 'Title:A\nDate:2020-01-01\n  Status:draft\n\nbody\n')).toBe('draft:3');
    expect(await read('pelican', 'Title:Seen\nDate:2020-01-01\n\nbody\n')).toBe('Seen|body');
  });

  it('Jekyll’s of names that it does not read, in a collection of a site without configuration too', async () => {
    const text = '---\ntitle: A\n---\nbody\n';
    const { outcomes } = await openSite(
      {
        '_posts/2020-01-01-d.md': text,
        '_guides/a.md': text,
        '_guides/_b.md': text,
        '_guides/x/#c.md': text,
      },
      { generator: 'jekyll', urlTemplate: '/:path/' },
    );
    const read = [...outcomes].filter(
      ([, outcome]) => outcome.kind === 'post' || outcome.skip.reason !== 'not-a-post',
    );
    expect(read.map(([file]) => file).sort()).toEqual(['_guides/a.md', '_posts/2020-01-01-d.md']);
  });

  it.each(['is\u2013draft', 'is\u2212draft', 'ｄｒａｆｔ', 'Ｄraft', '\ufeffdraft'])(
    'the name %j',
    async (name) => {
      expect(await outcomeOf(`${name}: true`)).toBe('draft');
    },
  );
});
