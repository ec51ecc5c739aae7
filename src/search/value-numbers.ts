/**
 * The values of one facet as numbers that all shards share, so that adding what shards count compares no names.
 * @module
 */
import type { ValueColumn } from '../documents/columns.js';
import { compareText } from '../domain/compare-text.js';
import type { FacetCount } from '../domain/search.js';

/** How many documents of a shard have each value of its column, in the order of the values. */
export interface ShardCounts {
  readonly column: ValueColumn;
  readonly counts: readonly number[];
}

/** Each column that is counted is numbered once, and its numbers are kept as long as its index keeps it. */
export class ValueNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #ofColumns = new WeakMap<ValueColumn, Uint32Array>();

  #numbersOf(column: ValueColumn): Uint32Array {
    const known = this.#ofColumns.get(column);
    if (known !== undefined) return known;
    const numbers = Uint32Array.from(column.keys, (key) => {
      const number = this.#numbers.get(key) ?? this.#numbers.size;
      this.#numbers.set(key, number);
      return number;
    });
    this.#ofColumns.set(column, numbers);
    return numbers;
  }

  /** Each value that was counted at all, under one spelling: that of the shard in which most documents have it. */
  add(shards: readonly ShardCounts[]): readonly FacetCount[] {
    // All are numbered before any is added.
    const numbered = shards.map((shard) => ({ ...shard, numbers: this.#numbersOf(shard.column) }));
    const sums = new Uint32Array(this.#numbers.size);
    const most = new Uint32Array(this.#numbers.size);
    const spellings = new Array<string>(this.#numbers.size).fill('');
    const found: number[] = [];
    for (const { column, counts, numbers } of numbered) {
      counts.forEach((count, position) => {
        if (count === 0) return;
        const number = numbers[position] ?? 0;
        const value = column.values[position] ?? '';
        if (sums[number] === 0) found.push(number);
        sums[number] = (sums[number] ?? 0) + count;
        const known = most[number] ?? 0;
        if (count < known || (count === known && compareText(value, spellings[number] ?? '') >= 0)) return;
        most[number] = count;
        spellings[number] = value;
      });
    }
    return found.map((number) => ({ value: spellings[number] ?? '', count: sums[number] ?? 0 }));
  }
}
