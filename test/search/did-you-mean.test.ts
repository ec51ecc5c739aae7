import { describe, expect, it } from 'vitest';
import type { SearchQuery } from '../../src/domain/search.js';
import { createPost } from '../contract/posts.js';
import { toAsked } from './ranked-posts.js';
import { openTold, type Told, toEngine } from './told-words.js';

const english = [
  createPost({ id: 'a', title: 'Searching', text: 'searching kettles and lamps', tags: ['tea'] }),
  createPost({ id: 'b', text: 'kettles', tags: ['cups'] }),
];
const german = [createPost({ id: 'c', language: 'de', text: 'kettles suchen' })];

const likelier = (term: string, documents = 30) => ({ corrections: [{ term, documents }] });
const unknown = (term: string, documents?: number) => ({ documents: 0, ...likelier(term, documents) });

const suggest = async (text: string, told: Told, rest: Partial<SearchQuery> = {}, ofGerman: Told = told) => {
  const [en, de] = [await openTold(english, told), await openTold(german, ofGerman)];
  const { understood, total } = await toEngine(en.shard, de.shard).ask(toAsked(text, rest));
  return { didYouMean: understood.didYouMean, total, asked: en.asked };
};

describe('did you mean', () => {
  it('has the likelier word in place of one that nobody has, and all else as it was typed', async () => {
    const told = { serching: unknown('searching') };
    expect((await suggest('serching', told)).didYouMean).toBe('searching');
    expect((await suggest('  kettles   serching', told)).didYouMean).toBe('kettles   searching');
    expect((await suggest('serching, KETTLES', told)).didYouMean).toBe('searching, KETTLES');
  });

  it('replaces the word where it stands by itself, and not in others', async () => {
    const told = { lmp: unknown('lamps') };
    expect((await suggest('lmp lmpe lmp', told)).didYouMean).toBe('lamps lmpe lamps');
    expect((await suggest('lmp 😀lmp élmp', told)).didYouMean).toBe('lamps 😀lamps élmp');
  });

  it('corrects several words at once, and asks once more', async () => {
    const told = { serching: unknown('searching'), ketles: unknown('kettles') };
    const { didYouMean, asked } = await suggest('serching ketles', told);
    expect(didYouMean).toBe('searching kettles');
    expect(asked).toEqual(['serching ketles', 'searching kettles']);
  });

  it('is not there where the corrected text finds nothing, as the filters are', async () => {
    const told = { serching: unknown('searching'), nowhre: unknown('nowhere') };
    expect((await suggest('nowhre', told)).didYouMean).toBeUndefined();
    const filters = { tags: [['cups']] };
    expect((await suggest('serching', told, { filters })).didYouMean).toBeUndefined();
    expect((await suggest('serching', told, { filters: { tags: [['tea']] } })).didYouMean).toBe('searching');
    expect((await suggest('serching', told, { filters: { languages: ['de'] } })).didYouMean).toBeUndefined();
  });

  it.each<[what: string, word: Told[string], isMeant: boolean]>([
    ['of a word that is in none', unknown('searching', 1), true],
    ['of one in few, where far more have the other', { documents: 1, ...likelier('searching', 20) }, true],
    ['not where hardly more have the other', { documents: 1, ...likelier('searching', 9) }, false],
    ['not of a word that is in several', { documents: 2, ...likelier('searching', 1_000) }, false],
    ['not where nothing is likelier', { documents: 0, corrections: [] }, false],
  ])('comes %s', async (_, word, isMeant) => {
    const { didYouMean } = await suggest('serching', { serching: word });
    expect(didYouMean).toBe(isMeant ? 'searching' : undefined);
  });

  it('counts what all languages have', async () => {
    const few = { serching: { documents: 1, ...likelier('searching', 15) } };
    const many = { serching: { documents: 50 } };
    expect((await suggest('serching', few, {}, many)).didYouMean).toBeUndefined();
    expect((await suggest('serching', few, { filters: { languages: ['en'] } }, many)).didYouMean).toBe(
      'searching',
    );
    const counted = { filters: { languages: ['en'] }, facets: ['languages'] } as const;
    expect((await suggest('serching', few, counted, many)).didYouMean).toBe('searching');
  });

  it('takes the likeliest of all languages, of equals that of most posts', async () => {
    const two = (first: string, second: string, documents: number) => ({
      serching: {
        documents: 0,
        corrections: [
          { term: first, documents },
          { term: second, documents },
        ],
      },
    });
    expect((await suggest('serching', two('searching', 'kettles', 3))).didYouMean).toBe('searching');
    const { didYouMean } = await suggest(
      'serching',
      two('searching', 'lamps', 3),
      {},
      two('kettles', 'lamps', 9),
    );
    expect(didYouMean).toBe('kettles');
  });

  it('takes a word that is not finished for no misspelling', async () => {
    const told = { kettl: unknown('lamps') };
    expect((await suggest('kettl', told)).didYouMean).toBeUndefined();
    expect((await suggest('kettl kettles', told)).didYouMean).toBe('lamps kettles');
  });
});
