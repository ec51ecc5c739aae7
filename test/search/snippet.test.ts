import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/analysis/index.js';
import { cutPassages } from '../../src/documents/cut-passages.js';
import { toStoredDocument } from '../../src/documents/stored-document.js';
import type { Segment } from '../../src/domain/search.js';
import type { MatchedTerm } from '../../src/engines/matcher.js';
import { createMatchFinder, highlight, maxMatches, toSegments } from '../../src/search/highlight.js';
import { createSnippets, snippetLength } from '../../src/search/snippet.js';
import { createEngineOfPosts } from '../contract/engine-of-posts.js';
import { createPost } from '../contract/posts.js';
import { ask } from '../contract/subject.js';

const analyzer = createAnalyzer('en');

/** Term, word of the question, weight. */
const termsOf = (
  ...terms: readonly (readonly [string, number, number])[]
): ReadonlyMap<string, MatchedTerm> =>
  new Map(terms.map(([term, word, weight]) => [term, { words: [word], weight }]));

const textOf = (segments: readonly Segment[]): string => segments.map(({ text }) => text).join('');
const marked = (segments: readonly Segment[]): readonly string[] =>
  segments.flatMap(({ text, highlighted }) => (highlighted ? [text] : []));

const snippetOf = (text: string, terms: ReadonlyMap<string, MatchedTerm>) => {
  const document = toStoredDocument(createPost({ id: 'a' }));
  const place = { ordinal: 0, passage: 0, count: 1 };
  return createSnippets({ text, headings: [], document }, place, createMatchFinder(analyzer, terms))[0];
};

const filler = (words: number): string => 'lorem ipsum '.repeat(words / 2);

const hostileText = fc
  .array(
    fc.constantFrom(
      'spark',
      'dask',
      'other',
      ' ',
      '\n',
      '😀',
      'é',
      'e\u0301',
      '使い方',
      '\ud83d',
      '.',
      'longunbrokenword',
    ),
    {
      maxLength: 120,
    },
  )
  .map((parts) => parts.join(''));
const terms = termsOf(['spark', 0, 1], ['dask', 1, 2], ['使い', 2, 1]);
const findMatches = createMatchFinder(analyzer, terms);

describe('highlight', () => {
  it('joins what overlaps and keeps every character', () => {
    expect(
      highlight('Use node.js here', createMatchFinder(analyzer, termsOf(['node.js', 0, 1], ['node', 1, 1]))),
    ).toEqual([
      { text: 'Use ', highlighted: false },
      { text: 'node.js', highlighted: true },
      { text: ' here', highlighted: false },
    ]);
    expect(
      marked(highlight('データベース', createMatchFinder(analyzer, termsOf(['デー', 0, 1], ['ータ', 1, 1])))),
    ).toEqual(['データ']);
  });

  it('loses and adds nothing, and makes no empty segment', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const segments = highlight(text, createMatchFinder(analyzer, terms));
        expect(textOf(segments)).toBe(text);
        expect(segments.every((segment) => segment.text !== '')).toBe(true);
      }),
    );
  });

  it('makes one mark of matches that touch, and two of those that a character parts', () => {
    const spans = [
      { start: 2, end: 4 },
      { start: 0, end: 2 },
      { start: 5, end: 6 },
    ];
    expect(toSegments('abcdefg', 0, 7, spans)).toEqual([
      { text: 'abcd', highlighted: true },
      { text: 'e', highlighted: false },
      { text: 'f', highlighted: true },
      { text: 'g', highlighted: false },
    ]);
    expect(
      toSegments('abcd', 0, 4, [...spans.slice(0, 1), { start: 0, end: 4 }, { start: 1, end: 2 }]),
    ).toEqual([{ text: 'abcd', highlighted: true }]);
  });

  it('cuts a match that reaches out of the part asked for', () => {
    expect(
      toSegments('abcdef', 1, 4, [
        { start: 0, end: 2 },
        { start: 3, end: 6 },
      ]),
    ).toEqual([
      { text: 'b', highlighted: true },
      { text: 'c', highlighted: false },
      { text: 'd', highlighted: true },
    ]);
  });
});

