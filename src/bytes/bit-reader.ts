import { createCorruptError } from './corrupt-part.js';

/** Bits that four bytes have for sure, wherever in the first of them they begin. */
const windowBits = 25;

/** Reads what a `BitWriter` wrote and never past the end. */
export class BitReader {
  readonly #bytes: Uint8Array;
  readonly #part: string;
  /** Of the next bit, in the bytes. */
  at: number;

  /**
   * @param at bits of `bytes` to leave out
   * @throws LookbackError `index-corrupt` for bytes of which the bits cannot be counted in 32 bits
   */
  constructor(bytes: Uint8Array, part: string, at: number) {
    this.#bytes = bytes;
    this.#part = part;
    this.at = at;
    if (bytes.length >= 2 ** 29) throw this.#corrupt('it is too long');
  }

  /**
   * @param choices 1 to 2^30 + 1
   * @returns a number below `choices`
   * @throws LookbackError `index-corrupt` past the end
   */
  choice(choices: number): number {
    const width = 31 - Math.clz32(choices);
    const shorter = 2 ** (width + 1) - choices;
    const value = this.#bits(width);
    return value < shorter ? value : value * 2 + this.#bits(1) - shorter;
  }

  /**
   * @param divisor 1 to 2^30
   * @returns at most 2^32 - 1
   * @throws LookbackError `index-corrupt` past the end, or for a greater number
   */
  golomb(divisor: number): number {
    const window = this.#window();
    const ones = Math.clz32(~window);
    const width = 31 - Math.clz32(divisor);
    if (ones + 1 + width + 1 > windowBits) return this.#longGolomb(divisor);
    // Nearly all end within the window, and a phrase of frequent words reads tens of thousands.
    const rest = window << (ones + 1);
    const shorter = 2 ** (width + 1) - divisor;
    const short = width === 0 ? 0 : rest >>> (32 - width);
    const isShort = short < shorter;
    this.#pass(ones + 1 + width + (isShort ? 0 : 1));
    return ones * divisor + (isShort ? short : (rest >>> (31 - width)) - shorter);
  }

  #longGolomb(divisor: number): number {
    const value = this.#ones() * divisor + this.choice(divisor);
    if (value > 0xffff_ffff) throw this.#corrupt(`${value} is too great a number`);
    return value;
  }

  /** @throws LookbackError `index-corrupt` if more is left than the zeros that fill the last byte */
  end(): void {
    const left = this.#bytes.length * 8 - this.at;
    const last = this.#bytes[this.#bytes.length - 1] ?? 0;
    if (left > 7 || (last & (2 ** left - 1)) !== 0) throw this.#corrupt('its bits do not fill it');
  }

  /** How many ones come before the next zero, which is read too. */
  #ones(): number {
    let count = 0;
    for (let ones = this.#onesAhead(); ; ones = this.#onesAhead()) {
      count += ones;
      this.#pass(ones);
      if (ones < windowBits) break;
    }
    this.#pass(1);
    return count;
  }

  #onesAhead(): number {
    return Math.min(windowBits, Math.clz32(~this.#window()));
  }

  /** @param width at most 31 */
  #bits(width: number): number {
    if (width > windowBits) {
      const high = this.#bits(width - windowBits);
      return high * 2 ** windowBits + this.#bits(windowBits);
    }
    // A shift by 32 is one by none.
    const value = width === 0 ? 0 : this.#window() >>> (32 - width);
    this.#pass(width);
    return value;
  }

  /** The bits from here on, the first as the highest: at least {@link windowBits} of them; zeros after the end. */
  #window(): number {
    const bytes = this.#bytes;
    const at = this.at >>> 3;
    const four =
      ((bytes[at] ?? 0) << 24) |
      ((bytes[at + 1] ?? 0) << 16) |
      ((bytes[at + 2] ?? 0) << 8) |
      (bytes[at + 3] ?? 0);
    return four << (this.at & 7);
  }

  #pass(bits: number): void {
    this.at += bits;
    if (this.at > this.#bytes.length * 8) throw this.#corrupt('its bits end too early');
  }

  #corrupt(what: string): Error {
    return createCorruptError(this.#part, what);
  }
}
