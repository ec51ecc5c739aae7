/**
 * The ledger: a line a source, with what became of it and why. It is for the author and never part of the index.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { realpath, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { LookbackError } from '../domain/errors.js';
import { kindOf } from '../index-store/regular-file.js';
import type { SourceRecord } from './read-posts.js';

/** Where the ledger goes, and what its paths are relative to: a ledger that names a machine's folders is of no use elsewhere. */
export interface LedgerPlace {
  readonly file: string;
  readonly relativeTo: string;
}

/** Where a path leads, links followed as far as there is something. */
const toRealPath = async (path: string): Promise<string> => {
  try {
    return await realpath(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(await toRealPath(folder), basename(path));
  }
};

/**
 * A folder cannot be replaced, and a device or a pipe must not be: whoever may, such as root, would put a file in the place
 * of `/dev/null`. A link that leads round in a circle is no place either.
 */
const isReplaceable = async (file: string): Promise<boolean> => {
  const kind = await kindOf(file).catch(() => 'other');
  return kind === 'nothing' || kind === 'file';
};

/**
 * The ledger names hidden posts and the index folder is public.
 * @throws LookbackError `config-invalid`
 */
export const checkLedgerPlace = async (ledger: string, index: string): Promise<void> => {
  // A link in place of the file is replaced, not followed: where the file lies is what counts.
  const file = join(await toRealPath(dirname(resolve(ledger))), basename(ledger));
  if (!(await isReplaceable(ledger)))
    throw new LookbackError('config-invalid', `the ledger ${ledger} is no file`, {
      parameter: 'ledger',
      hint: 'Name a file with --ledger: one that is there is replaced.',
    });
  const path = relative(await toRealPath(resolve(index)), file);
  if (path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)) return;
  throw new LookbackError('config-invalid', `the ledger ${ledger} would lie in the index, which is public`, {
    parameter: 'ledger',
    hint: 'Name a file outside of the index with --ledger.',
  });
};

const byPlace = (a: SourceRecord, b: SourceRecord): number => {
  if (a.place.file !== b.place.file) return a.place.file < b.place.file ? -1 : 1;
  return (a.place.line ?? 0) - (b.place.line ?? 0);
};

/** Of what is not indexed nothing but path, reason and line is said: a title may be what the author hides. */
const toRow = (record: SourceRecord, folder: string): object => {
  const { line } = record.place;
  const file = isAbsolute(record.place.file)
    ? relative(folder, record.place.file).split(sep).join('/')
    : record.place.file;
  if (record.outcome === 'skipped')
    return { file, outcome: 'skipped', rule: record.skip.reason, line: record.skip.line ?? line };
  const { url, language } = record.post;
  return { file, outcome: 'indexed', rule: record.rule, line, url, language, bytes: record.bytes };
};

/**
 * NDJSON, a line a source, sorted by file and line: `file`, `outcome` (`indexed` or `skipped`), `rule` (what made the URL,
 * or the reason of the skip), `line` (which decided), and of indexed posts `url`, `language` and `bytes` (of the source).
 * The same posts give the same text.
 */
const toLedger = (records: readonly SourceRecord[], relativeTo: string): string =>
  records
    .toSorted(byPlace)
    .map((record) => `${JSON.stringify(toRow(record, relativeTo))}\n`)
    .join('');

/**
 * Replaces the file by an atomic rename.
 * @throws LookbackError `ledger-unwritable`
 */
export const writeLedger = async (
  { file, relativeTo }: LedgerPlace,
  records: readonly SourceRecord[],
): Promise<void> => {
  // Of its own, and new: whatever has this name already, a link or a pipe, is neither followed nor waited for.
  const temporary = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await writeFile(temporary, toLedger(records, relativeTo), { flag: 'wx' });
    await rename(temporary, file);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new LookbackError('ledger-unwritable', `cannot write the ledger: ${why}`, { file, cause });
  }
};
