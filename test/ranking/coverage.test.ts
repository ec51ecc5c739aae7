import { expect, test } from 'vitest';
import { leastShare, saysEnough } from '../../src/ranking/coverage.js';

test('a document says enough that says so much of what the fullest says', () => {
  expect(saysEnough(10, 10)).toBe(true);
  expect(saysEnough(10 * leastShare, 10)).toBe(true);
  expect(saysEnough(9.9 * leastShare, 10)).toBe(false);
  // The same words, added up in another order.
  expect(saysEnough(0.3 + 0.2 + 0.1, (0.1 + 0.2 + 0.3) / leastShare)).toBe(true);
});
