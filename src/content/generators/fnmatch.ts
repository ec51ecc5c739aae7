/**
 * Shell patterns as the C library and its heirs in Ruby and Python match them: `*` and `?` take slashes too.
 * @module
 */

/** One place of a pattern: any text, any character, or one of a set. */
type Part = '*' | '?' | { readonly characters: readonly string[]; readonly isNegated: boolean };

const toSet = (written: string): Part => {
  const isNegated = /^[!^]/.test(written);
  const list = [...(isNegated ? written.slice(1) : written)];
  const characters: string[] = [];
  for (let at = 0; at < list.length; at += 1) {
    const first = list[at] ?? '';
    const last = list[at + 1] === '-' ? list[at + 2] : undefined;
    if (last === undefined) characters.push(first);
    else {
      characters.push(`${first}-${last}`);
      at += 2;
    }
  }
  return { characters, isNegated };
};

const parse = (pattern: string, escapes: boolean): Part[] => {
  const parts: Part[] = [];
  const written = [...pattern];
  for (let at = 0; at < written.length; at += 1) {
    const character = written[at] ?? '';
    if (character === '*' || character === '?') parts.push(character);
    else if (character === '[') {
      // A bracket right behind the opening one is a member.
      const from = /[!^]/.test(written[at + 1] ?? '') ? at + 3 : at + 2;
      const end = written.indexOf(']', from);
      if (end === -1) parts.push({ characters: ['['], isNegated: false });
      else {
        parts.push(toSet(written.slice(at + 1, end).join('')));
        at = end;
      }
    } else if (character === '\\' && escapes && at + 1 < written.length) {
      at += 1;
      parts.push({ characters: [written[at] ?? ''], isNegated: false });
    } else parts.push({ characters: [character], isNegated: false });
  }
  return parts;
};

const isIn = (character: string, part: Part): boolean => {
  if (part === '*') return false;
  if (part === '?') return true;
  const found = part.characters.some((member) => {
    const [first = '', dash, last] = [...member];
    return dash !== undefined && last !== undefined
      ? first <= character && character <= last
      : member === character;
  });
  return found !== part.isNegated;
};

/**
 * @param options `escapes` is false where a backslash is a character like any other.
 * @returns a test in time that grows with pattern times text at most.
 */
export function fnmatch(pattern: string, { escapes = true } = {}): (text: string) => boolean {
  const parts = parse(pattern, escapes);
  return (text) => {
    const characters = [...text];
    let part = 0;
    let at = 0;
    // Where to go on if what follows the last star does not match: one character further.
    let star = -1;
    let retry = 0;
    while (at < characters.length) {
      const wanted = parts[part];
      if (wanted === '*') {
        star = part;
        retry = at;
        part += 1;
      } else if (wanted !== undefined && isIn(characters[at] ?? '', wanted)) {
        part += 1;
        at += 1;
      } else if (star !== -1) {
        part = star + 1;
        retry += 1;
        at = retry;
      } else return false;
    }
    return parts.slice(part).every((rest) => rest === '*');
  };
}
