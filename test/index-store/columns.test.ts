import { describe, expect, test } from 'vitest';
import {
  parseDays,
  parseIds,
  parseValueColumn,
  toDaysBody,
  toIdsBody,
  toValueColumnBody,
} from '../../src/index-store/columns.js';
import { seal, toBody } from '../../src/index-store/seal.js';

const path = 'en/tags-0123456789abcdef.json';
const sealed = (body: Uint8Array): Uint8Array => seal(path, body);
const refusal = (message: string) =>
  expect.objectContaining({ code: 'index-corrupt', file: path, message: `${path}: ${message}` });

describe('a column of values', () => {
  const column = { values: ['lake', 'river'], ordinals: [Uint32Array.of(0, 2, 7), Uint32Array.of(3)] };

  test('is read as it was written', () => {
    const body = toValueColumnBody(column);
    expect(new TextDecoder().decode(body)).toBe('{"values":["lake","river"],"ordinals":[[0,2,5],[3]]}');
    expect(parseValueColumn(sealed(body), path, 8)).toEqual(column);
  });

  test('of no documents has no values', () => {
    const empty = { values: [], ordinals: [] };
    expect(parseValueColumn(sealed(toValueColumnBody(empty)), path, 0)).toEqual(empty);
  });

  test('is refused with a document that is not there', () => {
    const body = toValueColumnBody(column);
    expect(() => parseValueColumn(sealed(body), path, 7)).toThrow(
      refusal('has a document that is not there'),
    );
  });

  test('is refused with more values than lists', () => {
    const body = toBody({ values: ['lake', 'river'], ordinals: [[0]] });
    expect(() => parseValueColumn(sealed(body), path, 8)).toThrow(refusal('has not a list a value'));
  });

  test('is refused with a list of something else', () => {
    const body = toBody({ values: ['lake'], ordinals: [['0']] });
    expect(() => parseValueColumn(sealed(body), path, 8)).toThrow(refusal('"0" is not a list of counts'));
  });
});

describe('a column of one value a document', () => {
  test('has days as differences, and is read as it was written', () => {
    const days = Uint32Array.of(0, 20240229, 20240301);
    const body = toDaysBody(days);
    expect(new TextDecoder().decode(body)).toBe('{"days":[0,20240229,72]}');
    expect(parseDays(sealed(body), path, 3)).toEqual(days);
    expect(() => parseDays(sealed(body), path, 4)).toThrow(refusal('does not have days of 4 documents'));
  });

  test('has ids, and is read as it was written', () => {
    const body = toIdsBody(['a.md', 'b.md']);
    expect(parseIds(sealed(body), path, 2)).toEqual(['a.md', 'b.md']);
    expect(() => parseIds(sealed(body), path, 1)).toThrow(refusal('does not have ids of 1 documents'));
  });
});
