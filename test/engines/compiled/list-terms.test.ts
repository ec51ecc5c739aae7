import { describe, expect, test } from 'vitest';
import { fieldNames } from '../../../src/domain/fields.js';
import { listTerms } from '../../../src/engines/compiled/index.js';
import { partsOf } from './corpus.js';
import { reseal } from './reseal.js';

const docs = [{ id: 'post-0', title: 'tea', body: 'teapot teapots zebra', tags: 'é' }];
const parts = partsOf(docs);
const root = (of: ReadonlyMap<string, Uint8Array>): Uint8Array => of.get('root') ?? new Uint8Array();

describe('the words of a compiled index', () => {
  test('are its terms and the names of its fields, and nothing else is in letters', () => {
    const { words, parts: names } = listTerms(root(parts), (name) => parts.get(name));
    expect(words).toEqual([...fieldNames, 'tea', 'teapot', 'teapots', 'zebra', 'é']);
    expect(names).toEqual([...parts.keys()].filter((name) => name.startsWith('terms')));
  });

  test('are a separator too that is no beginning of a term', () => {
    const changed = reseal(
      parts,
      (_, bytes) => bytes,
      ({ dictionary, ...rest }) => ({
        ...rest,
        dictionary: dictionary.map((entry, at) =>
          at === dictionary.length - 1 ? { ...entry, separator: 'êsecret' } : entry,
        ),
      }),
    );
    expect(listTerms(root(changed), (name) => changed.get(name)).words).toContain('êsecret');
  });

  test('are not known where a part is missing', () => {
    expect(() => listTerms(root(parts), () => undefined)).toThrow(
      expect.objectContaining({ code: 'index-corrupt' }),
    );
  });
});
