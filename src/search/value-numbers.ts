/**
 * The values of one facet as numbers that all shards share, so that counting adds numbers and compares no names.
 * @module
 */
import type { ValueColumn } from '../documents/columns.js';
import { compareText } from '../domain/compare-text.js';
import type { FacetCount } from '../domain/search.js';

/** Documents of a shard, ascending, whose values are to be counted. */
export interface ToCount {
  readonly column: ValueColumn;
  readonly documentCount: number;
  readonly ordinals: Uint32Array;
}

/** A column the other way round: the positions in `values` that document `d` has are those from `starts[d]` to `starts[d + 1]`. */
interface ByDocument {
  readonly starts: Uint32Array;
  readonly positions: Uint32Array;
  /** By position in `values`: the number that the value has in all shards. */
  readonly numbers: Uint32Array;
}

const turn = ({ ordinals }: ValueColumn, documentCount: number): Omit<ByDocument, 'numbers'> => {
  const starts = new Uint32Array(documentCount + 1);
  for (const list of ordinals)
    for (const ordinal of list) starts[ordinal + 1] = (starts[ordinal + 1] ?? 0) + 1;
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const positions = new Uint32Array(starts.at(-1) ?? 0);
  const next = starts.slice();
  ordinals.forEach((list, position) => {
    for (const ordinal of list) {
      const at = next[ordinal] ?? 0;
      positions[at] = position;
      next[ordinal] = at + 1;
    }
  });
  return { starts, positions };
};

/** Each column that is counted is turned once, and kept as long as its index keeps it. */
export class ValueNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #turned = new WeakMap<ValueColumn, ByDocument>();

  #byDocument({ column, documentCount }: ToCount): ByDocument {
    const known = this.#turned.get(column);
    if (known !== undefined) return known;
    const numbers = Uint32Array.from(column.keys, (key) => {
      const number = this.#numbers.get(key) ?? this.#numbers.size;
      this.#numbers.set(key, number);
      return number;
    });
    const turned = { ...turn(column, documentCount), numbers };
    this.#turned.set(column, turned);
    return turned;
  }

  /** Each value that any of the documents has, under one spelling: that of the shard in which most of them have it. */
  count(shards: readonly ToCount[]): readonly FacetCount[] {
    // All are numbered before any is counted.
    const turned = shards.map((shard) => ({ ...shard, ...this.#byDocument(shard) }));
    const counts = new Uint32Array(this.#numbers.size);
    const most = new Uint32Array(this.#numbers.size);
    const spellings = new Array<string>(this.#numbers.size).fill('');
    const found: number[] = [];
    for (const { column, ordinals, starts, positions, numbers } of turned) {
      const { values } = column;
      const own = new Uint32Array(values.length);
      for (const ordinal of ordinals) {
        const end = starts[ordinal + 1] ?? 0;
        for (let at = starts[ordinal] ?? 0; at < end; at += 1) {
          const position = positions[at] ?? 0;
          own[position] = (own[position] ?? 0) + 1;
        }
      }
      own.forEach((count, position) => {
        if (count === 0) return;
        const number = numbers[position] ?? 0;
        const value = values[position] ?? '';
        if (counts[number] === 0) found.push(number);
        counts[number] = (counts[number] ?? 0) + count;
        const known = most[number] ?? 0;
        if (count < known || (count === known && compareText(value, spellings[number] ?? '') >= 0)) return;
        most[number] = count;
        spellings[number] = value;
      });
    }
    return found.map((number) => ({ value: spellings[number] ?? '', count: counts[number] ?? 0 }));
  }
}
