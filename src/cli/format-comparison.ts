/**
 * Where our URLs and those of the site differ, for a person to read.
 * @module
 */

import { compareText } from '../domain/compare-text.js';
import { toOneLine } from '../domain/one-line.js';
import type { UrlComparison } from '../url-check/compare-urls.js';

/** Folders of extra pages that are shown. */
const maxFolders = 20;

/** Pages by the first folder of their path, those with most first. */
const countFolders = (paths: readonly string[]): readonly (readonly [string, number])[] => {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const folder = /^\/[^/]+\//.exec(path)?.[0] ?? '/';
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].sort(([a, most], [b, count]) => count - most || compareText(a, b));
};

const formatList = (title: string, lines: readonly string[], count = lines.length): string =>
  `${title.padEnd(10)} ${String(count).padStart(6)}\n${lines.map((line) => `  ${toOneLine(line)}\n`).join('')}`;

/** @param against how the user named the site */
export const formatComparison = (comparison: UrlComparison, against: string): string => {
  const { ours, theirs, missing, differing, extra } = comparison;
  const folders = countFolders(extra);
  const shown = folders.slice(0, maxFolders).map(([folder, count]) => `${folder}  ${count}`);
  const left = folders.length - shown.length;
  return [
    `${ours} URLs of posts, ${theirs} of ${toOneLine(against)}\n`,
    formatList(
      'missing',
      missing.map(({ url, id }) => `${url}  ${id}`),
    ),
    formatList(
      'differing',
      differing.flatMap(({ url, id, there, difference }) => [
        `${url}  ${id}`,
        `  there ${there}  ${difference}`,
      ]),
      differing.length,
    ),
    formatList(
      'extra',
      left > 0 ? [...shown, `… ${left} more folders; --json lists all`] : shown,
      extra.length,
    ),
  ].join('');
};
