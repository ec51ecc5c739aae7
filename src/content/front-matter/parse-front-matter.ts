/**
 * A source file -> its front matter and its body.
 * @module
 */

import matter from 'gray-matter';
import { isObject } from '../../domain/is-object.js';
import type { Notice } from '../../domain/skip.js';
import { type MarkedDocument, type Reading, readingsOf, refuseEndless } from './doubled-keys.js';
import { parseToml, readJson, readScript, readYaml, refuseCode } from './engines.js';
import { countLines, type FencedBlock, findCommented, findFences } from './fences.js';
import { type FrontMatter, FrontMatterError, toKey } from './front-matter.js';
import { findKeys, type KeyPlace } from './key-places.js';
import { findNikolaLines } from './nikola-lines.js';
import { findBareJson, findHexoBlock, findMetaLines } from './unfenced.js';

export interface FrontMatterOptions {
  /** `Title: …` lines at the top of the file, as Pelican and MkDocs have them. Default false. */
  readonly metaLines?: boolean;
  /** Hexo's fences, which may be longer or not be opened. Default false. */
  readonly hexoFences?: boolean;
  /** Hugo's front matter in a comment. Default false. */
  readonly commented?: boolean;
}

export interface ParsedSource {
  /** `undefined` if the file has none, which is not the same as an empty one. */
  readonly frontMatter: FrontMatter | undefined;
  /**
   * What it says where keys stand twice, or are merged, if one before the last counts; what any of them hides is hidden.
   */
  readonly otherReadings: readonly FrontMatter[];
  readonly notices: readonly Omit<Notice, 'file'>[];
  readonly body: string;
  /** 1-based line of the file at which `body` starts. */
  readonly bodyLine: number;
}

const plain = (value: unknown): MarkedDocument => ({ value, doubled: [], merges: false });

const engines: Readonly<Record<string, (source: string) => MarkedDocument>> = {
  yaml: (source) => readYaml(source),
  yml: (source) => readYaml(source),
  toml: (source) => plain(parseToml(source)),
  json: readJson,
  js: (source) => plain(readScript(source)),
  javascript: (source) => plain(readScript(source)),
  coffee: refuseCode,
  coffeescript: refuseCode,
  cson: refuseCode,
};

const longestBlank = 999;

const hasLongBlank = (text: string): boolean => {
  for (const [blank] of text.matchAll(/\s+/g)) if (blank.length > longestBlank) return true;
  return false;
};

/**
 * The package runs `---js` front matter by default, and searches blank lines in quadratic time: it is never called without
 * engines, nor for a long blank stretch.
 */
const splitAndParse = (
  { open, language, matter: written, close }: FencedBlock,
  engine: (source: string) => MarkedDocument,
): MarkedDocument => {
  if (hasLongBlank(written)) return engine(written);
  let document: MarkedDocument = plain({});
  const parse = (): object => {
    // Not what the package cut out: it ends front matter at any line that begins like a fence.
    document = engine(written);
    return {};
  };
  matter(`${open}${language}\n${written}${close}\n`, {
    engines: { [language]: parse },
    delimiters: [open, close],
  });
  return document;
};

/** Engines count from the first line below the fence. */
const toFileError = (error: unknown, block: FencedBlock): FrontMatterError => {
  if (error instanceof FrontMatterError)
    return new FrontMatterError(error.message, {
      line: error.line === undefined ? Math.max(1, block.matterLine - 1) : error.line + block.matterLine - 1,
      hint: error.hint,
    });
  const problem = error instanceof RangeError ? 'nested too deeply' : 'that cannot be read';
  return new FrontMatterError(`has front matter ${problem}`, {
    line: block.matterLine,
    hint: 'Write one `key: value` a line.',
  });
};

interface ParsedBlock {
  readonly readings: readonly [Reading, ...Reading[]];
  readonly doubled: MarkedDocument['doubled'];
}

const checkMapping = ({ value }: Reading): void => {
  if (value !== undefined && value !== null && !isObject(value))
    throw new FrontMatterError('has front matter that is not a list of keys and values', {
      hint: 'Write one `key: value` a line.',
    });
  refuseEndless(value);
};

