/**
 * Bugs that show a hidden post, planted one by one in copies of the sources: the verdict is wrong, or what is hidden
 * finds a way into the index. Each is caught: the post is withheld, or nothing is written.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bug, createPlanter, type Edit, tryBuild } from './planted-blog.js';

const byFlag = 'content/visibility/by-flag.ts';
const flagKeys = 'content/visibility/flag-keys.ts';
const byDate = 'content/visibility/by-date.ts';
const byWord = 'content/visibility/by-word.ts';
const findSignal = 'content/visibility/find-hide-signal.ts';
const parsePost = 'content/post/parse-post.ts';
const assemblePost = 'content/post/assemble-post.ts';
const judge = 'refuseHidden(path, [...readings, ...strictest(readings)], pathDate, rules);';

const hide = (signal: string): string =>
  `---\ntitle: Zqxmongoose\ntags: [hunter2]\n${signal}\n---\nZqxmongoose waits for k8s zqxriver.\n`;
const draft = { '_posts/2020-01-02-b.md': hide('draft: true') };

/** What the parser of posts saw last of a hidden one, for all to take. */
const remember: Edit = [
  parsePost,
  judge,
  `try { ${judge} } catch (error) { (globalThis as any).planted = { title: findTitle(frontMatter), body: source.body }; throw error; }`,
];
const planted = '(globalThis as any).planted';

