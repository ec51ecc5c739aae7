/**
 * What a value of front matter says: yes, no, or a word that a key may know.
 * @module
 */
import { isObject } from '../../domain/is-object.js';
import { type FrontMatterEntry, toKey } from '../front-matter/front-matter.js';

const no = new Set(['false', 'no', 'n', 'off', '0', 'never', '']);
const yes = new Set(['true', 'yes', 'y', 'on', '1', 'always']);

export const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** The scalars of a value: itself, or the items of a list. A mapping, which could say anything, has none. */
export const scalarsOf = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(scalarsOf);
  return isScalar(value) ? [String(value).trim()] : [];
};

/** `true`, `yes`, `"True"`, 1; `undefined` for what is neither yes nor no. */
export const toFlag = (value: unknown): boolean | undefined => {
  if (typeof value === 'boolean') return value;
  const [first = '', ...rest] = scalarsOf(value);
  // A symbol stands for what only a program knows.
  if (rest.length > 0 || isObject(value) || typeof value === 'symbol') return undefined;
  const word = first.toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
};

/** A word to look up: `Auto-Draft` is `autodraft`. */
export const toWord = (text: string): string => toKey(text.trim());

const publicWords = new Set([
  'public',
  'publish',
  'published',
  'everyone',
  'everybody',
  'anyone',
  'all',
  'world',
  'open',
  'visible',
  'listed',
  'live',
]);

/** Whether a word says that all may see a post. */
export const isPublic = (text: string): boolean => publicWords.has(toWord(text)) || toFlag(text) === true;

/** What a value says, without quoting more than a yes or a no: a password is a value too. */
export const shown = (value: unknown): string => {
  if (toFlag(value) === undefined) return 'neither yes nor no';
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
};

export const quote = (value: unknown): string =>
  typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : scalarsOf(value).join(', ').slice(0, 40);

/** Whether the setting `show` names the value: `visibility=members`, in any case. */
export const isShown = (entry: FrontMatterEntry, value: string, show: readonly string[]): boolean =>
  show.some((pair) => {
    const at = pair.indexOf('=');
    return (
      toKey(pair.slice(0, at).trim()) === toKey(entry.name) && toWord(pair.slice(at + 1)) === toWord(value)
    );
  });

/** How to say that posts with this value may be seen; nothing where it is too long for a line. */
export const showHint = (entry: FrontMatterEntry, value: string): string =>
  /^[^\p{Cc},]{1,60}$/u.test(value)
    ? `, or add ${JSON.stringify(`${entry.name}=${value}`)} to the setting show if such posts may be seen`
    : '';
