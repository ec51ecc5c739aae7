/**
 * One line of NDJSON -> a post, or why it is none. The line is what a pipeline says of a post, so that nothing is told
 * from paths; but whether the post may be seen is judged as strictly as that of any file.
 * @module
 */
import { isObject } from '../../domain/is-object.js';
import type { PostDate, PostText } from '../../domain/post.js';
import type { Notice } from '../../domain/skip.js';
import type { ContentOptions, PostOutcome } from '../content.js';
import { decode } from '../decode.js';
import { readingsOf } from '../front-matter/doubled-keys.js';
import { readJsonDocument } from '../front-matter/engines.js';
import {
  type FrontMatter,
  findEntry,
  findText,
  findValue,
  hasValue,
  toEntries,
} from '../front-matter/front-matter.js';
import { FrontMatterError } from '../front-matter/front-matter-error.js';
import { toListTaxonomy } from '../generators/taxonomy.js';
import { joinUrl } from '../generators/url-path.js';
import {
  findAuthors,
  findDate,
  findExcerpt,
  findImage,
  findSeries,
  findTranslationKey,
  findUpdated,
  withNested,
} from '../post-metadata.js';
import { boundNames, checkAddress, cutTitle } from '../repeated-values.js';
import { toLanguageTag } from '../site/language-tag.js';
import { Skipped, toSkipped } from '../skipped.js';
import { extractText } from '../text/extract-text.js';
import { findExpiry } from '../visibility/by-date.js';
import { statusNotices } from '../visibility/by-word.js';
import { findHideSignal } from '../visibility/find-hide-signal.js';
import type { VisibilityRules } from '../visibility/hidden.js';
import { withinTime } from '../within-time.js';
import { recordStrings } from './record-strings.js';
import type { InputLine } from './split-lines.js';

export interface RecordParser {
  parse(line: InputLine): PostOutcome;
  /** Every name and string of the line, whatever it is. */
  strings(line: InputLine): string;
}

export interface RecordRules
  extends Pick<
    ContentOptions,
    'now' | 'baseUrl' | 'timeZone' | 'language' | 'detectLanguage' | 'show' | 'noindex'
  > {
  readonly maxPostBytes: number;
  readonly maxPostSeconds: number;
}

/** How the input is named to the user. */
export const inputName = '<stdin>';

const formats = ['text', 'markdown', 'html'] as const;
const shape = 'A line is {"url": "/a/", "title": "A", "date": "2024-01-31", "tags": ["x"], "markdown": "…"}.';

const invalid = (message: string, hint = shape): Skipped => new Skipped('invalid-post', message, { hint });

type JsonObject = Readonly<Record<string, unknown>>;

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
  record: Readonly<Record<string, unknown>>,
): PostText & { readonly excerpt?: string; readonly problems: readonly Omit<Notice, 'file' | 'line'>[] } => {
  const given = formats.filter((format) => hasValue(record[format]));
  if (given.length > 1) throw invalid(`has ${given.join(' and ')}, and only one of them can be its words`);
  const [format] = given;
  if (format === undefined) return { text: '', headings: [], code: [], problems: [] };
  const value = record[format];
  if (typeof value !== 'string') throw invalid(`has a ${format} that is no string`);
  if (format === 'text') return { text: toLines(value), headings: [], code: [], problems: [] };
  const { notices, ...words } = extractText(wellFormed(value), {
    format,
    templating: 'none',
    anchors: 'github',
  });
  return { ...words, problems: notices.map(({ message, hint }) => ({ message, hint })) };
};

/** What is left unsaid of a date would be a guess; visibility has said already what is wrong with one. */
const toPostDate = ({ day, timestamp }: PostDate): PostDate => ({ day, timestamp });

export function createRecordParser(options: RecordRules): RecordParser {
  const rules: VisibilityRules = {
    timeZone: options.timeZone,
    now: Math.floor(options.now.getTime() / 1000),
    draftHides: true,
    show: options.show ?? [],
    noindex: options.noindex ?? 'skip',
  };

  const parse = (line: InputLine): PostOutcome => {
    const [value, ...others] = parseJsonObjects(line, options.maxPostBytes);
    const toRecord = (values: JsonObject): FrontMatter =>
      withNested(toEntries(values))
        .filter(({ key }) => !formats.some((format) => format === key))
        .map((entry) => ({ ...entry, line: line.number }));
    const record = toRecord(value);
    const readings = [record, ...others.map(toRecord)];
    const id = findText(record, 'id') ?? findText(record, 'url', 'permalink');
    for (const reading of readings) {
      const hidden = findHideSignal(id ?? '', reading, undefined, rules);
      if (hidden) throw new Skipped(hidden.reason, hidden.message, hidden);
    }
    const url = urlOf(record, options.baseUrl ?? '');
    const entry = findEntry(record, 'id');
    if (entry !== undefined && typeof entry.value !== 'string' && typeof entry.value !== 'number')
      throw invalid('has an id that is neither a string nor a number');
    const { problems, excerpt: cut, ...words } = wordsOf(value);
    const title =
      toLines(cutTitle(findText(record, 'title') ?? words.headings[0]?.text ?? '')).replace(/\s+/g, ' ') ||
      undefined;
    if (title === undefined)
      throw words.text === ''
        ? new Skipped('empty', 'has neither a title nor words', { hint: shape })
        : invalid('has no title');
    const ownId = wellFormed(id ?? url);
    checkAddress('URL', url);
    checkAddress('id', ownId);
    const notices: Omit<Notice, 'file'>[] = [...problems, ...statusNotices(record, rules)];
    const names = { ...toListTaxonomy(record), authors: findAuthors(record) };
    const kept = boundNames(names, (notice) => void notices.push(notice));
    const date = findDate(record, undefined, rules);
    const updated = findUpdated(record, rules);
    const expires = findExpiry(readings.flat(), rules);
    const series = findSeries(record);
    const image = findImage(record);
    const excerpt = findExcerpt(record) ?? cut;
    const translationKey = findTranslationKey(record);
    const own = toLanguageTag(findText(record, 'language', 'lang', 'locale') ?? '');
    const general = toLanguageTag(options.language ?? '');
    return {
      kind: 'post',
      post: {
        id: ownId,
        url,
        title,
        language: own ?? general ?? toLanguageTag(options.detectLanguage?.(words.text) ?? '') ?? 'und',
        ...(date && { date: toPostDate(date) }),
        ...(updated && { updated: toPostDate(updated) }),
        ...(expires !== undefined && { expires }),
        ...kept,
        ...(series !== undefined && { series }),
        ...(image !== undefined && { image }),
        ...(excerpt !== undefined && { excerpt }),
        ...(translationKey !== undefined && { translationKey }),
        ...words,
      },
      notices: notices.map((problem) => ({
        ...problem,
        file: inputName,
        line: line.number,
      })),
      bytes: line.length,
      rule: findValue(record, 'url') === undefined ? 'permalink of the line' : 'url of the line',
      languageRule: own !== undefined ? 'front matter' : general !== undefined ? 'site' : 'text',
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
    parse: (line) => {
      try {
        return withinTime(options.maxPostSeconds, () => parseOwn(line));
      } catch (error) {
        const { reason, message, hint, due } = toSkipped(error);
        return {
          kind: 'skip',
          skip: { file: inputName, line: line.number, reason, message, hint },
          bytes: line.length,
          ...(due !== undefined && { due }),
        };
      }
    },
    strings: ({ bytes }) => recordStrings(bytes),
  };
}
