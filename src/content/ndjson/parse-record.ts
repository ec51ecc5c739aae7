/**
 * One line of NDJSON -> a post, or why it is none. The line is what a pipeline says of a post, so that nothing is told
 * from paths; but whether the post may be seen is judged as strictly as that of any file.
 * @module
 */
import { isObject, type JsonObject } from '../../domain/is-object.js';
import type { PostText } from '../../domain/post.js';
import type { ContentOptions, PostNotice, PostOutcome } from '../content.js';
import { decode } from '../decode.js';
import { readingsOf } from '../front-matter/doubled-keys.js';
import { readJsonDocument } from '../front-matter/engines.js';
import {
  type FrontMatter,
  FrontMatterError,
  findEntry,
  findText,
  findValue,
  hasValue,
  toEntries,
} from '../front-matter/front-matter.js';
import { toListTaxonomy } from '../generators/taxonomy.js';
import { joinUrl } from '../generators/url-path.js';
import { toLanguageTag } from '../language/language-tag.js';
import {
  assemblePost,
  type PostParts,
  type Readings,
  refuseHidden,
  type ToldLanguage,
} from '../post/assemble-post.js';
import { findAuthors, findDate, findLanguage, withNested } from '../post/post-metadata.js';
import { Skipped, toOutcome } from '../post/skipped.js';
import { cutTitle } from '../post/title.js';
import { extractText } from '../text/extract-text.js';
import { githubAnchors } from '../text/heading-anchors.js';
import { statusNotices } from '../visibility/by-word.js';
import type { VisibilityRules } from '../visibility/hidden.js';
import { recordStrings } from './record-strings.js';
import type { InputLine } from './split-lines.js';

export interface RecordParser {
  parse(line: InputLine): PostOutcome;
  /** Every name and string of the line, whatever it is. */
  strings(line: InputLine): string;
}

export interface RecordRules
  extends Pick<ContentOptions, 'now' | 'baseUrl' | 'timeZone' | 'language' | 'show' | 'noindex'> {
  readonly maxPostBytes: number;
  readonly maxPostSeconds: number;
}

/** How the input is named to the user. */
export const inputName = '<stdin>';

const formats = ['text', 'markdown', 'html'] as const;
const shape = 'A line is {"url": "/a/", "title": "A", "date": "2024-01-31", "tags": ["x"], "markdown": "…"}.';

const invalid = (message: string, hint = shape): Skipped => new Skipped('invalid-post', message, { hint });

/** What the line says; and, where names stand twice, what it says if the last does not count. */
const parseJsonObjects = (line: InputLine, maxBytes: number): readonly [JsonObject, ...JsonObject[]] => {
  if (line.length > maxBytes)
    throw new Skipped('too-large', `has ${line.length} bytes, more than ${maxBytes}`, {
      hint: 'Take embedded images out of it, or raise maxPostBytes.',
    });
  const decoded = decode(line.bytes);
  if (!decoded.ok) throw new Skipped('encoding', decoded.message, { hint: 'Write the lines as UTF-8.' });
  let readings: readonly unknown[];
  try {
    readings = readingsOf(readJsonDocument(decoded.text)).map(({ value }) => value);
  } catch (error) {
    if (error instanceof FrontMatterError) throw invalid(error.message, error.hint);
    throw invalid('is not JSON', 'Write one complete JSON object a line.');
  }
  const [value, ...others] = readings;
  if (!isObject(value)) throw invalid('is no JSON object');
  return [value, ...others.filter(isObject)];
};

const wellFormed = (text: string): string =>
  text.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/(?![\n\t])\p{Cc}/gu, '');

const toLines = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map((line) => wellFormed(line).trim())
    .filter((line) => line !== '')
    .join('\n');

