/**
 * What a build did, for a person to read.
 * @module
 */
import { isAbsolute, relative } from 'node:path';
import { toOneLine } from '../domain/one-line.js';
import type { Notice, Skip, SkipReason } from '../domain/skip.js';
import type { Synonym } from '../domain/synonym.js';
import type { BuildReport } from '../indexer/index.js';

const where = ({ file, line }: Skip | Notice, folder: string): string => {
  const shown = isAbsolute(file) ? relative(folder, file) || '.' : file;
  return line === undefined ? shown : `${shown}:${line}`;
};

/** A line of what happened, and one of what to do. */
const formatEntry = (what: string, hint: string): string =>
  `${toOneLine(what)}\n        ${toOneLine(hint)}\n`;

const formatSkip = (skip: Skip, folder: string): string =>
  formatEntry(`skipped ${where(skip, folder)}  ${skip.reason}: ${skip.message}`, skip.hint);

const formatNotice = (notice: Notice, folder: string): string =>
  formatEntry(`notice  ${where(notice, folder)}  ${notice.message}`, notice.hint);

const countReasons = (skips: readonly Skip[]): ReadonlyMap<SkipReason, number> => {
  const counts = new Map<SkipReason, number>();
  for (const { reason } of skips) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts;
};

/** A longer value, such as a list of languages, sticks out rather than push the others away. */
const widest = 24;

/** Rows of two columns, the second flush right. */
const formatTable = (rows: readonly (readonly [string, string])[]): string => {
  const left = Math.max(...rows.map(([name]) => name.length));
  const right = Math.min(widest, Math.max(...rows.map(([, value]) => value.length)));
  return rows.map(([name, value]) => `${name.padEnd(left)}  ${value.padStart(right)}\n`).join('');
};

/**
 * Every skipped file with `file:line`, reason and hint, and every notice.
 * @param folder the working folder, which paths are shown from
 */
export const formatSkips = ({ skips, notices }: BuildReport, folder: string): string =>
  [
    ...skips.map((skip) => formatSkip(skip, folder)),
    ...notices.map((notice) => formatNotice(notice, folder)),
  ].join('');

/** `CSI = Container Storage Interface` where it is said both ways. */
const formatSynonyms = (synonyms: readonly Synonym[]): readonly string[] => {
  const toKey = (from: string, to: string): string => `${from}\n${to}`;
  const said = new Set(synonyms.map(({ from, to }) => toKey(from, to)));
  const shown = new Set<string>();
  return synonyms.flatMap(({ from, to }) => {
    if (shown.has(toKey(to, from))) return [];
    shown.add(toKey(from, to));
    return [`${from} ${said.has(toKey(to, from)) ? '=' : '>'} ${to}`];
  });
};

/** The words that mean the same, each as a line of the author's own would say it. */
export const formatMeanings = ({ languages }: BuildReport): string =>
  languages
    .flatMap(({ language, synonyms }) => formatSynonyms(synonyms).map((line) => ({ language, line })))
    .map(({ language, line }) => `synonym ${language}  ${toOneLine(line)}\n`)
    .join('');

/** The short table at the end of a build. */
export const formatSummary = (report: BuildReport, seconds: number): string => {
  const synonyms = report.languages.reduce(
    (sum, language) => sum + formatSynonyms(language.synonyms).length,
    0,
  );
  const terms = report.languages.reduce((sum, language) => sum + language.terms, 0);
  const languages = report.languages.map(({ language, documents }) => `${language} ${documents}`).join(', ');
  return formatTable([
    ['generator', report.generator],
    ['found', String(report.found)],
    ['indexed', String(report.indexed)],
    ...[...countReasons(report.skips)].map(
      ([reason, count]) => [`skipped: ${reason}`, String(count)] as const,
    ),
    ['languages', languages || '-'],
    ['terms', String(terms)],
    ...(synonyms === 0 ? [] : [['synonyms', String(synonyms)] as const]),
    ...(report.nextBuildDue === undefined ? [] : [['next build due', report.nextBuildDue] as const]),
    ['files', String(report.files)],
    ['bytes', String(report.bytes)],
    ['seconds', seconds.toFixed(1)],
  ]);
};
