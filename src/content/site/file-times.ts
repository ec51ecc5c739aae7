/**
 * When files were made, for generators that date posts by it.
 * @module
 */
import { stat } from 'node:fs/promises';

/** @param files absolute paths by name. @returns seconds since the epoch; a file that is gone has none. */
export async function readFileTimes(
  files: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  for (const [name, file] of files) {
    try {
      times.set(name, Math.floor((await stat(file)).birthtimeMs / 1000));
    } catch {
      // What happened to it is found out when it is read.
    }
  }
  return times;
}
