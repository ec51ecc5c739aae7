/**
 * The files of posts, read from disk: whole, or their beginning.
 * @module
 */
import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { SkipReason } from '../domain/skip.js';
import { ForeignFileError, readBeginning, readForeignFile } from '../files/read-foreign-file.js';
import { decode } from './decode.js';

/** Why the bytes of a file cannot or must not be read. */
export interface UnreadFile {
  readonly reason: Extract<SkipReason, 'unreadable' | 'too-large'>;
  readonly message: string;
  readonly hint: string;
  readonly bytes: number;
}

/** The bytes of a file below a folder, a real path; what has become a link out of it since it was found is not read. */
export const readPostFile = async (
  root: string,
  file: string,
  maxBytes: number,
): Promise<Uint8Array | UnreadFile> => {
  const unreadable = (message: string, hint: string): UnreadFile => ({
    reason: 'unreadable',
    message,
    hint,
    bytes: 0,
  });
  try {
    const path = await realpath(join(root, file));
    if (!path.startsWith(root.endsWith(sep) ? root : root + sep))
      return unreadable('leads out of the posts folder', 'Put the file itself into the folder.');
    return await readForeignFile(path, maxBytes);
  } catch (error) {
    if (error instanceof ForeignFileError && error.problem === 'too-large')
      return {
        reason: 'too-large',
        message: error.message,
        hint: 'Take embedded images out of it, or raise maxPostBytes.',
        bytes: error.bytes,
      };
    if (error instanceof ForeignFileError) return unreadable(error.message, 'Make the file readable.');
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return unreadable(`cannot be read (${code})`, 'Make the file readable.');
  }
};

/** The text at the beginning of a file, however it is encoded; empty where it cannot be read. */
export const readPostText = async (path: string, maxBytes: number): Promise<string> => {
  try {
    const bytes = await readBeginning(path, maxBytes);
    const decoded = decode(bytes);
    return decoded.ok ? decoded.text : bytes.toString('utf8').replace(/\r\n?/g, '\n');
  } catch {
    return '';
  }
};
