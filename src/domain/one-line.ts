/**
 * Names and messages as one line of text shows them. A name that a file or a page has may hold a line end, a command to the
 * terminal or marks that turn its letters around: nothing of these may look like a line that the program wrote.
 * @module
 */

/** Control characters, line and paragraph separators, marks of direction, halves of characters. */
const unshowable = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/gu;

const names: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Each such character as JSON would write it: `a\nb.md`, `\u001b[31m`. What is JSON already stays the same JSON. */
export const toOneLine = (text: string): string =>
  text.replace(
    unshowable,
    (character) => names[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
