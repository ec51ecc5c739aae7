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

/** `wp:post_password` and `ghost_status`, as exporters write them; what is left of a `status` says who may see a post. */
const withoutExporter = (key: string): string => {
  const [, own] = /^(?:wp|wordpress|ghost)[:.]?([a-z]+)$/.exec(key) ?? [];
  return own === 'status' ? 'poststatus' : (own ?? key);
};

export const toStatement = (
  name: string,
  value: string,
  above: readonly string[],
  line: number,
): Statement => ({ name, key: withoutExporter(toKey(name)), value, above, line });
