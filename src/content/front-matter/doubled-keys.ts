/**
 * Keys that stand twice in a mapping, and YAML's merges. Generators take the last of two and say nothing; what an author
 * meant by the other is not known, so each of them makes a reading of its own, and a post that any reading hides is hidden.
 * @module
 */
import { isObject } from '../../domain/is-object.js';
import { FrontMatterError } from './front-matter.js';

/** A key that stands there again, and where. */
export interface DoubledKey {
  readonly name: string;
  /** 1-based, in the document. */
  readonly line: number;
}

/** A document whose keys are all different: those that stood there again are marked. */
export interface MarkedDocument {
  readonly value: unknown;
  readonly doubled: readonly DoubledKey[];
  /** There may be merges in it, which are keys named `<<` so far. */
  readonly merges: boolean;
}

/** What a document says if of each key the last, or one before it, counts. */
export interface Reading {
  readonly value: unknown;
  /** Lines of the document where the top-level keys stand that have been there before. */
  readonly lines: ReadonlyMap<string, number>;
}

/** More than anybody writes by mistake. */
const maxDoubled = 50;
/** Characters that may be looked at again. */
const maxLooks = 2_000_000;

/** The most values that a document may amount to, those that aliases repeat counted each time. */
const maxValues = 50_000;

/** From the private use area, as no key begins. */
const open = '\uE0D0';
const close = '\uE0D1';
const marked = /^\uE0D0(\d{1,4})\uE0D1/;

/**
 * @param length of a document that is looked at again for each of them.
 * @throws FrontMatterError where there are too many.
 */
export const checkDoubled = (count: number, line: number, length = 0): void => {
  if (count > maxDoubled || count * length > maxLooks)
    throw new FrontMatterError('has too many keys twice in its front matter', {
      line,
      hint: 'Keep one of each.',
    });
};

/** @param at where the key begins, within its quotes. */
export const markKey = (source: string, at: number, number: number): string =>
  `${source.slice(0, at)}${open}${number}${close}${source.slice(at)}`;

/** Aliases share values, so a small document may be an endless one to whoever walks it. */
export const refuseEndless = (data: unknown): void => {
  const pending: unknown[] = [data];
  let values = 0;
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    values += 1;
    if (values > maxValues)
      throw new FrontMatterError(`has front matter that amounts to more than ${maxValues} values`, {
        hint: 'Write fewer, and no YAML aliases that repeat one another.',
      });
    if (typeof value === 'object' && value !== null)
      for (const inner of Object.values(value)) if (inner !== undefined) pending.push(inner);
  }
};

interface Occurrence {
  readonly value: unknown;
  readonly line?: number | undefined;
}

type Occurrences = Map<string, readonly Occurrence[]>;

const sourcesOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] => {
  if (isObject(value)) return [value];
  return Array.isArray(value) && value.every(isObject) ? value : [];
};

/**
 * The values of each key, the one that counts last. A key overrides what was merged above it, as everywhere; of one that
 * stands above the merge Ruby and Go say the opposite, so both are kept.
 */
const occurrencesIn = (
  mapping: Readonly<Record<string, unknown>>,
  doubled: readonly DoubledKey[],
): Occurrences => {
  const own: Occurrences = new Map();
  const merged: Occurrences = new Map();
  for (const [written, value] of Object.entries(mapping)) {
    const number = marked.exec(written)?.[1];
    const name = written.replace(marked, '');
    const sources = name === '<<' ? sourcesOf(value) : [];
    if (sources.length > 0) {
      const found: Occurrences = new Map();
      for (const source of sources.toReversed())
        for (const [key, occurrences] of occurrencesIn(source, doubled)) found.set(key, occurrences);
      for (const [key, occurrences] of found) merged.set(key, [...occurrences, ...(merged.get(key) ?? [])]);
    } else {
      merged.delete(name);
      const line = number === undefined ? undefined : doubled[Number(number)]?.line;
      own.set(name, [...(own.get(name) ?? []), { value, line }]);
    }
  }
  for (const [name, occurrences] of own) merged.set(name, [...(merged.get(name) ?? []), ...occurrences]);
  return merged;
};

/** A value for each reading, the one that counts first; where all further ones are the same, they are left out. */
type Variants = readonly unknown[];

const variantAt = (variants: Variants, back: number): unknown =>
  variants[Math.min(back, variants.length - 1)];

const combine = (parts: readonly Variants[], build: (back: number) => unknown): Variants => {
  const most = parts.reduce((length, part) => Math.max(length, part.length), 1);
  if (most > maxDoubled)
    throw new FrontMatterError('has a key too often in its front matter', { hint: 'Keep one.' });
  const others = Array.from({ length: most - 1 }, (_, index) => build(index + 1));
  return [build(0), ...others];
};

const variantsOf = (value: unknown, doubled: readonly DoubledKey[]): Variants => {
  if (Array.isArray(value)) {
    const items = value.map((item) => variantsOf(item, doubled));
    return combine(items, (back) => items.map((item) => variantAt(item, back)));
  }
  if (!isObject(value)) return [value];
  const entries = [...occurrencesIn(value, doubled)].map(([name, occurrences]) => {
    // Each value counts in a reading of its own, and again where something in it stands twice.
    const variants = occurrences.toReversed().flatMap((occurrence) => variantsOf(occurrence.value, doubled));
    return { name, variants };
  });
  return combine(
    entries.map(({ variants }) => variants),
    (back) => Object.fromEntries(entries.map(({ name, variants }) => [name, variantAt(variants, back)])),
  );
};

/**
 * @returns what counts, and then what the document says if of each key that stands there again the one before it
 *   counts, and so on.
 */
export function readingsOf({ value, doubled, merges }: MarkedDocument): readonly [Reading, ...Reading[]] {
  if (doubled.length === 0 && !merges) return [{ value, lines: new Map() }];
  refuseEndless(value);
  const places = isObject(value) ? occurrencesIn(value, doubled) : new Map<string, readonly Occurrence[]>();
  const toReading = (variant: unknown, back: number): Reading => {
    const lines = new Map<string, number>();
    for (const [name, occurrences] of places) {
      const line = occurrences[Math.max(0, occurrences.length - 1 - back)]?.line;
      if (line !== undefined) lines.set(name, line);
    }
    return { value: variant, lines };
  };
  const [first, ...others] = variantsOf(value, doubled);
  return [toReading(first, 0), ...others.map((variant, index) => toReading(variant, index + 1))];
}
