/**
 * What is stored of a shard's documents, read from an index: the table once, texts when they are asked for.
 * @module
 */
import { LookbackError } from '../domain/errors.js';
import type { IndexSource } from '../domain/index-source.js';
import type { IndexedText } from '../index-store/post-text.js';
import { parseText } from '../index-store/post-text.js';
import { readIndexFile } from '../index-store/read-file.js';
import type { TableRow } from '../index-store/table.js';
import { toColumns, toStoredDocument } from '../results/memory-store.js';
import type { DocumentStore } from '../results/shard.js';

/** Texts kept in memory a shard; a text is some 10 kB, and the posts that are found are found again. */
const textsKept = 2_000;

export const createDocumentStore = (source: IndexSource, rows: readonly TableRow[]): DocumentStore => {
  const columns = toColumns(rows);
  const ordinals = new Map(rows.map((row, ordinal) => [row.id, ordinal]));
  const texts = new Map<string, IndexedText>();

  const rowAt = (ordinal: number): TableRow => {
    const row = rows[ordinal];
    if (row === undefined) throw new LookbackError('index-corrupt', `the table has no document ${ordinal}`);
    return row;
  };

  const readText = async (ordinal: number, options: { signal?: AbortSignal }): Promise<IndexedText> => {
    const file = rowAt(ordinal).text;
    const kept = texts.get(file.path);
    if (kept) return kept;
    const text = parseText(await readIndexFile(source, file, options), file.path);
    if (texts.size >= textsKept) texts.delete(texts.keys().next().value ?? '');
    texts.set(file.path, text);
    return text;
  };

  return {
    documentCount: rows.length,
    columns: async () => columns,
    documents: async (wanted) => wanted.map((ordinal) => toStoredDocument(rowAt(ordinal))),
    texts: (wanted, options = {}) => Promise.all(wanted.map((ordinal) => readText(ordinal, options))),
    ordinalOf: async (id) => ordinals.get(id),
  };
};
