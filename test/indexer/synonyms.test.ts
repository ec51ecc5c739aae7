import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manifestPath } from '../../src/index-store/layout.js';
import { createIndex } from '../../src/indexer/create-index.js';
import { buildIndex } from '../../src/indexer/index.js';
import { type Definition, findDefinitions } from '../../src/indexer/synonyms/acronyms.js';
import { NumeronymFinder } from '../../src/indexer/synonyms/numeronyms.js';
import { settleDefinitions } from '../../src/indexer/synonyms/settle-definitions.js';
import { createBlog, readFiles } from './blog-folder.js';

const pairs = (text: string): readonly string[] =>
  findDefinitions(text).map(({ short, long }) => `${short} = ${long}`);

describe('an acronym', () => {
  it('stands beside what it stands for, after it or before it', () => {
    expect(pairs('A driver speaks the Container Storage Interface (CSI) of the cluster.')).toEqual([
      'CSI = Container Storage Interface',
    ]);
    expect(pairs('CSI (Container Storage Interface) is old.')).toEqual(['CSI = Container Storage Interface']);
    expect(pairs('with Content Security Policy（CSP）です')).toEqual(['CSP = Content Security Policy']);
    expect(pairs('many virtual machines (VMs)')).toEqual(['VM = virtual machines']);
  });

  it('passes over small words, and begins with none', () => {
    expect(pairs('the Office of Management and Budget (OMB)')).toEqual([
      'OMB = Office of Management and Budget',
    ]);
    expect(pairs('Google Summer of Code (GSoC)')).toEqual(['GSoC = Google Summer of Code']);
    expect(pairs('Profile-Guided\n Optimization (PGO)')).toEqual([]);
    expect(pairs('Profile-Guided  Optimization (PGO)')).toEqual(['PGO = Profile-Guided Optimization']);
  });

  it('is not where a word has no part in it, or a character no word', () => {
    for (const text of [
      'a part of the Library (API)',
      'User Experience (UX)',
      'the Board of many Directors (TBD)',
      'we call f(x) and g (AB)',
      'run it (see below) twice',
      'Interface. Container Storage (CSI)',
      'Bitcoin 改进提案 (BIP)',
      'some interface (iface)',
      '(CSI)',
      'CSI (',
    ])
      expect(pairs(text)).toEqual([]);
  });

  it('is known to be a word where the post writes it more often as one', () => {
    const text = 'Information technology (IT): it is what it is.';
    expect(findDefinitions(text)).toEqual([{ short: 'IT', long: 'Information technology', isWord: true }]);
    expect(findDefinitions('abstract syntax tree (AST), an AST, const ast')).toMatchObject([
      { isWord: false },
    ]);
  });

  it('is found wherever it is, whatever is around it', () => {
    const word = fc.constantFrom('Fast', 'storage', 'Interface', 'domain', 'Query', 'units', 'Zone');
    const around = fc.string({ maxLength: 20 }).map((text) => text.replace(/[\p{L}(（]/gu, '-'));
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 6 }), around, around, (words, before, after) => {
        const short = words.map((text) => text.charAt(0).toUpperCase()).join('');
        expect(pairs(`${before}. ${words.join(' ')} (${short}) ${after}`)).toEqual([
          `${short} = ${words.join(' ')}`,
        ]);
      }),
    );
  });

  it('takes time in proportion to the text, whatever is in it', () => {
    const time = (text: string): number => {
      const start = performance.now();
      findDefinitions(text);
      return performance.now() - start;
    };
    for (const piece of ['(', 'A (', 'AA BB (AB) ', '(AB (CD ', 'a '.repeat(50), 'A B (AB'])
      expect(time(piece.repeat(Math.ceil(400_000 / piece.length)))).toBeLessThan(2_000);
    const many = Array.from({ length: 500 }, (_, at) => {
      const [a, b] = [65 + (at % 26), 65 + Math.floor(at / 26)].map((code) => String.fromCharCode(code));
      return `${a}x ${b}y (${a}${b}) `;
    });
    expect(findDefinitions(many.join('')).length).toBe(64);
  });
});

const define = (short: string, long: string, isWord = false): Definition => ({ short, long, isWord });

