/**
 * The languages front matter is written in. None of them runs code.
 * @module
 */
import { CORE_SCHEMA, load, Type, YAMLException } from 'js-yaml';
import { parse as parseTomlDocument, TomlDate, TomlError } from 'smol-toml';
import { FrontMatterError } from './front-matter-error.js';

/** Aliases that a document may use; a hand-written post needs a few, a bomb needs millions. */
const maxAliases = 100;

const firstLine = (message: string): string => message.split('\n', 1)[0] ?? message;

/** YAML 1.2 with merge keys. Dates stay strings: their time zone is not the parser's to choose. */
const merge = new Type('tag:yaml.org,2002:merge', { kind: 'scalar', resolve: (key) => key === '<<' });
const schema = CORE_SCHEMA.extend([merge]);

const refuseBombs = (source: string): void => {
  if (!source.includes('&')) return;
  const aliases = source.match(/(?:^|[\s,[{:])\*[^\s,\]}*]+(?=[\s,\]}]|$)/g)?.length ?? 0;
  if (aliases > maxAliases)
    throw new FrontMatterError(`has ${aliases} YAML aliases, which may multiply without end`, {
      hint: `Write the values out; at most ${maxAliases} aliases are followed.`,
    });
};

/**
 * The parser that most generators use, so what they accept is accepted.
 * @param tags those of a configuration that is not YAML alone.
 */
export function parseYaml(source: string, tags: readonly Type[] = []): unknown {
  refuseBombs(source);
  try {
    return load(source, { schema: tags.length === 0 ? schema : schema.extend([...tags]) });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const isDuplicate = error.reason.startsWith('duplicated mapping key');
    throw new FrontMatterError(
      isDuplicate
        ? 'has the same key twice in its front matter'
        : `has malformed YAML: ${firstLine(error.reason)}`,
      {
        // `mark` is absent where the error has no place.
        line:
          (error.mark as typeof error.mark | undefined)?.line === undefined ? undefined : error.mark.line + 1,
        hint: isDuplicate
          ? 'Keep one of the two.'
          : 'Quote values that hold “: ”, “#” or “[”, and indent with spaces.',
      },
    );
  }
}

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

export function parseJson(source: string): unknown {
  // Hexo leaves the braces out.
  const document = source.trimStart().startsWith('{') ? source : `{${source}}`;
  try {
    return JSON.parse(document);
  } catch (error) {
    const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    throw new FrontMatterError('has malformed JSON', {
      line: position === undefined ? undefined : document.slice(0, Number(position)).split('\n').length,
      hint: 'Put keys and text in double quotes, and no comma after the last value.',
    });
  }
}

/** Front matter that is a program: it is never run, so what it says is not known. */
export function refuseCode(): never {
  throw new FrontMatterError('has front matter that is a program, which is never run', {
    hint: 'Write it as YAML between --- lines.',
  });
}
