import { describe, expect, test } from 'vitest';
import { CheckedObject, parseJson } from '../../src/index-store/checked-json.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const of = (value: unknown): CheckedObject => new CheckedObject({ it: value }, 'a.json');
const nothing = new CheckedObject({}, 'a.json');

/** What is refused says which file it is, and which of its properties. */
const refusal = (message: string) =>
  expect.objectContaining({ code: 'index-corrupt', file: 'a.json', message: `a.json: ${message}` });

describe('JSON is believed', () => {
  test('when it is whole', () => {
    expect(parseJson(bytes('{"it": ["ä"]}'), 'a.json')).toEqual({ it: ['ä'] });
  });

  test.each([
    ['that is empty', bytes('')],
    ['cut short', bytes('{"it": 1')],
    ['in another encoding', Uint8Array.of(0x22, 0xe4, 0x22)],
  ])('and not %s', (_, damaged) => {
    expect(() => parseJson(damaged, 'a.json')).toThrow(refusal('is not complete JSON'));
  });
});

describe('a property', () => {
  test.each([
    ['a string', of('x').string('it'), 'x'],
    ['no string', nothing.optionalString('it'), undefined],
    ['a count', of(0).count('it'), 0],
    ['a large count', of(2 ** 53 - 1).count('it'), 2 ** 53 - 1],
    ['a number', of(-0.5).number('it'), -0.5],
    ['strings', of(['x', '']).strings('it'), ['x', '']],
    ['strings that may be missing', of(['x']).optionalStrings('it'), ['x']],
    ['no strings', nothing.optionalStrings('it'), []],
    ['counts', of([0, 7]).counts('it'), [0, 7]],
    ['a list', of([null, 1]).list('it'), [null, 1]],
    ['an object', of({ x: 1 }).object('it').count('x'), 1],
    ['an object that may be missing', of({ x: 1 }).optionalObject('it')?.count('x'), 1],
    ['no object', nothing.optionalObject('it'), undefined],
    [
      'objects',
      of([{ x: 1 }, { x: 2 }])
        .objects('it')
        .map((each) => each.count('x')),
      [1, 2],
    ],
    [
      'objects that may be missing',
      of([{ x: 3 }])
        .optionalObjects('it')
        .map((each) => each.count('x')),
      [3],
    ],
    ['no objects', nothing.optionalObjects('it'), []],
  ])('is read: %s', (_, read, expected) => {
    expect(read).toEqual(expected);
  });

  test.each([
    ['string', 1, '"it" is not a string'],
    ['string', undefined, '"it" is not a string'],
    ['optionalString', null, '"it" is not a string'],
    ['count', -1, '"it" is not a count'],
    ['count', 1.5, '"it" is not a count'],
    ['count', '1', '"it" is not a count'],
    ['count', 2 ** 53, '"it" is not a count'],
    ['count', undefined, '"it" is not a count'],
    ['number', '1', '"it" is not a number'],
    ['number', null, '"it" is not a number'],
    ['number', Number.POSITIVE_INFINITY, '"it" is not a number'],
    ['strings', 'x', '"it" is not a list of strings'],
    ['strings', ['x', 1], '"it" is not a list of strings'],
    ['strings', undefined, '"it" is not a list of strings'],
    ['optionalStrings', [null], '"it" is not a list of strings'],
    ['counts', 1, '"it" is not a list of counts'],
    ['counts', [1, -1], '"it" is not a list of counts'],
    ['counts', [1, 0.5], '"it" is not a list of counts'],
    ['counts', [1, '1'], '"it" is not a list of counts'],
    ['list', { length: 0 }, '"it" is not a list'],
    ['objects', {}, '"it" is not a list'],
    ['objects', [null], 'holds something else than an object'],
    ['optionalObjects', [[]], 'holds something else than an object'],
    ['optionalObjects', null, '"it" is not a list'],
    ['object', [], 'holds something else than an object'],
    ['object', undefined, 'holds something else than an object'],
    ['object', 'x', 'holds something else than an object'],
    ['optionalObject', null, 'holds something else than an object'],
  ] as const)('is refused as %s: %j', (kind, value, message) => {
    expect(() => of(value)[kind]('it')).toThrow(refusal(message));
  });
});
