import { describe, expect, test } from 'vitest';
import { LookbackError } from '../../src/domain/errors.js';
import { parseJudgments } from '../../src/evaluation/parse-judgments.js';

const problemsOf = (text: string): readonly string[] => {
  try {
    parseJudgments(text, 'some.tsv');
  } catch (error) {
    if (error instanceof LookbackError && error.code === 'judgments-invalid') return error.problems;
    throw error;
  }
  throw new Error('nothing was wrong');
};

describe('judgments', () => {
  test('are lines of query, URL and grade, of which the last may be left out', () => {
    expect(parseJudgments('dask\t/a/\t3\nc#\t/b/\ndask\t/c/\t0\n', 'some.tsv')).toEqual([
      {
        text: 'dask',
        judgments: new Map([
          ['/a/', 3],
          ['/c/', 0],
        ]),
      },
      { text: 'c#', judgments: new Map([['/b/', 1]]) },
    ]);
  });

  test('may have a header, comments and empty lines', () => {
    const text = '# ours\n\nQuery\tURL\tGrade\n\t\t\nquery\t/a/\n# url\t/b/\n';
    expect(parseJudgments(text, 'some.tsv')).toEqual([{ text: 'query', judgments: new Map([['/a/', 1]]) }]);
  });

  test('a header is only where one can stand', () => {
    expect(parseJudgments('a\t/a/\nquery\turl\n', 'some.tsv')).toHaveLength(2);
  });

  test.each([
    ['a', 'some.tsv:1 names no query and URL, with a tab between them'],
    ['a\t', 'some.tsv:1 names no query and URL, with a tab between them'],
    ['\t/a/', 'some.tsv:1 names no query and URL, with a tab between them'],
    ...['-1', '1.5', '11', 'x', '1e1', '2\tx'].map((grade) => [
      `b\t/b/\na\t/a/\t${grade}`,
      'some.tsv:2 has something else than a grade, a whole number up to 10, behind the URL',
    ]),
    ['a\t/a/\t1\n#\na\t/a/\t2', 'some.tsv:3 gives /a/ another grade than a line before'],
    ['a\t/a/\t0', 'some.tsv: the query "a" has no post with a grade above 0'],
    ['# nothing\n', 'some.tsv: has no query'],
  ])('that are wrong are named with their line: %j', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test('that are all wrong do not fill the screen', () => {
    const problems = problemsOf('a\n'.repeat(100));
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toBe('and 80 more');
  });
});