const parseBlock = (block: FencedBlock): ParsedBlock => {
  const engine = Object.hasOwn(engines, block.language) ? engines[block.language] : undefined;
  if (engine === undefined)
    throw new FrontMatterError(`has front matter in ${block.language}, which is not supported`, {
      line: 1,
      hint: 'Write it as YAML, TOML or JSON.',
    });
  try {
    const document = splitAndParse(block, engine);
    const readings = readingsOf(document);
    for (const reading of readings) checkMapping(reading);
    return { readings, doubled: document.doubled };
  } catch (error) {
    throw toFileError(error, block);
  }
};

const hasKeys = (block: FencedBlock): boolean => {
  try {
    return Object.keys(parseBlock(block).readings[0].value ?? {}).length > 0;
  } catch {
    return false;
  }
};

const toFrontMatter = (
  { value, lines }: Reading,
  places: ReadonlyMap<string, readonly KeyPlace[]>,
  block: FencedBlock,
): FrontMatter =>
  Object.entries(value ?? {}).map(([name, inner]) => {
    const written = lines.get(name);
    const line = written === undefined ? undefined : written + block.matterLine - 1;
    // What a merge brings stands where it is merged.
    const known = places.get(name) ?? places.get('<<') ?? [];
    const place = known.find((candidate) => candidate.line === line) ?? known[0];
    return {
      name,
      key: toKey(name),
      value: inner,
      ...(place && { line: line ?? place.line }),
      ...(place?.quoted && { quoted: true }),
    };
  });

const toSource = (block: FencedBlock): ParsedSource => {
  const { readings, doubled } = parseBlock(block);
  const places = findKeys(block);
  const [frontMatter = [], ...otherReadings] = readings.map((reading) =>
    toFrontMatter(reading, places, block),
  );
  return {
    frontMatter,
    otherReadings,
    notices: doubled.map(({ name, line }) => ({
      line: line + block.matterLine - 1,
      message: `has the key ${name} twice in its front matter; the last one counts`,
      hint: 'Keep one of the two.',
    })),
    body: block.body,
    bodyLine: block.bodyLine,
  };
};

const withoutMatter = (body: string): ParsedSource => ({
  frontMatter: undefined,
  otherReadings: [],
  notices: [],
  body,
  bodyLine: 1,
});

const parseAtStart = (source: string, options: FrontMatterOptions): ParsedSource => {
  if (options.metaLines) {
    const meta = findMetaLines(source);
    if (meta) return { ...meta, otherReadings: [], notices: [] };
  }
  const nikola = findNikolaLines(source);
  if (nikola) return { ...nikola, otherReadings: [], notices: [] };
  const block =
    findFences(source) ??
    findBareJson(source) ??
    (options.hexoFences ? findHexoBlock(source) : undefined) ??
    (options.commented ? findCommented(source) : undefined);
  return block === undefined || (block.doubtful && !hasKeys(block)) ? withoutMatter(source) : toSource(block);
};

const below = <Placed extends { readonly line?: number }>(placed: Placed, lines: number): Placed =>
  placed.line === undefined ? placed : { ...placed, line: placed.line + lines };

/**
 * Blank lines may stand before front matter: Hugo passes over them.
 * @param source text with `\n` line ends.
 * @throws FrontMatterError when front matter is there and cannot be read; its lines are those of the file.
 */
export function parseFrontMatter(source: string, options: FrontMatterOptions = {}): ParsedSource {
  const start = Math.max(0, source.search(/\S/));
  const above = countLines(source.slice(0, start));
  try {
    const parsed = parseAtStart(source.slice(start), options);
    if (parsed.frontMatter === undefined) return withoutMatter(source);
    const move = (frontMatter: FrontMatter): FrontMatter => frontMatter.map((entry) => below(entry, above));
    return {
      frontMatter: move(parsed.frontMatter),
      otherReadings: parsed.otherReadings.map(move),
      notices: parsed.notices.map((notice) => below(notice, above)),
      body: parsed.body,
      bodyLine: parsed.bodyLine + above,
    };
  } catch (error) {
    if (!(error instanceof FrontMatterError) || above === 0) throw error;
    throw new FrontMatterError(error.message, { line: (error.line ?? 1) + above, hint: error.hint });
  }
}
