/**
 * A source file -> its front matter and its body.
 * @module
 */
import matter from 'gray-matter';
import { parseJson, parseToml, parseYaml, refuseCode } from './engines.js';
import { countLines, type FencedBlock, findFences } from './fences.js';
import { type FrontMatter, isRecord, toKey } from './front-matter.js';
import { FrontMatterError } from './front-matter-error.js';
import { findBareJson, findMetaLines, findUnopened } from './unfenced.js';

export interface FrontMatterOptions {
  /** Pelican's `Title: …` lines at the top of the file. */
  readonly metaLines: boolean;
  /** Hexo's front matter that is closed but not opened. */
  readonly unopened: boolean;
}

export interface ParsedSource {
  /** `undefined` if the file has none, which is not the same as an empty one. */
  readonly frontMatter: FrontMatter | undefined;
  readonly body: string;
  /** 1-based line of the file at which `body` starts. */
  readonly bodyLine: number;
}

/**
 * The package runs `---js` front matter by default, and searches blank lines in quadratic time:
 * it is never called without engines, nor with a long blank stretch.
 */
/** The most values that front matter may amount to, those that aliases repeat counted each time. */
const maxValues = 50_000;

/** Aliases share values, so a small document may be an endless one to whoever walks it. */
const refuseEndless = (data: object): void => {
  const pending: unknown[] = [data];
  let values = 0;
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    values += 1;
    if (values > maxValues)
      throw new FrontMatterError(`has front matter that amounts to more than ${maxValues} values`, {
        hint: 'Write fewer, and no YAML aliases that repeat one another.',
      });
    if (typeof value === 'object' && value !== null)
      for (const inner of Object.values(value)) if (inner !== undefined) pending.push(inner);
  }
};

const toMapping = (data: unknown): object => {
  if (data === undefined || data === null) return {};
  if (isRecord(data)) {
    refuseEndless(data);
    return data;
  }
  throw new FrontMatterError('has front matter that is not a list of keys and values', {
    hint: 'Write one `key: value` a line.',
  });
};

const yaml = (source: string): object => toMapping(parseYaml(source));

const engines = {
  yaml,
  yml: yaml,
  toml: (source: string): object => toMapping(parseToml(source)),
  json: (source: string): object => toMapping(parseJson(source)),
  js: refuseCode,
  javascript: refuseCode,
  coffee: refuseCode,
  coffeescript: refuseCode,
  cson: refuseCode,
};

const longestBlank = 999;

const hasLongBlank = (text: string): boolean => {
  for (const [blank] of text.matchAll(/\s+/g)) if (blank.length > longestBlank) return true;
  return false;
};

/** Engines count from the opening fence, which is line 1 of the file where there is one. */
const toFileError = (error: unknown, block: FencedBlock): FrontMatterError => {
  if (error instanceof FrontMatterError)
    return new FrontMatterError(error.message, {
      line: Math.max(1, (error.line ?? 1) + block.matterLine - 2),
      hint: error.hint,
    });
  const problem = error instanceof RangeError ? 'nested too deeply' : 'that cannot be read';
  return new FrontMatterError(`has front matter ${problem}`, {
    line: block.matterLine,
    hint: 'Write one `key: value` a line.',
  });
};

const parseBlock = (block: FencedBlock): Readonly<Record<string, unknown>> => {
  if (!Object.hasOwn(engines, block.language))
    throw new FrontMatterError(`has front matter in ${block.language}, which is not supported`, {
      line: 1,
      hint: 'Write it as YAML, TOML or JSON.',
    });
  if (hasLongBlank(block.matter))
    throw new FrontMatterError('has front matter with a thousand blanks in a row', {
      line: block.matterLine,
      hint: 'Remove the blank lines.',
    });
  try {
    return matter(`${block.open}${block.language}\n${block.matter}${block.close}\n`, {
      engines,
      delimiters: [block.open, block.close],
    }).data;
  } catch (error) {
    throw toFileError(error, block);
  }
};

const hasKeys = (block: FencedBlock): boolean => {
  try {
    return Object.keys(parseBlock(block)).length > 0;
  } catch {
    return false;
  }
};

interface KeyPlace {
  readonly line: number;
  readonly quoted: boolean;
}

const keyName = /^[{,\s]{0,8}["']?([^"':=\s][^"':=]{0,80})["']?$/;

/** Where each top-level key is, found by its spelling: the parsers do not all tell. */
const findKeys = (block: FencedBlock): ReadonlyMap<string, KeyPlace> => {
  const places = new Map<string, KeyPlace>();
  block.matter.split('\n').forEach((text, index) => {
    const end = text.search(/[:=]/);
    const name = keyName.exec(text.slice(0, Math.max(0, end)).trimEnd())?.[1];
    if (name !== undefined && !places.has(name)) {
      const quoted = /^["']/.test(text.slice(end + 1).trimStart());
      places.set(name, { line: block.matterLine + index, quoted });
    }
  });
  return places;
};

const toFrontMatter = (data: Readonly<Record<string, unknown>>, block: FencedBlock): FrontMatter => {
  const places = findKeys(block);
  return Object.entries(data).map(([name, value]) => {
    const place = places.get(name);
    return {
      name,
      key: toKey(name),
      value,
      ...(place && { line: place.line }),
      ...(place?.quoted && { quoted: true }),
    };
  });
};

const parseAtStart = (source: string, options: FrontMatterOptions): ParsedSource => {
  if (options.metaLines) {
    const meta = findMetaLines(source);
    if (meta) return meta;
  }
  const block =
    findFences(source) ?? findBareJson(source) ?? (options.unopened ? findUnopened(source) : undefined);
  if (block === undefined || (block.doubtful && !hasKeys(block)))
    return { frontMatter: undefined, body: source, bodyLine: 1 };
  return { frontMatter: toFrontMatter(parseBlock(block), block), body: block.body, bodyLine: block.bodyLine };
};

/**
 * Blank lines may stand before front matter: Hugo passes over them.
 * @param source text with `\n` line ends.
 * @throws FrontMatterError when front matter is there and cannot be read; its lines are those of the file.
 */
export function parseFrontMatter(source: string, options: FrontMatterOptions): ParsedSource {
  const start = Math.max(0, source.search(/\S/));
  const above = countLines(source.slice(0, start));
  try {
    const parsed = parseAtStart(source.slice(start), options);
    if (parsed.frontMatter === undefined) return { frontMatter: undefined, body: source, bodyLine: 1 };
    const frontMatter = parsed.frontMatter.map((entry) =>
      entry.line === undefined ? entry : { ...entry, line: entry.line + above },
    );
    return { frontMatter, body: parsed.body, bodyLine: parsed.bodyLine + above };
  } catch (error) {
    if (!(error instanceof FrontMatterError) || above === 0) throw error;
    throw new FrontMatterError(error.message, { line: (error.line ?? 1) + above, hint: error.hint });
  }
}
