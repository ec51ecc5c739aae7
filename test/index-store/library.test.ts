import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOwnEntry } from '../../src/index-store/layout.js';
import { toLibrary } from '../../src/index-store/library.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

test('a library has the text of its manifest in it, whatever that is, and begins as ours do', () => {
  const met = { quotes: 0, lines: 0 };
  const texts = fc
    .array(
      fc.oneof(
        fc.constantFrom("'", '\\', '\n', '\u2028', '`$\u007bx}', '</script>', '*/'),
        fc.string({ unit: 'grapheme' }),
      ),
    )
    .map((parts) => parts.join(''))
    // What no JSON has in it is written as it is.
    .filter((text) => !text.includes('\r'));
  fc.assert(
    fc.property(texts, (text) => {
      const library = new TextDecoder().decode(toLibrary(encode('const answer = 42;'), encode(text)));
      expect(isOwnEntry('lookback.js', library)).toBe(true);
      expect(new Function(`${library} return [lookbackManifest, answer];`)()).toEqual([text, 42]);
      if (text.includes("'")) met.quotes += 1;
      if (text.includes('\n')) met.lines += 1;
    }),
    { numRuns: 200 },
  );
  expect(Math.min(...Object.values(met))).toBeGreaterThan(20);
});

test('a library has a language in it as its module has it', () => {
  const script = encode('let a=(b)=>b+1,$c="x;export{";export{a as stem,$c as stopWords};\n');
  const ofLanguage = { language: 'en', script };
  const library = new TextDecoder().decode(toLibrary(encode(''), encode('{}'), ofLanguage));
  const { language, module } = new Function(`${library} return lookbackLanguage;`)();
  expect([language, Object.keys(module), module.stem(1), module.stopWords]).toEqual([
    'en',
    ['stem', 'stopWords'],
    2,
    'x;export{',
  ]);
  expect(() => toLibrary(encode(''), encode('{}'), { ...ofLanguage, script: encode('let a') })).toThrow(
    'exports',
  );
});
