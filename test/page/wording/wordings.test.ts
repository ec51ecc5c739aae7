import { describe, expect, test } from 'vitest';
import { interfaceLanguages } from '../../../src/domain/interface-languages.js';
import { place } from '../../../src/page/say.js';
import { english } from '../../../src/page/wording/english.js';
import type { Wording } from '../../../src/page/wording/wording.js';
import { wordingFor, wordings } from '../../../src/page/wording/wordings.js';

/** Every text of a dictionary by its path; those that are said of numbers have the class as the last name. */
const textsOf = (value: unknown, path = ''): readonly (readonly [path: string, text: string])[] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value ?? {}).flatMap(([name, member]) => textsOf(member, `${path}.${name}`));

const placesOf = (text: string): readonly string[] =>
  text
    .split(place)
    .filter((_, at) => at % 2 === 1)
    .toSorted();

const counted = ['total', 'totalFor', 'suggestionCount', 'filterCount', 'moreValues'] as const;
const others = interfaceLanguages
  .filter((language) => language !== 'en')
  .map((language) => wordings[language]);

describe.each(others)('the dictionary of $language', (wording: Wording) => {
  test('says something of its own for everything', () => {
    const own = new Map(textsOf(wording));
    const same = textsOf(english).filter(([path, text]) => /\p{L}{4}/u.test(text) && own.get(path) === text);
    // What is spelt alike: `filter` in German, `code` nowhere.
    expect(same.map(([path]) => path)).toEqual([]);
    for (const [path, text] of own) expect(text.trim(), path).toBe(text);
  });

  test('has the places that the English one has', () => {
    const own = new Map(textsOf(wording));
    for (const [path, text] of textsOf(english)) {
      if (counted.some((name) => path.startsWith(`.${name}.`))) continue;
      expect(placesOf(own.get(path) ?? ''), path).toEqual(placesOf(text));
    }
    for (const name of counted) {
      const expected = placesOf(english[name].other);
      // `one post` needs no figure.
      for (const text of Object.values(wording[name]))
        expect(expected, name).toEqual(expect.arrayContaining([...placesOf(text)]));
      expect(placesOf(wording[name].other), name).toEqual(expected);
    }
  });

  test('counts as its language does', () => {
    const classes = new Intl.PluralRules(wording.locale).resolvedOptions().pluralCategories;
    for (const name of ['total', 'totalFor', 'suggestionCount'] as const)
      expect(Object.keys(wording[name]).toSorted()).toEqual(classes.toSorted());
  });

  test('is chosen for its language, wherever that is spoken', () => {
    expect(wordingFor(wording.language)).toBe(wording);
    expect(wordingFor(`${wording.language.toUpperCase()}-x-somewhere`)).toBe(wording);
  });
});

test('a language without a dictionary is English', () => {
  expect(['fi', 'und', '', 'end', 'jam'].map(wordingFor)).toEqual(Array(5).fill(english));
});
