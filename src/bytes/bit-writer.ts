/** Appends to bits that grow as needed; the first bit of a byte is its highest. `engines/compiled/README.md` defines the encodings. */
export class BitWriter {
  #bytes = new Uint8Array(16);
  #length = 0;

  /** How many bits. */
  get length(): number {
    return this.#length;
  }

  bit(bit: number): void {
    const at = this.#length >>> 3;
    if (at === this.#bytes.length) this.#grow();
    if (bit === 1) this.#bytes[at] = (this.#bytes[at] ?? 0) | (128 >>> (this.#length & 7));
    this.#length += 1;
  }

  /**
   * One of several, in truncated binary: of the codes of two lengths, the first choices have the shorter ones.
   * @param choices 1 to 2^30 + 1; one alone takes no bits
   * @param choice from 0, below `choices`
   */
  choice(choice: number, choices: number): void {
    const width = 31 - Math.clz32(choices);
    const shorter = 2 ** (width + 1) - choices;
    if (choice < shorter) this.#bits(choice, width);
    else this.#bits(choice + shorter, width + 1);
  }

  /**
   * In the code of S. Golomb ("Run-length encodings", 1966): the quotient in ones and a zero, then the remainder as a choice.
   * @param value from 0; what is much more than the divisor takes many bits
   * @param divisor 1 to 2^30
   */
  golomb(value: number, divisor: number): void {
    for (let quotient = Math.floor(value / divisor); quotient > 0; quotient -= 1) this.bit(1);
    this.bit(0);
    this.choice(value % divisor, divisor);
  }

  append(other: BitWriter): void {
    for (let at = 0; at < other.#length; at += 8) {
      const left = Math.min(8, other.#length - at);
      this.#bits((other.#bytes[at >>> 3] ?? 0) >>> (8 - left), left);
    }
  }

  /** Forgets what was written and keeps the memory. */
  clear(): void {
    this.#bytes.fill(0, 0, Math.ceil(this.#length / 8));
    this.#length = 0;
  }

  /** @returns a copy of what was written, filled up with zeros to whole bytes */
  toBytes(): Uint8Array {
    return this.#bytes.slice(0, Math.ceil(this.#length / 8));
  }

  /** Byte by byte: as many bits as there is room for in it, or as are left. */
  #bits(value: number, width: number): void {
    for (let left = width; left > 0; ) {
      const at = this.#length >>> 3;
      if (at === this.#bytes.length) this.#grow();
      const room = 8 - (this.#length & 7);
      const taken = Math.min(left, room);
      left -= taken;
      const bits = (value >>> left) & ((1 << taken) - 1);
      this.#bytes[at] = (this.#bytes[at] ?? 0) | (bits << (room - taken));
      this.#length += taken;
    }
  }

  #grow(): void {
    const grown = new Uint8Array(2 * this.#bytes.length);
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}
