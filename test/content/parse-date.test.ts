import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DateRules, parseDate } from '../../src/content/dates/parse-date.js';
import { findPathDate, toDatedName } from '../../src/content/dates/path-date.js';
import { fromWallClock, offsetAt } from '../../src/content/dates/time-zone.js';

const parse = (
  value: unknown,
  timeZone?: string,
  offsets: DateRules['offsets'] = 'converted',
): string | undefined => {
  const date = parseDate(value, { timeZone, offsets });
  return date && `${date.day} ${date.time} ${new Date(date.timestamp * 1000).toISOString().slice(0, 19)}Z`;
};

describe('parseDate', () => {
  it.each([
    ['2015-01-09', '2015-01-09 00:00:00 2015-01-09T00:00:00Z'],
    ['2015/1/9', '2015-01-09 00:00:00 2015-01-09T00:00:00Z'],
    ['2013-06-30 +0000', '2013-06-30 00:00:00 2013-06-30T00:00:00Z'],
    ['20150109', '2015-01-09 00:00:00 2015-01-09T00:00:00Z'],
    [20150109, '2015-01-09 00:00:00 2015-01-09T00:00:00Z'],
    ['2015-01-09 23:30', '2015-01-09 23:30:00 2015-01-09T23:30:00Z'],
    ['2014-11-17T08:08', '2014-11-17 08:08:00 2014-11-17T08:08:00Z'],
    ['2014-11-17T8:08', '2014-11-17 08:08:00 2014-11-17T08:08:00Z'],
    ['2016-03-21 12:00:00 -4', '2016-03-21 12:00:00 2016-03-21T16:00:00Z'],
    ['2012-07-12 22:04:12 -0400', '2012-07-12 22:04:12 2012-07-13T02:04:12Z'],
    ['2012-07-12T22:04:12-04:00', '2012-07-12 22:04:12 2012-07-13T02:04:12Z'],
    ['2012-07-12T22:04:12.123Z', '2012-07-12 22:04:12 2012-07-12T22:04:12Z'],
    ['2023-01-29 18:30:22 2023 -0800', '2023-01-29 18:30:22 2023-01-30T02:30:22Z'],
    ['2012-07-12 10:04 PM EST', '2012-07-12 22:04:00 2012-07-13T03:04:00Z'],
    ['Jul 08 2022', '2022-07-08 00:00:00 2022-07-08T00:00:00Z'],
    ['July 8th, 2022', '2022-07-08 00:00:00 2022-07-08T00:00:00Z'],
    ['8 July 2022', '2022-07-08 00:00:00 2022-07-08T00:00:00Z'],
    ['Fri, 08 Jul 2022 10:00:00 +0200', '2022-07-08 10:00:00 2022-07-08T08:00:00Z'],
    ['Fri Jul 08 2022 10:00:00 GMT+0200 (CEST)', '2022-07-08 10:00:00 2022-07-08T08:00:00Z'],
    [1_400_000_000, '2014-05-13 16:53:20 2014-05-13T16:53:20Z'],
    [1_400_000_000_000, '2014-05-13 16:53:20 2014-05-13T16:53:20Z'],
    ['9999-12-31', '9999-12-31 00:00:00 9999-12-31T00:00:00Z'],
    ['2016-02-29', '2016-02-29 00:00:00 2016-02-29T00:00:00Z'],
  ])('%s', (value, expected) => {
    expect(parse(value)).toBe(expected);
  });

  it.each([
    'soon',
    '2015',
    '2015-01',
    '2015-13-01',
    '2015-02-30',
    '01/02/2015',
    '2015-01-09 25:00',
    '2015-01-09 10:61',
    '2015-01-09 10:00 XYZ',
    '2015-01-09 13:00 PM',
    'Juliet 8 2022',
    '{{ page.date }}',
    '2015-01-09 10:00 +99',
    '',
    true,
    [],
    {},
    Number.NaN,
    1e300,
  ])('is no date: %s', (value) => {
    expect(parse(value)).toBeUndefined();
  });

  it('reads a time without a zone in that of the site', () => {
    expect(parse('2019-07-01 00:30', 'Europe/Prague')).toBe('2019-07-01 00:30:00 2019-06-30T22:30:00Z');
    expect(parse('2019-07-01', 'America/New_York')).toBe('2019-07-01 00:00:00 2019-07-01T04:00:00Z');
  });

  it('shows a time with a zone on the day it has in that of the site', () => {
    expect(parse('2019-06-30 22:30:00 +0000', 'Europe/Prague')).toBe(
      '2019-07-01 00:30:00 2019-06-30T22:30:00Z',
    );
    expect(parse('2019-06-30 22:30:00 +0000', 'Europe/Prague', 'kept')).toBe(
      '2019-06-30 22:30:00 2019-06-30T22:30:00Z',
    );
  });

  it('takes a time with a zone for one of the site, as Hexo does', () => {
    expect(parse('2019-07-01T10:00:00+04:00', 'Europe/Prague', 'as-local')).toBe(
      '2019-07-01 06:00:00 2019-07-01T04:00:00Z',
    );
  });

  it('survives the hours that summer time leaves out and repeats', () => {
    expect(parse('2019-03-31 02:30', 'Europe/Prague')).toBe('2019-03-31 03:30:00 2019-03-31T01:30:00Z');
    expect(parse('2019-10-27 03:30', 'Europe/Prague')).toBe('2019-10-27 03:30:00 2019-10-27T02:30:00Z');
  });

  it('agrees with itself in every zone', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Asia/Kathmandu',
      'America/St_Johns',
      'Pacific/Apia',
      'Europe/Dublin',
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), zones, (timestamp, zone) => {
        const wallClock = timestamp + offsetAt(zone, timestamp);
        // The repeated hour has two instants; both show the same wall clock.
        const found = fromWallClock(zone, wallClock);
        expect(found + offsetAt(zone, found)).toBe(wallClock);
      }),
    );
  });
});

describe('dates in paths', () => {
  it.each([
    ['2019-05-20-a-title', '2019-05-20', 'a-title'],
    ['2017-2-5-i-dont-like-zeroes', '2017-2-5', 'i-dont-like-zeroes'],
    ['14-1-9-short', '2014-1-9', 'short'],
    ['99-1-9-short', '1999-1-9', 'short'],
  ])('%s', (name, date, rest) => {
    expect(toDatedName(name)).toEqual({ date, rest });
  });

  it('has none in other names', () => {
    for (const name of ['2019-05-20', 'a-2019-05-20-b', '12345-1-1-a', 'title'])
      expect(toDatedName(name)).toBeUndefined();
  });

  it.each([
    ['2015/01/09/Rust-1.0', '2015-01-09'],
    ['inside-rust/2020/2/11/meeting', '2020-2-11'],
    ['posts/2018-01-01-file', '2018-01-01'],
    ['v1.2.3/notes', undefined],
    ['12015/01/09', undefined],
  ])('%s has %s', (path, date) => {
    expect(findPathDate(path)).toBe(date);
  });
});
