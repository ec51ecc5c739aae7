/**
 * Judgments as people write them: a line a query and a post that should answer it.
 * @module
 */
import { LookbackError } from '../domain/errors.js';
import type { Judgments } from './metrics.js';

/** A query, and how good which answers are. */
export interface JudgedQuery {
  readonly text: string;
  readonly judgments: Judgments;
}

/** Where no grade is written: the post answers. */
const defaultGrade = 1;
/** The gain of a grade is 2^grade - 1, so more would let one post outweigh all others. */
const maxGrade = 10;
/** Problems that are told at once. */
const maxProblems = 20;

const isSilent = ([first = '', ...others]: readonly string[]): boolean =>
  first.startsWith('#') || [first, ...others].every((cell) => cell === '');

const isHeader = ([query = '', post = '']: readonly string[]): boolean =>
  query.toLowerCase() === 'query' && post.toLowerCase() === 'url';

const toGrade = (written: string | undefined): number | undefined => {
  if (written === undefined || written === '') return defaultGrade;
  const grade = Number(written);
  return /^\d+$/.test(written) && grade <= maxGrade ? grade : undefined;
};

/** @returns what is wrong with a line; adds what it says to the queries where nothing is */
const addLine = (cells: readonly string[], queries: Map<string, Map<string, number>>): string | undefined => {
  const [query = '', post = '', written, ...others] = cells;
  if (query === '' || post === '') return 'names no query and URL, with a tab between them';
  const grade = toGrade(written);
  if (grade === undefined || others.length > 0)
    return `has something else than a grade, a whole number up to ${maxGrade}, behind the URL`;
  const judgments = queries.get(query) ?? new Map<string, number>();
  const known = judgments.get(post);
  if (known !== undefined && known !== grade) return `gives ${post} another grade than a line before`;
  queries.set(query, judgments.set(post, grade));
  return undefined;
};

/**
 * Lines of query, URL and grade, separated by tabs. The grade is a whole number, 0 (no answer) to 10, and 1 where it is left out.
 * A first line `query`, `url`, `grade` is a header; empty lines, and those that begin with `#`, say nothing.
 * @param file as it is named in errors
 * @returns in the order in which the queries are first named
 * @throws LookbackError `judgments-invalid`, which names every line that is wrong
 */
export const parseJudgments = (text: string, file: string): readonly JudgedQuery[] => {
  const queries = new Map<string, Map<string, number>>();
  const problems: string[] = [];
  const lines = text.split('\n').map((line) => line.split('\t').map((cell) => cell.trim()));
  const first = lines.findIndex((cells) => !isSilent(cells));
  for (const [at, cells] of lines.entries()) {
    if (isSilent(cells) || (at === first && isHeader(cells))) continue;
    const problem = addLine(cells, queries);
    if (problem !== undefined) problems.push(`${file}:${at + 1} ${problem}`);
  }
  for (const [query, judgments] of queries) {
    if (![...judgments.values()].some((grade) => grade > 0))
      problems.push(`${file}: the query "${query}" has no post with a grade above 0`);
  }
  if (queries.size === 0 && problems.length === 0) problems.push(`${file}: has no query`);
  if (problems.length === 0) return [...queries].map(([query, judgments]) => ({ text: query, judgments }));
  throw new LookbackError('judgments-invalid', `the judgments of ${file} cannot be used`, {
    file,
    problems:
      problems.length > maxProblems
        ? [...problems.slice(0, maxProblems), `and ${problems.length - maxProblems} more`]
        : problems,
  });
};
