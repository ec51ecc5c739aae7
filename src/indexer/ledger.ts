/**
 * The ledger: a line a source, with what became of it and why. It is for the author and never part of the index.
 * @module
 */
import { rename, rm, writeFile } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { LookbackError } from '../domain/errors.js';
import type { SourceRecord } from './read-posts.js';

/** Where the ledger goes, and what its paths are relative to: a ledger that names a machine's folders is of no use elsewhere. */
export interface LedgerPlace {
  readonly file: string;
  readonly relativeTo: string;
}

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
export const toLedger = (records: readonly SourceRecord[], relativeTo: string): string =>
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
  const temporary = `${file}.tmp`;
  try {
    await writeFile(temporary, toLedger(records, relativeTo));
    await rename(temporary, file);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new LookbackError('ledger-unwritable', `cannot write the ledger: ${why}`, { file, cause });
  }
};
