/**
 * All that one line of NDJSON says, post or not: for who looks for its words elsewhere.
 * @module
 */

/** Walks without recursion: the value may be nested as deep as a line is long. */
const stringsOf = (value: unknown): string => {
  const found: string[] = [];
  const pending: unknown[] = [value];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next === 'string') found.push(next);
    else if (typeof next === 'object' && next !== null)
      for (const [name, inner] of Object.entries(next)) {
        if (!Array.isArray(next)) found.push(name);
        pending.push(inner);
      }
  }
  return found.join('\n');
};

/** Every name and string of a line, one a line; all of it where it is no JSON. */
export const recordStrings = (bytes: Uint8Array): string => {
  const text = new TextDecoder().decode(bytes);
  try {
    return stringsOf(JSON.parse(text));
  } catch {
    return text;
  }
};
