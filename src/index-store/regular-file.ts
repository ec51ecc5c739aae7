/**
 * Reading what must be a file: a FIFO in its place would be waited for for ever, and a device read without end.
 * @module
 */
import { readFile, stat } from 'node:fs/promises';

export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** What is at a path, links followed. */
export type Kind = 'nothing' | 'file' | 'folder' | 'other';

/** @throws what the file system says where it does not let look */
export const kindOf = async (path: string): Promise<Kind> => {
  try {
    const status = await stat(path);
    if (status.isFile()) return 'file';
    return status.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if (isMissing(error)) return 'nothing';
    throw error;
  }
};

/** @returns undefined where there is no file */
export const readRegularFile = async (
  file: string,
  options: { readonly signal?: AbortSignal } = {},
): Promise<Buffer | undefined> => {
  if ((await kindOf(file)) !== 'file') return undefined;
  return readFile(file, options).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
};