describe('createSnippets', () => {
  it('shows the window with most words of the question', () => {
    const text = `${filler(60)}spark spark spark ${filler(60)}spark dask ${filler(60)}`;
    expect(marked(snippetOf(text, terms).segments)).toEqual(['spark', 'dask']);
  });

  it('shows the window with the most telling words', () => {
    const text = `the of a ${filler(60)}spark ${filler(60)}`;
    const common = termsOf(['the', 0, 0.1], ['of', 1, 0.1], ['a', 2, 0.1], ['spark', 3, 5]);
    expect(marked(snippetOf(text, common).segments)).toEqual(['spark']);
  });

  it('shows the word itself before what it might be a misspelling of', () => {
    const text = `dusk ${filler(60)}dask ${filler(60)}`;
    expect(marked(snippetOf(text, termsOf(['dask', 0, 1], ['dusk', 0, 0.4])).segments)).toEqual(['dask']);
  });

  it('shows the first of equals', () => {
    const text = `${filler(60)}first dask ${filler(60)}second dask ${filler(60)}`;
    expect(textOf(snippetOf(text, terms).segments)).toContain('first dask');
  });

  it('begins with the line of the match, and between words elsewhere', () => {
    const near = snippetOf(`${filler(60)}\nIn short: dask ${filler(60)}`, terms);
    expect(textOf(near.segments)).toMatch(/^In short: dask lorem .* (?:lorem|ipsum)$/);
    expect([near.before, near.after]).toEqual([true, true]);
    const far = snippetOf(`${filler(60)}dask ${filler(60)}`, terms);
    expect(textOf(far.segments)).toMatch(/^(?:lorem|ipsum) .* dask .* (?:lorem|ipsum)$/);
  });

  it('shows the beginning where nothing matches, and all of a short text', () => {
    const { segments, before, after } = snippetOf(`${filler(60)}`, terms);
    expect(textOf(segments)).toMatch(/^lorem ipsum .* (?:lorem|ipsum)$/);
    expect([before, after]).toEqual([false, true]);
    expect(snippetOf('Only this.\n', terms)).toEqual({
      segments: [{ text: 'Only this.', highlighted: false }],
      before: false,
      after: false,
    });
    expect(snippetOf('', terms)).toEqual({ segments: [], before: false, after: false });
  });

  it('is a part of the text, not longer than it may be, and cuts no character', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { segments, before, after } = snippetOf(text, terms);
        const shown = textOf(segments);
        const at = text.indexOf(shown);
        expect(at).toBeGreaterThanOrEqual(0);
        expect(shown.length).toBeLessThanOrEqual(snippetLength);
        expect(shown).toBe(shown.trim());
        // A half of a pair is at an edge only if the text itself has half a pair there.
        if (!/\p{Surrogate}/u.test(text)) expect(shown).not.toMatch(/\p{Surrogate}/u);
        expect(before || after || shown === text.trim()).toBe(true);
        const hasMatch = analyzer.terms(text).some((term) => terms.has(term));
        expect(marked(segments).length > 0).toBe(hasMatch);
      }),
      { numRuns: 500 },
    );
  });

  it('cuts no pair of surrogates where there is no space to cut at', () => {
    const { segments } = snippetOf(`${'😀'.repeat(150)}spark${'😀'.repeat(150)}`, terms);
    expect(textOf(segments)).toMatch(/^(?:😀)+spark(?:😀)+$/u);
  });

  it('leaves out a match that would make it too long', () => {
    const { segments } = snippetOf(`dask ${'x '.repeat(96)}spark`, terms);
    expect(textOf(segments).length).toBeLessThanOrEqual(snippetLength);
  });

  it('names the nearest heading that can be linked to, of an earlier part of the post too', () => {
    const [first, second, last] = ['One\n', filler(2_000), 'dask'];
    const headings = [{ level: 1, text: 'One', anchor: 'one', start: 0, end: 3 }];
    const passages = cutPassages({ text: first + second + last, headings });
    const stored = passages.at(-1);
    expect(passages.length).toBeGreaterThan(1);
    if (stored === undefined) throw new Error('no passage');
    const document = toStoredDocument(createPost({ id: 'a' }));
    const place = { ordinal: 0, passage: passages.length - 1, count: passages.length };
    const snippet = createSnippets({ ...stored, document }, place, findMatches)[0];
    expect(snippet.heading).toEqual({ text: 'One', anchor: 'one' });
    expect([snippet.before, snippet.after]).toEqual([true, false]);
  });

  it('names the heading that the match itself begins', () => {
    const headings = ['One', 'dask'].map((text, at) => ({
      level: 1,
      text,
      anchor: text,
      start: 4 * at,
      end: 4 * at + 3,
    }));
    const document = toStoredDocument(createPost({ id: 'a' }));
    const place = { ordinal: 0, passage: 0, count: 1 };
    const [{ heading }] = createSnippets({ text: 'One\ndask', headings, document }, place, findMatches);
    expect(heading).toEqual({ text: 'dask', anchor: 'dask' });
  });

  it('says that text comes before and after where other passages do', () => {
    const document = toStoredDocument(createPost({ id: 'a' }));
    const around = [0, 1, 2].map((passage) => {
      const place = { ordinal: 0, passage, count: 3 };
      const [{ before, after }] = createSnippets(
        { text: 'dask', headings: [], document },
        place,
        findMatches,
      );
      return [before, after];
    });
    expect(around).toEqual([
      [false, true],
      [true, true],
      [true, false],
    ]);
  });

  it('weighs no more matches than it may, though the text is nothing else', () => {
    const text = 'dask '.repeat(2 * maxMatches);
    expect(findMatches(text)).toHaveLength(maxMatches);
    expect(marked(snippetOf(text, terms).segments).length).toBeGreaterThan(0);
  });

  it('begins with a sentence that begins near, and not after an abbreviation', () => {
    const text = `${filler(60)}ends here. Some tools, e.g. spark and dask, help. ${filler(60)}`;
    expect(textOf(snippetOf(text, terms).segments)).toMatch(
      /^Some tools, e\.g\. spark and dask, help\. lorem/,
    );
    const chinese = `${'多'.repeat(300)}。这里使い方说明${'少'.repeat(300)}`;
    expect(textOf(snippetOf(chinese, terms).segments)).toMatch(/^这里使い方/);
  });

  it('prefers words in one sentence to as many in two', () => {
    const apart = `Here is spark. And here is dask. ${filler(60)}`;
    const text = `${apart}\nNow spark with dask. ${filler(60)}`;
    expect(textOf(snippetOf(text, terms).segments)).toMatch(/^Now spark with dask/);
  });
});

