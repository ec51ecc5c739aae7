import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAfter, dayBefore } from '../../src/query/calendar-days.js';

const write = (date: Date): string => date.toISOString().slice(0, 10);

test('the days beside a day are those of the calendar', () => {
  const days = fc.date({
    min: new Date('0001-01-02'),
    max: new Date('9999-12-30'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, (date) => {
      const day = 24 * 60 * 60 * 1000;
      expect(dayBefore(write(date))).toBe(write(new Date(date.getTime() - day)));
      expect(dayAfter(write(date))).toBe(write(new Date(date.getTime() + day)));
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['2024-02-28', '2024-02-29'],
  ['2023-02-28', '2023-03-01'],
  ['1900-02-28', '1900-03-01'],
  ['0999-12-31', '1000-01-01'],
])('%s comes before %s', (day, next) => {
  expect(dayAfter(day)).toBe(next);
  expect(dayBefore(next)).toBe(day);
});

test('no day comes before the first that can be written, or after the last', () => {
  expect(dayBefore('0001-01-01')).toBeUndefined();
  expect(dayAfter('9999-12-31')).toBeUndefined();
});
