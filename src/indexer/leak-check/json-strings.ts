/**
 * The words of a JSON text, found without making its values: those of an index take many times the room of their text.
 * @module
 */

/** Ordinals, of which an index has very many as names: too short for a word of digits to be one. */
const ordinal = /^"\d{1,4}"$/;
/** What may stand between strings and is no word. Names of values, such as `true`, no file of ours has. */
const noSign = /[^\s\d{}[\],:.+-]/;
const backslash = 0x5c;

/** @returns the place after the string that begins at `start` */
const endOfString = (text: string, start: number): number => {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return end + 1;
  }
  return text.length;
};

const decode = (string: string): string => {
  if (!string.includes('\\')) return string;
  try {
    return String(JSON.parse(string));
  } catch {
    return string;
  }
};

/**
 * Every name and string of a JSON text, a line each; and, of a text that is none, all else that may be a word. No number is
 * taken for one, and no escape.
 */
export const findJsonStrings = (text: string): string => {
  const found: string[] = [];
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf('"', at);
    const between = text.slice(at, start < 0 ? text.length : start);
    if (noSign.test(between)) found.push(between);
    if (start < 0) break;
    at = endOfString(text, start);
    const string = text.slice(start, at);
    if (!ordinal.test(string)) found.push(decode(string));
  }
  return found.join('\n');
};
