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
    const { words, numbers } = listTerms(root(parts), (name) => parts.get(name));
    expect(words).toEqual([...fieldNames, 'tea', 'teapot', 'teapots', 'zebra', 'é']);
    expect([...numbers.keys()]).toEqual([...parts.keys()].filter((name) => /^(?:words|terms)/.test(name)));
    for (const [name, rest] of numbers) {
      const bytes = parts.get(name) ?? new Uint8Array();
      expect(rest).toEqual(bytes.subarray(bytes.length - rest.length));
      if (name.startsWith('terms')) expect(rest).toHaveLength(0);
      else expect(Buffer.from(rest).toString()).not.toMatch(/[a-z]/);
    }
  });

  test('are a separator too that is no beginning of a term', () => {
    const changed = reseal(
      parts,
      (_, bytes) => bytes,
      ({ words, ...rest }) => ({
        ...rest,
        words: words.map((entry, at) =>
          at === words.length - 1 ? { ...entry, separator: 'êsecret' } : entry,
        ),
      }),
    );
    expect(listTerms(root(changed), (name) => changed.get(name)).words).toContain('êsecret');
  });

  test.each(['words', 'terms'])('are those that only the %s parts say, too', (kind) => {
    const changed = reseal(
      parts,
      (name, bytes) =>
        name.startsWith(kind)
          ? bytes.map((byte) => (byte === 'z'.charCodeAt(0) ? 'y'.charCodeAt(0) : byte))
          : bytes,
      (whole) => whole,
    );
    const { words } = listTerms(root(changed), (name) => changed.get(name));
    expect(words).toContain('zebra');
    expect(words).toContain('yebra');
  });

  test('are not known where a part is missing', () => {
    expect(() => listTerms(root(parts), () => undefined)).toThrow(
      expect.objectContaining({ code: 'index-corrupt' }),
    );
  });
});