describe('what posts say of acronyms', () => {
  it('counts by posts, capitals, hyphens and plurals aside, as most of them write it', () => {
    const posts = [
      [define('LSP', 'Language Server Protocol'), define('LSP', 'language server protocols')],
      [define('LSP', 'Language Server Protocol'), define('ICE', 'internal compiler error')],
      [define('LSP', 'language-server protocol')],
    ];
    expect(settleDefinitions(posts)).toEqual([
      { short: 'LSP', long: 'Language Server Protocol', posts: 3 },
      { short: 'ICE', long: 'internal compiler error', posts: 1 },
    ]);
  });

  it('has two meanings if they are about as frequent, and no third', () => {
    const say = (long: string, times: number) => Array.from({ length: times }, () => [define('MCP', long)]);
    const found = (posts: readonly (readonly Definition[])[]) =>
      settleDefinitions(posts).map(({ long }) => long);
    expect(found([...say('Major Change Proposal', 4), ...say('Model Context Protocol', 2)])).toEqual([
      'Major Change Proposal',
      'Model Context Protocol',
    ]);
    expect(found([...say('Major Change Proposal', 5), ...say('Model Context Protocol', 2)])).toEqual([
      'Major Change Proposal',
    ]);
    expect(found([...say('A B C', 2), ...say('D E F', 2), ...say('G H I', 2)])).toHaveLength(2);
  });

  it('leaves out what is a word to most of them', () => {
    expect(settleDefinitions([[define('IT', 'information technology', true)]])).toEqual([]);
    const [word, no] = [define('AST', 'abstract syntax tree', true), define('AST', 'abstract syntax tree')];
    expect(settleDefinitions([[word], [no]])).toHaveLength(1);
  });

  it('is the same whatever their order, and no more than the most frequent fifty', () => {
    const letters = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H');
    const definition = fc
      .tuple(letters, letters, fc.constantFrom('', 's'), fc.boolean())
      .map(([a, b, ending, isWord]) => define(`${a}${b}`, `${a}x ${b}y${ending}`, isWord));
    const met = { full: 0 };
    fc.assert(
      fc.property(
        fc.array(fc.array(definition, { maxLength: 6, size: 'max' }), { maxLength: 80, size: 'max' }),
        (posts) => {
          const settled = settleDefinitions(posts);
          expect(settleDefinitions(posts.toReversed())).toEqual(settled);
          expect(settled.length).toBeLessThanOrEqual(50);
          if (settled.length > 20) met.full += 1;
        },
      ),
    );
    expect(met.full).toBeGreaterThan(5);
  });
});

describe('a numeronym', () => {
  const find = (terms: Readonly<Record<string, readonly [posts: number, occurrences: number]>>) => {
    const finder = new NumeronymFinder();
    for (const [term, [posts, occurrences]] of Object.entries(terms)) finder.see(term, posts, occurrences);
    return finder.find().map(({ from, to }) => `${from} > ${to}`);
  };

  it('is the word of its letters that is ten times as frequent as the next', () => {
    expect(find({ k8s: [1, 1], kubernetes: [5, 40], knockoutjs: [2, 4] })).toEqual(['k8s > kubernetes']);
    expect(find({ knockoutjs: [2, 4], kubernetes: [5, 40], k8s: [1, 1] })).toEqual(['k8s > kubernetes']);
    expect(find({ k8s: [1, 1], kubernetes: [5, 40], knockoutjs: [2, 5] })).toEqual([]);
    expect(find({ i18n: [1, 1], internationalization: [2, 2] })).toEqual(['i18n > internationalization']);
  });

  it('is nothing where the word is rare, short, or not asked for', () => {
    expect(find({ k8s: [1, 1], kubernetes: [4, 40] })).toEqual([]);
    expect(find({ c10k: [1, 1], callcallback: [1, 9] })).toEqual([]);
    expect(find({ f5x: [1, 1], firefox: [169, 500] })).toEqual([]);
    expect(find({ kubernetes: [5, 40] })).toEqual([]);
  });
});

const post = (words: string): string => `---\ntitle: On words\ndate: 2020-01-01\n---\n${words}\n`;
const now = new Date('2026-01-01T00:00:00Z');

/** What each language of the built index says, as lines. */
const build = async (
  files: Readonly<Record<string, string>>,
  settings: Readonly<Record<string, unknown>> = {},
  own?: string,
) => {
  const blog = await createBlog(files);
  try {
    if (own !== undefined) await writeFile(join(blog.folder, 'lookback.synonyms.txt'), own);
    const config = await blog.config({ language: 'en', urlTemplate: '/:slug/', ...settings });
    const report = await buildIndex(config, { now });
    const manifest = (await readFiles(blog.index)).get(join(blog.index, manifestPath))?.toString() ?? '';
    return {
      manifest,
      lines: report.languages.flatMap(({ language, synonyms }) =>
        synonyms.map(({ from, to }) => `${language} ${from} > ${to}`),
      ),
    };
  } finally {
    await rm(blog.folder, { recursive: true, force: true });
  }
};

