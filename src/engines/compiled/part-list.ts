/**
 * Parts as the writer finishes them.
 * @module
 */
import { crc32 } from '../../domain/crc32.js';
import type { PartBudget } from './part-sizes.js';
import { type GroupEntry, type PartContent, type PartEntry, partName } from './root.js';

/** A file to be: its name is unique in the index and says the checksum of the content, except for the root's. */
export interface CompiledPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The parts of one kind, and what the root says of them. */
export class PartList<Extra extends object> {
  readonly parts: CompiledPart[] = [];
  readonly entries: (PartEntry & Extra)[] = [];
  readonly #content: PartContent;
  readonly #budget: PartBudget;

  constructor(content: PartContent, budget: PartBudget) {
    this.#content = content;
    this.#budget = budget;
  }

  /** Bytes of the next part at most. When few are left they grow, and the last one takes whatever comes: sizes are guessed before. */
  get mostBytes(): number {
    const { bytes, parts } = this.#budget;
    const left = parts - this.entries.length;
    if (left <= 1) return Infinity;
    return this.entries.length < 0.75 * parts ? bytes : (bytes * parts) / (4 * left);
  }

  add(bytes: Uint8Array, extra: Extra): void {
    const entry = { bytes: bytes.length, crc32: crc32(bytes), ...extra };
    this.parts.push({ name: partName(this.#content, this.entries.length, entry), bytes });
    this.entries.push(entry);
  }
}

/** Parts of which each belongs to several consecutive words parts, and has something of every one of them. */
export class GroupedParts<Item> extends PartList<Omit<GroupEntry, keyof PartEntry>> {
  readonly #write: (items: readonly Item[]) => Uint8Array;
  /** Of the words parts of the part at hand, and their size. */
  #items: Item[] = [];
  #size = 0;
  #from = 0;

  /** @param write gives the bytes of a part */
  constructor(content: PartContent, budget: PartBudget, write: (items: readonly Item[]) => Uint8Array) {
    super(content, budget);
    this.#write = write;
  }

  /** Adds what belongs to the next words part. */
  addItem(item: Item, size: number): void {
    if (this.#size + size > this.mostBytes) this.end();
    this.#items.push(item);
    this.#size += size;
  }

  /** Ends the part at hand, if there is anything in it. */
  end(): void {
    const count = this.#items.length;
    if (count === 0) return;
    this.add(this.#write(this.#items), { from: this.#from, count });
    this.#from += count;
    this.#items = [];
    this.#size = 0;
  }
}
