/** Ordinals, of which an index has very many as names: too short for a word of digits to be one. */
const ordinal = /^\d{1,4}$/;

/**
 * Every name and string of a value, a line each. Walks without recursion: a value may be nested as deep as its text is
 * long.
 */
export const stringsOf = (value: unknown): string => {
  const found: string[] = [];
  const pending: unknown[] = [value];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next === 'string') found.push(next);
    else if (Array.isArray(next)) {
      for (const item of next) if (typeof item !== 'number') pending.push(item);
    } else if (typeof next === 'object' && next !== null)
      for (const [name, inner] of Object.entries(next)) {
        if (!ordinal.test(name)) found.push(name);
        if (typeof inner !== 'number') pending.push(inner);
      }
  }
  return found.join('\n');
};