const csi = post('The Container Storage Interface (CSI) is asked by every cluster.');

describe('a built index', () => {
  it('says what its posts say, both ways', async () => {
    const { lines, manifest } = await build({ 'a.md': csi });
    expect(lines).toEqual(['en CSI > Container Storage Interface', 'en Container Storage Interface > CSI']);
    expect(JSON.parse(manifest)).toMatchObject({
      shards: [{ synonyms: [{ from: 'CSI', to: 'Container Storage Interface' }, { to: 'CSI' }] }],
    });
  });

  it('says nothing of it where it is turned off, or there is nothing to say', async () => {
    for (const [files, synonyms] of [
      [{ 'a.md': csi }, 'off'],
      [{ 'a.md': csi }, 'own'],
      [{ 'a.md': post('Nothing to be explained.') }, 'mined'],
    ] as const) {
      const { lines, manifest } = await build(files, { synonyms });
      expect(lines).toEqual([]);
      expect(manifest).not.toContain('synonyms');
    }
  });

  it('knows what a hidden post says from nobody', async () => {
    const hidden = csi.replace('title:', 'draft: true\ntitle:');
    const { lines, manifest } = await build({ 'a.md': post('A cluster of CSI.'), 'b.md': hidden });
    expect(lines).toEqual([]);
    expect(manifest).not.toContain('synonyms');
    const double = csi.replace('title:', 'permalink: /a/\ntitle:');
    const { lines: ofDuplicate } = await build({
      'a.md': post('A cluster of CSI.'),
      'b.md': double.replace('permalink: /a/', 'slug: a'),
    });
    expect(ofDuplicate).toEqual([]);
  });

  it('takes no word of the language for an acronym', async () => {
    const it = post('Information Technology (IT). IT, IT, it');
    const others = Array.from({ length: 12 }, (_, at) => [`${at}.md`, post('It is what it is.')] as const);
    expect((await build({ ...Object.fromEntries(others), 'z.md': it })).lines).toEqual([]);
    expect((await build({ 'z.md': it })).lines).toHaveLength(2);
  });

  it('says what its author says, of words that lead to posts, in the language that is meant', async () => {
    const own =
      'k8s = Kubernetes\njs > javascript\nlorry > truck\n[de]\nrechner = computer\n[en]\nbox > computer\n';
    const files = { 'a.md': post('Kubernetes on a computer, javascript and k8s') };
    const expected = [
      'en k8s > Kubernetes',
      'en Kubernetes > k8s',
      'en js > javascript',
      'en box > computer',
    ];
    expect((await build(files, { synonyms: 'own' }, own)).lines).toEqual(expected);
    expect((await build(files, {}, own)).lines).toEqual(expected);
    expect((await build(files, { synonyms: 'off' }, own)).lines).toEqual([]);
  });

  it('may say words of its author that only a hidden post has, but not of the post', async () => {
    const files = {
      'a.md': post('Kubernetes on a computer'),
      'b.md': post('Zeppelinverein').replace('title:', 'draft: true\ntitle:'),
    };
    expect((await build(files, {}, 'zeppelinverein > kubernetes')).lines).toEqual([
      'en zeppelinverein > kubernetes',
    ]);
  });

  it('is the same in whatever order the posts come', async () => {
    const texts = [
      'Container Storage Interface (CSI)',
      'container storage interfaces (CSI)',
      'Model Context Protocol (MCP)',
      'Major Change Proposal (MCP)',
      'k8s, '.concat('kubernetes '.repeat(12)),
      ...Array.from({ length: 5 }, () => 'kubernetes'),
    ];
    const posts = texts.map((text, at) => ({
      id: `${at}`,
      url: `/${at}/`,
      title: 'A',
      language: 'en',
      tags: [],
      categories: [],
      authors: [],
      text,
      headings: [],
      code: [],
    }));
    const options = { synonyms: { own: [], isMined: true } };
    const one = await createIndex(posts, undefined, options);
    const other = await createIndex(posts.toReversed(), undefined, options);
    expect(Buffer.from(other.manifest)).toEqual(Buffer.from(one.manifest));
    expect(one.shards[0]?.synonyms?.map(({ from }) => from)).toEqual([
      'CSI',
      'Container Storage Interface',
      'MCP',
      'Major Change Proposal',
      'MCP',
      'Model Context Protocol',
      'k8s',
    ]);
  });
});