const urlOf = (record: FrontMatter, base: string): string => {
  const url = findText(record, 'url', 'permalink');
  if (url === undefined) throw invalid('has no url');
  const [, origin, path = '', query = ''] =
    /^(https?:\/\/[^/?#\s]+)?(\/[^?#\p{Cc}]*)?([?#][^\p{Cc}]*)?$/iu.exec(url) ?? [];
  if ((origin === undefined && path === '') || url.startsWith('//'))
    throw invalid('has a url that is neither a path from the root nor http(s)');
  return joinUrl(origin ?? base, path) + encodeURI(wellFormed(query)).replace(/%25([0-9A-Fa-f]{2})/g, '%$1');
};

const wordsOf = (
  record: JsonObject,
): PostParts['words'] & { readonly excerpt?: string; readonly problems: readonly PostNotice[] } => {
  const given = formats.filter((format) => hasValue(record[format]));
  if (given.length > 1) throw invalid(`has ${given.join(' and ')}, and only one of them can be its words`);
  const [format] = given;
  if (format === undefined) return { text: '', headings: [], code: [], problems: [] };
  const value = record[format];
  if (typeof value !== 'string') throw invalid(`has a ${format} that is no string`);
  if (format === 'text') return { text: toLines(value), headings: [], code: [], problems: [] };
  const { notices, ...words } = extractText(wellFormed(value), {
    format,
    anchors: githubAnchors,
  });
  return { ...words, problems: notices.map(({ message, hint }) => ({ message, hint })) };
};

/** As it is written: a pipeline hands over plain text. */
const titleOf = (record: FrontMatter, { text, headings }: PostText): string => {
  const written = cutTitle(findText(record, 'title') ?? headings[0]?.text ?? '');
  const title = toLines(written).replace(/\s+/g, ' ');
  if (title !== '') return title;
  throw text === ''
    ? new Skipped('empty', 'has neither a title nor words', { hint: shape })
    : invalid('has no title');
};

export function createRecordParser(options: RecordRules): RecordParser {
  const rules: VisibilityRules = {
    timeZone: options.timeZone,
    now: Math.floor(options.now.getTime() / 1000),
    draftHides: true,
    show: options.show ?? [],
    noindex: options.noindex ?? 'skip',
  };

  const general = toLanguageTag(options.language ?? '');
  const languageOf = (record: FrontMatter): ToldLanguage => {
    const own = findLanguage(record);
    if (own !== undefined) return { language: own, rule: 'front matter' };
    return { language: general, rule: general === undefined ? 'text' : 'site' };
  };

  const parse = (line: InputLine): PostOutcome => {
    const [value, ...others] = parseJsonObjects(line, options.maxPostBytes);
    const toRecord = (values: JsonObject): FrontMatter =>
      withNested(toEntries(values))
        .filter(({ key }) => !formats.some((format) => format === key))
        .map((entry) => ({ ...entry, line: line.number }));
    const record = toRecord(value);
    const readings: Readings = [record, ...others.map(toRecord)];
    const id = findText(record, 'id') ?? findText(record, 'url', 'permalink');
    refuseHidden(id ?? '', readings, undefined, rules);
    const url = urlOf(record, options.baseUrl ?? '');
    const entry = findEntry(record, 'id');
    if (entry !== undefined && typeof entry.value !== 'string' && typeof entry.value !== 'number')
      throw invalid('has an id that is neither a string nor a number');
    const { problems, excerpt, ...words } = wordsOf(value);
    const notices: PostNotice[] = [...problems, ...statusNotices(record, rules)];
    const told = languageOf(record);
    const parts = {
      id: wellFormed(id ?? url),
      url,
      title: titleOf(record, words),
      readings,
      date: findDate(record, undefined, rules),
      taxonomy: toListTaxonomy(record),
      authors: findAuthors(record),
      told,
      words,
      excerpt,
    };
    const post = assemblePost(parts, rules, (notice) => void notices.push(notice));
    return {
      kind: 'post',
      post,
      notices: notices.map((notice) => ({ ...notice, file: inputName, line: line.number })),
      bytes: line.length,
      rule: findValue(record, 'url') === undefined ? 'permalink of the line' : 'url of the line',
      languageRule: told.rule,
    };
  };

  /** An id belongs to the first line that has it. */
  const owners = new Map<string, number>();
  const parseOwn = (line: InputLine): PostOutcome => {
    const outcome = parse(line);
    if (outcome.kind === 'skip') return outcome;
    const owner = owners.get(outcome.post.id) ?? line.number;
    if (owner !== line.number)
      throw invalid(`has the id of line ${owner}`, 'Give every post an id of its own, or none.');
    owners.set(outcome.post.id, owner);
    return outcome;
  };

  return {
    parse: (line) =>
      toOutcome({ file: inputName, line: line.number }, line.length, options.maxPostSeconds, () =>
        parseOwn(line),
      ),
    strings: ({ bytes }) => recordStrings(bytes),
  };
}
