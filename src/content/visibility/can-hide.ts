/**
 * Whether a value that nobody can read may hide a post.
 * @module
 */
import { toKey } from '../front-matter/front-matter.js';
import { findHideSignal } from './find-hide-signal.js';

/** One of these hides a post, under every key that can. */
const telling = [true, false, 'draft', 'noindex', 'no date', '0001-01-01', '9999-12-31'];

/** True for a key under which some value hides a post. */
export const canHide = (name: string): boolean =>
  telling.some(
    (value) =>
      findHideSignal('', [{ name, key: toKey(name), value }], undefined, {
        now: 0,
        timeZone: 'UTC',
        draftHides: true,
        show: [],
        noindex: 'skip',
      }) !== undefined,
  );
