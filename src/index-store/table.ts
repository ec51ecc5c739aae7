/**
 * The table of a shard: a row a document, with what is shown, filtered and sorted, and where its text is.
 * @module
 */
import type { IndexFile } from '../domain/index-manifest.js';
import type { PostDate, PostMetadata } from '../domain/post.js';
import { CheckedObject, parseJson } from './checked-json.js';

export interface TableRow
  extends Pick<
    PostMetadata,
    'id' | 'url' | 'title' | 'date' | 'expires' | 'tags' | 'categories' | 'authors' | 'image'
  > {
  readonly text: IndexFile;
}

/** Properties in a fixed order, absent ones left out: the same rows always give the same bytes. */
const toJson = (row: TableRow) => ({
  id: row.id,
  url: row.url,
  title: row.title,
  day: row.date?.day,
  timestamp: row.date?.timestamp,
  expires: row.expires,
  tags: row.tags.length > 0 ? row.tags : undefined,
  categories: row.categories.length > 0 ? row.categories : undefined,
  authors: row.authors.length > 0 ? row.authors : undefined,
  image: row.image,
  text: { path: row.text.path, bytes: row.text.bytes, sha256: row.text.sha256 },
});

export const toTableBytes = (rows: readonly TableRow[]): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ documents: rows.map(toJson) }));

const parseDate = (row: CheckedObject): PostDate | undefined => {
  const day = row.optionalString('day');
  return day === undefined ? undefined : { day, timestamp: row.optionalNumber('timestamp') ?? 0 };
};

const parseRow = (row: CheckedObject): TableRow => {
  const date = parseDate(row);
  const expires = row.optionalNumber('expires');
  const image = row.optionalString('image');
  const text = row.object('text');
  return {
    id: row.string('id'),
    url: row.string('url'),
    title: row.string('title'),
    ...(date && { date }),
    ...(expires !== undefined && { expires }),
    tags: row.optionalStrings('tags'),
    categories: row.optionalStrings('categories'),
    authors: row.optionalStrings('authors'),
    ...(image !== undefined && { image }),
    text: { path: text.string('path'), bytes: text.count('bytes'), sha256: text.string('sha256') },
  };
};

/** @throws LookbackError `index-corrupt` */
export const parseTable = (bytes: Uint8Array, file: string): readonly TableRow[] =>
  new CheckedObject(parseJson(bytes, file), file).objects('documents').map(parseRow);