const bugs: Readonly<Record<string, Bug>> = {
  'the draft flag is ignored': {
    edits: [[flagKeys, "  draft: 'draft',\n", '']],
    hidden: draft,
    caught: 'doubtful',
  },
  'dates are compared the wrong way': {
    edits: [[byDate, '(isPublish && date.timestamp > rules.now', '(isPublish && date.timestamp < rules.now']],
    hidden: { 'b.md': hide('date: 2999-01-01') },
    caught: 'doubtful',
  },
  'what has expired is shown': {
    edits: [
      [byDate, '!isPublish && date.timestamp <= rules.now', '!isPublish && date.timestamp > rules.now'],
    ],
    hidden: { 'b.md': hide('expiryDate: 2020-01-01') },
    caught: 'doubtful',
  },
  '_drafts is not known': {
    edits: [[findSignal, ".includes('_drafts')", ".includes('_draft')"]],
    hidden: { '_drafts/b.md': hide('layout: post') },
    caught: 'doubtful',
  },
  'published: false is ignored': {
    edits: [
      [
        byFlag,
        "if (toFlag(value) === false) return hide(entry, 'unpublished', shown(value))",
        'if (toFlag(value) === false) return undefined',
      ],
    ],
    hidden: { 'b.md': hide('published: false') },
    caught: 'doubtful',
  },
  'unlisted is ignored': {
    edits: [[flagKeys, "  unlisted: 'unpublished',\n", '']],
    hidden: { 'b.md': hide('unlisted: true') },
    caught: 'doubtful',
  },
  'the status is ignored': {
    edits: [
      [byWord, "|| key === 'status')", "|| key === 'state')"],
      [byWord, 'isAnyStatus(key) ? isClearlyHiding : undefined', 'undefined'],
    ],
    hidden: { 'b.md': hide('status: private') },
    caught: 'doubtful',
  },
  'a yes in capitals is not understood': {
    edits: [
      ['content/visibility/words.ts', 'const word = first.toLowerCase();', 'const word = first;'],
      [byFlag, "certain ? undefined : hideUnknown(entry, reason, 'false', rules)", 'undefined'],
    ],
    hidden: { 'b.md': hide('draft: "YES"') },
    caught: 'doubtful',
  },
  'only the first line of front matter is read': {
    edits: [
      [
        'content/front-matter/parse-front-matter.ts',
        'Object.entries(value ?? {}).map(',
        'Object.entries(value ?? {}).slice(0, 1).map(',
      ],
    ],
    hidden: draft,
    caught: 'doubtful',
  },
  'TOML is taken for text': {
    edits: [
      ['content/front-matter/fences.ts', "  { open: '+++', language: 'toml', closes: ['+++'] },\n", ''],
    ],
    hidden: { 'b.md': '+++\ntitle = "Zqxmongoose"\ndraft = true\n+++\nZqxriver\n' },
    caught: 'doubtful',
  },
  'params are not looked into': {
    edits: [
      [findSignal, "'properties', 'params', 'extra'", "'properties'"],
      ['content/post/post-metadata.ts', "(key === 'params' || key === 'extra') && ", "key === 'extras' && "],
    ],
    hidden: { 'b.md': hide('params:\n  draft: true') },
    caught: 'doubtful',
  },
  'the verdict is that of another file': {
    edits: [
      [
        assemblePost,
        'const hidden = findHideSignal(',
        'const hidden = verdicts.length > 0 ? verdicts[0] : findHideSignal(',
      ],
      [assemblePost, '    if (hidden) throw', '    verdicts.push(hidden);\n    if (hidden) throw'],
      [assemblePost, 'export const refuseHidden', 'const verdicts: any[] = [];\nexport const refuseHidden'],
    ],
    hidden: draft,
    caught: 'doubtful',
  },
  'the text of a skipped post stays in a buffer, and goes on in the next': {
    edits: [
      remember,
      [parsePost, 'extractText(source.body, {', `extractText((${planted}?.body ?? '') + source.body, {`],
    ],
    hidden: { '_posts/2020-01-00-b.md': hide('draft: true') },
    caught: 'leak-found',
  },
  'a hidden title is written into a passage, as that of a neighbour': {
    edits: [
      remember,
      [
        'index-store/pack-file.ts',
        'const { id, url, title, date, image } = document;',
        `const { id, url, date, image } = document;\n  const title = document.title + (${planted}?.title ?? '');`,
      ],
    ],
    hidden: draft,
    caught: 'leak-found',
  },
  'a hidden word with digits is in a column': {
    edits: [
      remember,
      [
        'index-store/columns.ts',
        'const { values, ordinals } = columns[name];',
        `const { ordinals } = columns[name];\n    const values = [...columns[name].values, ...(${planted} ? ['hunter2'] : [])];`,
      ],
    ],
    hidden: draft,
    caught: 'leak-found',
  },
  'hidden words are in the page': {
    edits: [
      remember,
      [
        'indexer/create-page.ts',
        '  const page = renderPage({\n    ...settings,',
        `  const page = renderPage({\n    ...settings,\n    title: settings.title + (${planted}?.body ?? ''),`,
      ],
    ],
    hidden: draft,
    caught: 'leak-found',
  },
  'a hidden word is in the script of the page': {
    edits: [
      remember,
      [
        'indexer/create-page.ts',
        'return { path: pageScriptPath(name), bytes };',
        `return { path: pageScriptPath(name), bytes: Buffer.concat([Buffer.from(${planted} ? 'k8s;' : ''), bytes]) };`,
      ],
    ],
    hidden: draft,
    caught: 'leak-found',
  },
  'a hidden title is in the library, beside the manifest': {
    edits: [
      remember,
      [
        'index-store/library.ts',
        'const lines = [toManifestLine(manifest)];',
        `const lines = [toManifestLine(manifest), '// ' + ${planted}?.title];`,
      ],
    ],
    hidden: draft,
    caught: 'leak-found',
  },
  'a hidden term is in the compiled dictionary': {
    edits: [
      remember,
      [
        'engines/compiled/compiled-writer.ts',
        'writeTerms(groups.flat())',
        `writeTerms(${planted} ? [...groups.flat().slice(0, -1), 'zqxriver'] : groups.flat())`,
      ],
    ],
    hidden: draft,
    caught: 'leak-found',
  },
  'a hidden term is spelled among the words': {
    edits: [
      remember,
      [
        'engines/compiled/words-part.ts',
        'writeTerms(this.#terms)',
        `writeTerms(${planted} ? [...this.#terms.slice(0, -1), 'zqxriver'] : this.#terms)`,
      ],
    ],
    hidden: draft,
    caught: 'leak-found',
  },
  'a hidden title is in the manifest': {
    edits: [
      remember,
      [
        'index-store/manifest.ts',
        '{ ...manifest, checksum',
        `{ ...manifest, last: ${planted}?.title, checksum`,
      ],
    ],
    hidden: draft,
    caught: 'leak-found',
  },
};

describe('planted bugs', () => {
  let planter: Awaited<ReturnType<typeof createPlanter>>;
  beforeAll(async () => {
    planter = await createPlanter();
  });
  afterAll(() => planter.remove());

  test('there are none in the sources as they are', async () => {
    const build = await planter.plant([]);
    for (const hidden of new Set(Object.values(bugs).map((bug) => bug.hidden))) {
      const { outcome, leaking } = await tryBuild(build, hidden);
      expect(outcome).toEqual([expect.stringMatching(/^(?:draft|unpublished|future|expired)$/)]);
      expect(leaking).toEqual([]);
    }
  });

  test.each(Object.entries(bugs))('%s', async (_, { edits, hidden, caught }) => {
    Reflect.deleteProperty(globalThis, 'planted');
    const { outcome, leaking } = await tryBuild(await planter.plant(edits), hidden);
    expect(outcome).toContain(caught);
    expect(leaking).toEqual([]);
  });

  test('a bug that cannot be planted any more is told', async () => {
    await expect(planter.plant([[byFlag, 'no such text', '']])).rejects.toThrow('stands 0 times');
  });
});
