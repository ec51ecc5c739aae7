/**
 * A slow network at the server's end. Chrome's own throttling leaves out the scripts of workers, and Pagefind has one.
 * @module
 */
import { setTimeout as wait } from 'node:timers/promises';

/** Chrome's "Slow 4G": 150 ms times 3.75 a request, then 1.6 Mbit/s times 0.9 for all answers together. */
const slow4g = { latencyMs: 150 * 3.75, bytesPerSecond: (1_600_000 / 8) * 0.9 };

const chunkBytes = 2_048;

export class SlowNetwork {
  /** When the line is free again. */
  #free = 0;

  /** Answers that are sent at once share the line, a chunk each in turn. */
  async send(bytes: Uint8Array, write: (chunk: Uint8Array) => void): Promise<void> {
    await wait(slow4g.latencyMs);
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      const chunk = bytes.subarray(at, at + chunkBytes);
      const now = performance.now();
      this.#free = Math.max(now, this.#free) + (chunk.length / slow4g.bytesPerSecond) * 1_000;
      await wait(this.#free - now);
      write(chunk);
    }
  }
}
