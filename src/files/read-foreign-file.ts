/**
 * Reads a file that somebody else wrote: it may be a pipe that nobody fills, a device that never ends, or far too large.
 * Everything that reads the author's files reads them here.
 * @module
 */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** Of a configuration, a data file or a list: people write them, so more is a mistake. */
const maxSettingsBytes = 4 * 1024 * 1024;

export type ForeignFileProblem =
  /** There is nothing of this name. */
  | 'missing'
  /** A folder, a pipe, a device or a socket. */
  | 'no-file'
  | 'too-large'
  /** The system refuses. */
  | 'refused';

/** Why a file was not read; the message follows its name. */
export class ForeignFileError extends Error {
  override readonly name = 'ForeignFileError';
  readonly problem: ForeignFileProblem;
  /** Size of one that is too large, as far as it is known. */
  readonly bytes: number;

  constructor(
    problem: ForeignFileProblem,
    message: string,
    details: { bytes?: number; cause?: unknown } = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.problem = problem;
    this.bytes = details.bytes ?? 0;
  }
}

/** Whether there is simply nothing to read, which is no fault of what is there. */
export const isMissing = (error: unknown): boolean =>
  error instanceof ForeignFileError && error.problem === 'missing';

/** Opening a pipe waits for who writes into it, unless it is asked not to. Windows has neither. */
const readWithoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';

const toError = (error: unknown): ForeignFileError => {
  if (error instanceof ForeignFileError) return error;
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new ForeignFileError('missing', `cannot be read (${code})`, { cause: error });
  // A socket, or a device without a driver.
  if (code === 'ENXIO' || code === 'ENODEV' || code === 'EISDIR')
    return new ForeignFileError('no-file', `is no regular file (${code})`, { cause: error });
  return new ForeignFileError('refused', `cannot be read (${code})`, { cause: error });
};

/** A file is read at once: for thousands of small ones, a thread for each step costs more than the steps. */
const withFile = async <Result>(path: string, read: (file: number) => Result): Promise<Result> => {
  let file: number | undefined;
  try {
    file = openSync(path, readWithoutWaiting);
    return read(file);
  } catch (error) {
    throw toError(error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
};

const sizeOf = (file: number): number => {
  const found = fstatSync(file);
  if (!found.isFile()) throw new ForeignFileError('no-file', 'is no regular file');
  return found.size;
};

/** Fills the buffer as far as there is something to fill it with. */
const fill = (file: number, buffer: Buffer, from: number): number => {
  let length = from;
  while (length < buffer.length) {
    const read = readSync(file, buffer, length, buffer.length - length, length);
    if (read === 0) break;
    length += read;
  }
  return length;
};

/**
 * All of a regular file.
 * @throws ForeignFileError
 */
export const readForeignFile = (path: string, maxBytes = maxSettingsBytes): Promise<Buffer> =>
  withFile(path, (file) => {
    const size = sizeOf(file);
    const tooLarge = (bytes: number) =>
      new ForeignFileError('too-large', `has ${bytes} bytes, more than ${maxBytes}`, { bytes });
    if (size > maxBytes) throw tooLarge(size);
    // One byte more tells whether it has grown meanwhile, or whether its size was a lie.
    let buffer = Buffer.alloc(size + 1);
    let length = fill(file, buffer, 0);
    while (length === buffer.length) {
      if (length > maxBytes) throw tooLarge(length);
      buffer = Buffer.concat([buffer], Math.min(maxBytes + 1, buffer.length * 2 + 4096));
      length = fill(file, buffer, length);
    }
    return buffer.subarray(0, length);
  });

/**
 * All of a text that people write: UTF-8, with `\n` line ends and without its byte order mark.
 * @throws ForeignFileError
 */
export const readForeignText = async (path: string): Promise<string> =>
  (await readForeignFile(path))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');

/**
 * The first bytes of a regular file.
 * @throws ForeignFileError
 */
export const readBeginning = (path: string, maxBytes: number): Promise<Buffer> =>
  withFile(path, (file) => {
    const buffer = Buffer.alloc(Math.min(maxBytes, sizeOf(file)));
    return buffer.subarray(0, fill(file, buffer, 0));
  });
