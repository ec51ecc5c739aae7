/**
 * Posts as NDJSON: one JSON object a line, made by any pipeline that knows the posts' URLs. See {@link parseRecord}.
 * @module
 */
import { LookbackError } from '../../domain/errors.js';
import type { Content, ContentOptions } from '../content.js';
import { isTimeZone } from '../dates/time-zone.js';
import { createLanguageGuess } from '../language/usual-language.js';
import { defaultMaxPostBytes, defaultMaxPostSeconds } from '../site/read-site.js';
import { createRecordParser, inputName, type RecordRules } from './parse-record.js';
import { type InputLine, splitLines } from './split-lines.js';

export interface NdjsonOptions
  extends Omit<RecordRules, 'maxPostBytes' | 'maxPostSeconds'>,
    Pick<ContentOptions, 'maxPostBytes' | 'maxPostSeconds'> {
  readonly input: AsyncIterable<Uint8Array>;
}

const isBlank = ({ bytes, length }: InputLine): boolean =>
  length === bytes.length && bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);

/**
 * Reads the input to its end. Blank lines do not count; every other line is one of the files, named by its number.
 * @throws LookbackError `config-invalid` for an unknown time zone
 */
export async function openNdjson(options: NdjsonOptions): Promise<Content> {
  if (options.timeZone !== undefined && !isTimeZone(options.timeZone))
    throw new LookbackError('config-invalid', `timeZone ${options.timeZone} is not known`, {
      parameter: 'timeZone',
    });
  const maxPostBytes = options.maxPostBytes ?? defaultMaxPostBytes;
  const maxPostSeconds = options.maxPostSeconds ?? defaultMaxPostSeconds;
  const lines = new Map<string, InputLine>();
  for await (const line of splitLines(options.input, maxPostBytes))
    if (!isBlank(line)) lines.set(String(line.number), line);
  const parser = createRecordParser({
    ...options,
    maxPostBytes,
    maxPostSeconds,
  });
  const lineOf = (file: string): InputLine => {
    const line = lines.get(file);
    if (line === undefined) throw new RangeError(`there is no line ${file}`);
    return line;
  };
  const files = [...lines.keys()];
  // Of its own: a parser knows which ids it has met.
  const samples = createRecordParser({ ...options, maxPostBytes, maxPostSeconds });
  const guessLanguage = options.detectLanguage
    ? createLanguageGuess(files, async (file) => samples.parse(lineOf(file)))
    : undefined;
  return {
    generator: 'ndjson',
    facts: { metaLines: false, publishesDraftFlag: false },
    notices: [],
    files,
    maxPostSeconds,
    read: async (file) => {
      const outcome = parser.parse(lineOf(file));
      return guessLanguage ? guessLanguage(outcome) : outcome;
    },
    place: (file) => ({ file: inputName, line: Number(file) }),
    source: async (file) => parser.strings(lineOf(file)),
    line: (file) => new TextDecoder().decode(lineOf(file).bytes),
  };
}