const sectionText = fc.array(
  fc.record({
    anchor: fc.constantFrom('', 'a', 'b', 'c'),
    words: fc.array(
      fc.constantFrom('spark', 'dask', 'other', 'Other.', 'é', '使い方', filler(10), filler(40)),
      { maxLength: 12 },
    ),
  }),
  { minLength: 1, maxLength: 8 },
);

describe('the snippets of a post', () => {
  it('are windows that do not overlap, each under a heading of its own, of which the best is first', () => {
    const met = { several: 0, three: 0, later: 0 };
    fc.assert(
      fc.property(sectionText, (sections) => {
        let text = '';
        const headings = sections.map(({ anchor, words }, at) => {
          const start = text.length;
          text += `Heading ${at}\n`;
          const end = text.length - 1;
          text += `${words.join(' ')}\n`;
          return { level: 2, text: `Heading ${at}`, anchor: anchor && `${anchor}${at}`, start, end };
        });
        const document = toStoredDocument(createPost({ id: 'a' }));
        const place = { ordinal: 0, passage: 0, count: 1 };
        const snippets = createSnippets({ text, headings, document }, place, findMatches);
        const anchors = snippets.map(({ heading }) => heading?.anchor);
        expect(new Set(anchors).size).toBe(snippets.length);
        const placed = snippets.map(({ segments, before, after, heading }) => {
          const shown = textOf(segments);
          expect(shown.length).toBeLessThanOrEqual(snippetLength);
          expect(text).toContain(shown);
          expect(before || text.trim().startsWith(shown)).toBe(true);
          expect(after || text.trim().endsWith(shown)).toBe(true);
          if (snippets.length > 1) expect(marked(segments).length).toBeGreaterThan(0);
          return {
            shown,
            own: headings.find(({ anchor }) => anchor !== '' && anchor === heading?.anchor)?.start ?? 0,
          };
        });
        // Each is found after its heading, and before the window of the next.
        let from = 0;
        for (const { shown, own } of placed.toSorted((a, b) => a.own - b.own)) {
          const at = text.indexOf(shown, Math.max(from, own));
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + shown.length;
        }
        const worth = snippets.map(({ segments }) => new Set(marked(segments)).size);
        if (snippets.length > 1) met.several += 1;
        if (snippets.length > 2) met.three += 1;
        if (worth.length > 1 && snippets[0]?.before) met.later += 1;
      }),
      { numRuns: 600 },
    );
    expect(met.several).toBeGreaterThan(100);
    expect(met.three).toBeGreaterThan(30);
    expect(met.later).toBeGreaterThan(50);
  });

  it('mark the words of a phrase where they stand together, and show that place', async () => {
    const text = `Hot spots and dogs. ${filler(60)}\nA hot, dog and a hot dog. ${filler(60)}`;
    const engine = await createEngineOfPosts([createPost({ id: 'a', text })]);
    const { hits } = await engine.ask(ask('"hot dog"'));
    const [shown] = hits[0]?.snippets ?? [];
    expect(marked(shown?.segments ?? [])).toEqual(['hot', 'dog', 'hot', 'dog']);
    expect(textOf(shown?.segments ?? [])).toMatch(/^A hot/);
    const both = await engine.ask(ask('"hot dog" spots'));
    expect(marked(both.hits[0]?.snippets[0].segments ?? [])).not.toContain('Hot');
  });
});
