/**
 * What a post says of itself: names and values in the order they are written.
 * @module
 */

export interface FrontMatterEntry {
  /** As written. */
  readonly name: string;
  /** The name that is looked up: generators and authors do not agree on `publishDate`, `publish_date` and `publishdate`. */
  readonly key: string;
  readonly value: unknown;
  /** 1-based, in the file; absent where the value comes from elsewhere, a default or a cascade. */
  readonly line?: number;
  /** The value stands in quotes, so that it is text and nothing else. */
  readonly quoted?: true;
}

export type FrontMatter = readonly FrontMatterEntry[];

/** Lower case, without `_`, dashes of any kind, spaces and what cannot be seen; of letters of another width, the usual ones. */
export const toKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[_\p{Pd}\u2212\s\p{Cf}]/gu, '');

/** The first entry with one of the keys, in the order of the keys, that has a value. */
export function findEntry(
  frontMatter: FrontMatter,
  ...keys: readonly string[]
): FrontMatterEntry | undefined {
  for (const key of keys) {
    const entry = frontMatter.find((candidate) => candidate.key === key && hasValue(candidate.value));
    if (entry) return entry;
  }
  return undefined;
}

/** An empty value (`permalink:`) is what a template leaves behind, and means nothing. */
export const hasValue = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

export const findValue = (frontMatter: FrontMatter, ...keys: readonly string[]): unknown =>
  findEntry(frontMatter, ...keys)?.value;

/** A string, number or boolean as trimmed text; anything else, and nothing, is `undefined`. */
export function toText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return undefined;
}

export const findText = (frontMatter: FrontMatter, ...keys: readonly string[]): string | undefined => {
  for (const key of keys) {
    const text = toText(findValue(frontMatter, key));
    if (text !== undefined) return text;
  }
  return undefined;
};

/** The entries of a mapping that no file's line can be named for. */
export const toEntries = (values: Readonly<Record<string, unknown>>): FrontMatterEntry[] =>
  Object.entries(values).map(([name, value]) => ({ name, key: toKey(name), value }));

/** `own` and, beneath it, those defaults that it does not name itself. */
export function withDefaults(own: FrontMatter, defaults: Readonly<Record<string, unknown>>): FrontMatter {
  const entries = toEntries(defaults);
  if (entries.length === 0) return own;
  const named = new Set(own.map((entry) => entry.key));
  return [...own, ...entries.filter((entry) => !named.has(entry.key))];
}

/** Front matter that cannot be read. Its post is hidden: what it says of drafts and dates is not known. */
export class FrontMatterError extends Error {
  override readonly name = 'FrontMatterError';
  /** 1-based, in the file. */
  readonly line: number | undefined;
  readonly hint: string;

  constructor(message: string, details: { readonly line?: number | undefined; readonly hint: string }) {
    super(message);
    this.line = details.line;
    this.hint = details.hint;
  }
}
