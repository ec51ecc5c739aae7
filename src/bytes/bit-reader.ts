import { createCorruptError } from './corrupt-part.js';

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
    let quotient = 0;
    while (this.#bits(1) === 1) quotient += 1;
    const value = quotient * divisor + this.choice(divisor);
    if (value > 0xffff_ffff) throw this.#corrupt(`${value} is too great a number`);
    return value;
  }

  /** @throws LookbackError `index-corrupt` if more is left than the zeros that fill the last byte */
  end(): void {
    const left = this.#bytes.length * 8 - this.at;
    const last = this.#bytes[this.#bytes.length - 1] ?? 0;
    if (left > 7 || (last & (2 ** left - 1)) !== 0) throw this.#corrupt('its bits do not fill it');
  }

  /** Byte by byte: as many bits as are left in it, or as are wanted. */
  #bits(width: number): number {
    let value = 0;
    for (let left = width; left > 0; ) {
      const byte = this.#bytes[this.at >>> 3];
      if (byte === undefined) throw this.#corrupt('its bits end too early');
      const inByte = 8 - (this.at & 7);
      const taken = Math.min(left, inByte);
      value = (value << taken) | ((byte >>> (inByte - taken)) & ((1 << taken) - 1));
      left -= taken;
      this.at += taken;
    }
    return value;
  }

  #corrupt(what: string): Error {
    return createCorruptError(this.#part, what);
  }
}
