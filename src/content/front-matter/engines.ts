/**
 * The languages front matter is written in. None of them runs code.
 * @module
 */
import { CORE_SCHEMA, load, type Type, YAMLException } from 'js-yaml';
import { parse as parseTomlDocument, TomlDate, TomlError } from 'smol-toml';
import { unknownValue } from '../programs/script-expressions.js';
import { readScriptObject } from '../programs/script-values.js';
import { checkDoubled, type DoubledKey, type MarkedDocument, markKey, readingsOf } from './doubled-keys.js';
import { countLines } from './fences.js';
import { FrontMatterError } from './front-matter.js';

/** Aliases that a document may use; a hand-written post needs a few, a bomb needs millions. */
const maxAliases = 100;

const firstLine = (message: string): string => message.split('\n', 1)[0] ?? message;

const refuseBombs = (source: string): void => {
  if (!source.includes('&')) return;
  const aliases = source.match(/(?:^|[\s,[{:])\*[^\s,\]}*]+(?=[\s,\]}]|$)/g)?.length ?? 0;
  if (aliases > maxAliases)
    throw new FrontMatterError(`has ${aliases} YAML aliases, which may multiply without end`, {
      hint: `Write the values out; at most ${maxAliases} aliases are followed.`,
    });
};

/** `mark` is absent where the error has no place. */
const markOf = (error: YAMLException): YAMLException['mark'] | undefined => error.mark;

const toYamlError = (error: YAMLException): FrontMatterError => {
  const isDoubled = error.reason.startsWith('duplicated mapping key');
  const mark = markOf(error);
  return new FrontMatterError(
    isDoubled
      ? 'has the same key twice in its front matter'
      : `has malformed YAML: ${firstLine(error.reason)}`,
    {
      line: mark === undefined ? undefined : mark.line + 1,
      hint: isDoubled
        ? 'Keep one of the two.'
        : 'Quote values that hold “: ”, “#” or “[”, and indent with spaces.',
    },
  );
};

/** Where the key that is there already may be marked, as the parser says; one with an anchor or a tag may not. */
const findDoubled = (error: unknown, source: string): (DoubledKey & { readonly at: number }) | undefined => {
  if (!(error instanceof YAMLException) || !error.reason.startsWith('duplicated mapping key'))
    return undefined;
  const mark = markOf(error);
  if (mark === undefined) return undefined;
  const [, blanks = '', quote = '', name] =
    /^([ \t]{0,100})(["']?)([^\s&!*|>?{["'][^\n:"']{0,100})/.exec(
      source.slice(mark.position, mark.position + 300),
    ) ?? [];
  if (name === undefined) return undefined;
  return { name: name.trim(), line: mark.line + 1, at: mark.position + blanks.length + quote.length };
};

/**
 * YAML 1.2, with dates left as strings: their time zone is not the parser's to choose. By the parser that most
 * generators use, so that what they accept is accepted; it refuses doubled keys, which are marked until it does not.
 * @param tags those of a configuration that is not YAML alone.
 */
export function readYaml(source: string, tags: readonly Type[] = []): MarkedDocument {
  refuseBombs(source);
  const schema = tags.length === 0 ? CORE_SCHEMA : CORE_SCHEMA.extend([...tags]);
  const doubled: DoubledKey[] = [];
  let document = source;
  for (;;)
    try {
      return { value: load(document, { schema }), doubled, merges: source.includes('<<') };
    } catch (error) {
      const found = findDoubled(error, document);
      if (found === undefined) throw error instanceof YAMLException ? toYamlError(error) : error;
      checkDoubled(doubled.length + 1, found.line, source.length);
      document = markKey(document, found.at, doubled.length);
      doubled.push({ name: found.name, line: found.line });
    }
}

/** @param tags those of a configuration that is not YAML alone. */
export const parseYaml = (source: string, tags: readonly Type[] = []): unknown =>
  readingsOf(readYaml(source, tags))[0].value;

/** TOML dates come back as they would be written, for the same reason. */
const withoutTomlDates = (value: unknown): unknown => {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(withoutTomlDates);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutTomlDates(inner)]));
  return value;
};

export function parseToml(source: string): unknown {
  try {
    return withoutTomlDates(parseTomlDocument(source, { maxDepth: 100, integersAsBigInt: false }));
  } catch (error) {
    throw new FrontMatterError(
      `has malformed TOML: ${error instanceof Error ? firstLine(error.message).replace(/^Invalid TOML document: /, '') : 'it cannot be read'}`,
      {
        line: error instanceof TomlError ? error.line : undefined,
        hint: 'Put text in quotes, and write each key once.',
      },
    );
  }
}

/** The strings of JSON, and what opens, closes and follows them. */
const jsonTokens = /"(?:[^"\\]|\\.)*"?|[{}:]/gs;

/** @param source JSON that the parser has read: of a doubled name it keeps the last, and says nothing. */
const markDoubledNames = (
  source: string,
): { readonly document: string; readonly doubled: readonly DoubledKey[] } => {
  const doubled: DoubledKey[] = [];
  const places: number[] = [];
  const open: Set<unknown>[] = [];
  let last: RegExpExecArray | undefined;
  for (const token of source.matchAll(jsonTokens)) {
    if (token[0] === '{') open.push(new Set());
    else if (token[0] === '}') open.pop();
    else if (token[0] === ':' && last !== undefined) {
      const name: unknown = JSON.parse(last[0]);
      const names = open.at(-1);
      if (names?.has(name)) {
        const line = countLines(source.slice(0, last.index)) + 1;
        checkDoubled(doubled.length + 1, line);
        places.push(last.index + 1);
        doubled.push({ name: String(name), line });
      }
      names?.add(name);
    }
    last = token;
  }
  const document = places.reduceRight((marked, at, number) => markKey(marked, at, number), source);
  return { document, doubled };
};

/** @throws SyntaxError; FrontMatterError where too many names stand twice. */
export function readJsonDocument(source: string): MarkedDocument {
  const value: unknown = JSON.parse(source);
  const { document, doubled } = markDoubledNames(source);
  return { value: doubled.length === 0 ? value : JSON.parse(document), doubled, merges: false };
}

export function readJson(source: string): MarkedDocument {
  // Hexo leaves the braces out.
  const document = source.trimStart().startsWith('{') ? source : `{${source}}`;
  try {
    return readJsonDocument(document);
  } catch (error) {
    if (error instanceof FrontMatterError) throw error;
    const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    throw new FrontMatterError('has malformed JSON', {
      line: position === undefined ? undefined : document.slice(0, Number(position)).split('\n').length,
      hint: 'Put keys and text in double quotes, and no comma after the last value.',
    });
  }
}

export const parseJson = (source: string): unknown => readingsOf(readJson(source))[0].value;

const hasUnknown = (value: unknown): boolean => {
  if (value === unknownValue) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasUnknown);
};

/** Front matter that is a program is never run. What it writes out is read; with a part that only running it would tell, what it says of drafts and dates is not known. */
export function readScript(source: string): unknown {
  const value = readScriptObject(source);
  if (!hasUnknown(value)) return value;
  throw new FrontMatterError('has front matter that is a program, which is never run', {
    hint: 'Write its values out, or write it as YAML between --- lines.',
  });
}

/** The other languages of programs. */
export function refuseCode(): never {
  throw new FrontMatterError('has front matter that is a program, which is never run', {
    hint: 'Write it as YAML between --- lines.',
  });
}
