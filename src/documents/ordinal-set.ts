/** A set of ordinals below a given size, a bit each. */
export class OrdinalSet {
  readonly size: number;
  readonly #bits: Uint32Array;

  constructor(size: number) {
    this.size = size;
    this.#bits = new Uint32Array(Math.ceil(size / 32));
  }

  static of(size: number, ordinals: Iterable<number>): OrdinalSet {
    const set = new OrdinalSet(size);
    for (const ordinal of ordinals) set.add(ordinal);
    return set;
  }

  static full(size: number): OrdinalSet {
    const set = new OrdinalSet(size);
    set.#bits.fill(0xffff_ffff);
    return set;
  }

  add(ordinal: number): void {
    this.#bits[ordinal >>> 5] = (this.#bits[ordinal >>> 5] ?? 0) | (1 << (ordinal & 31));
  }

  delete(ordinal: number): void {
    this.#bits[ordinal >>> 5] = (this.#bits[ordinal >>> 5] ?? 0) & ~(1 << (ordinal & 31));
  }

  has(ordinal: number): boolean {
    return ((this.#bits[ordinal >>> 5] ?? 0) & (1 << (ordinal & 31))) !== 0;
  }

  /** Keeps what the other set, of the same size, has too. */
  intersect(other: OrdinalSet): void {
    for (let at = 0; at < this.#bits.length; at += 1) {
      this.#bits[at] = (this.#bits[at] ?? 0) & (other.#bits[at] ?? 0);
    }
  }

  /** Adds what the other set, of the same size, has. */
  unite(other: OrdinalSet): void {
    for (let at = 0; at < this.#bits.length; at += 1) {
      this.#bits[at] = (this.#bits[at] ?? 0) | (other.#bits[at] ?? 0);
    }
  }

  countOf(ordinals: Uint32Array): number {
    let count = 0;
    for (const ordinal of ordinals) if (this.has(ordinal)) count += 1;
    return count;
  }

  /** Ascending. */
  toOrdinals(): Uint32Array {
    const ordinals: number[] = [];
    for (let ordinal = 0; ordinal < this.size; ordinal += 1) if (this.has(ordinal)) ordinals.push(ordinal);
    return Uint32Array.from(ordinals);
  }
}
