/**
 * A stream of bytes -> its lines, however the stream is cut, without holding more of a line than may be used.
 * @module
 */

export interface InputLine {
  /** 1-based. */
  readonly number: number;
  /** Without its end; cut where the line is longer than allowed. */
  readonly bytes: Uint8Array;
  /** Length as it came, in bytes. */
  readonly length: number;
}

const newline = 0x0a;

/** @param maxBytes what is kept of a line; the rest is counted and passed over. */
export async function* splitLines(
  input: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<InputLine> {
  let kept: Uint8Array[] = [];
  let keptLength = 0;
  let length = 0;
  let number = 1;
  const add = (piece: Uint8Array): void => {
    length += piece.length;
    const room = maxBytes - keptLength;
    if (room <= 0 || piece.length === 0) return;
    // A copy, as streams may use their buffers again.
    const part = piece.slice(0, room);
    kept.push(part);
    keptLength += part.length;
  };
  const take = (): InputLine => {
    const line = { number, bytes: Buffer.concat(kept, keptLength), length };
    kept = [];
    keptLength = 0;
    length = 0;
    number += 1;
    return line;
  };
  for await (const chunk of input) {
    let from = 0;
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
      add(chunk.subarray(from, at));
      yield take();
      from = at + 1;
    }
    add(chunk.subarray(from));
  }
  if (length > 0) yield take();
}
