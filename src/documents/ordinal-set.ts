/** How many bits of 32 are set: H. S. Warren, "Hacker's Delight", 5-1. */
const countBits = (bits: number): number => {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

/** A set of ordinals below a given size, a bit each. Sets that meet are of the same size. */
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
    return new OrdinalSet(size).complement();
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

  copy(): OrdinalSet {
    const set = new OrdinalSet(this.size);
    set.#bits.set(this.#bits);
    return set;
  }

  /** Keeps what the other set has too. */
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

  /** @returns a new set of all that this one has not */
  complement(): OrdinalSet {
    const set = new OrdinalSet(this.size);
    for (let at = 0; at < this.#bits.length; at += 1) set.#bits[at] = ~(this.#bits[at] ?? 0);
    // Nothing from the size on is ever in a set.
    if (this.size % 32 > 0)
      set.#bits[this.size >>> 5] = ~(this.#bits[this.size >>> 5] ?? 0) & ((1 << (this.size % 32)) - 1);
    return set;
  }

  /** How many ordinals it has. */
  count(): number {
    let count = 0;
    for (const bits of this.#bits) count += countBits(bits);
    return count;
  }

  /** How many of some ordinals it has. */
  countOf(ordinals: Uint32Array): number {
    let count = 0;
    for (const ordinal of ordinals) if (this.has(ordinal)) count += 1;
    return count;
  }

  /** Ascending. */
  toOrdinals(): Uint32Array {
    const ordinals = new Uint32Array(this.count());
    let count = 0;
    for (let at = 0; at < this.#bits.length; at += 1) {
      for (let bits = this.#bits[at] ?? 0; bits !== 0; bits &= bits - 1) {
        ordinals[count] = at * 32 + 31 - Math.clz32(bits & -bits);
        count += 1;
      }
    }
    return ordinals;
  }
}
