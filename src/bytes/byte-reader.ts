import { createCorruptError } from './corrupt-part.js';

/**
 * Reads what a `ByteWriter` wrote and never past the end.
 * Every method throws LookbackError `index-corrupt` where the bytes are not what it reads.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #part: string;
  #at: number;

  /** @param part name for errors */
  constructor(bytes: Uint8Array, part: string, at = 0) {
    this.#bytes = bytes;
    this.#part = part;
    this.#at = at;
  }

  /** Offset of the next byte. */
  get at(): number {
    return this.#at;
  }

  /** Bytes not read yet. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  u8(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw this.corrupt('it ends too early');
    this.#at += 1;
    return byte;
  }

  u32(): number {
    return this.u8() + this.u8() * 2 ** 8 + this.u8() * 2 ** 16 + this.u8() * 2 ** 24;
  }

  f64(): number {
    const eight = this.bytes(8);
    return new DataView(eight.buffer, eight.byteOffset, 8).getFloat64(0, true);
  }

  /** @param max greater values are an error; at most 2^32 - 1 */
  varint(max = 0xffffffff): number {
    let byte = this.u8();
    let value = byte & 127;
    for (let factor = 128; byte > 127; factor *= 128) {
      if (factor > 2 ** 28) throw this.corrupt('a number does not end');
      byte = this.u8();
      value += (byte & 127) * factor;
    }
    if (value > max) throw this.corrupt(`${value} where at most ${max} is possible`);
    return value;
  }

  text(): string {
    const length = this.varint(this.left);
    let text = '';
    for (let at = 0; at < length; at += 1) text += String.fromCharCode(this.varint(0xffff));
    return text;
  }

  /** @returns a view, not a copy */
  bytes(length: number): Uint8Array {
    if (length > this.left) throw this.corrupt('it ends too early');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  end(): void {
    if (this.left > 0) throw this.corrupt(`${this.left} bytes too many`);
  }

  corrupt(what: string): Error {
    return createCorruptError(this.#part, what);
  }
}
