/** What the head of a source states: a name, a value, and what both are nested in. */
export interface Statement {
  /** As written; empty for an item of a list. */
  readonly name: string;
  /** Lower case, without `_`, dashes and spaces. */
  readonly key: string;
  /** As written, without quotes and comment; empty where something is nested in it. */
  readonly value: string;
  /** Keys of what it is nested in, outermost first; empty ones for items of lists. */
  readonly above: readonly string[];
  /** 1-based, in the file. */
  readonly line: number;
}

export const toKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[_\s\p{Pd}\u2212\p{Cf}]/gu, '');

export const toStatement = (
  name: string,
  value: string,
  above: readonly string[],
  line: number,
): Statement => ({ name, key: toKey(name), value, above, line });
