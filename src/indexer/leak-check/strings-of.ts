/** Every name and string of a value, a line each. Walks without recursion: a value may be nested as deep as its text is long. */
export const stringsOf = (value: unknown): string => {
  const found: string[] = [];
  const pending: unknown[] = [value];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next === 'string') found.push(next);
    else if (Array.isArray(next)) for (const item of next) pending.push(item);
    else if (typeof next === 'object' && next !== null)
      for (const [name, inner] of Object.entries(next)) {
        found.push(name);
        pending.push(inner);
      }
  }
  return found.join('\n');
};
