/**
 * What is done with a post besides reading it, in limited time.
 * @module
 */
import { withinTime } from '../content/index.js';

/** UTF-16 units. Work on a shorter text ends in time even if it takes the square of its length, and needs no watch. */
const shortText = 64 * 1024;

/**
 * @param length of the text that the work is done on, in UTF-16 units
 * @throws TooSlow, and whatever the work throws
 */
export const workInTime = <Result>(length: number, maxSeconds: number, work: () => Result): Result =>
  length <= shortText ? work() : withinTime(maxSeconds, work);
