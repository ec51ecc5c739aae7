/**
 * How well an index answers, for a person to read.
 * @module
 */
import { toOneLine } from '../domain/one-line.js';
import type { Figures } from '../evaluation/evaluate.js';
import type { Difference, Report, SetReport, Shortfall } from '../evaluation/report.js';

/** Queries that are listed of a set. */
const maxListed = 50;

const formatFigures = (name: string, queries: string, { ndcg, mrr, recall }: Figures): string =>
  `${toOneLine(name).padEnd(32)} ${queries.padStart(7)}  ${[ndcg, mrr, recall].map((figure) => figure.toFixed(4).padStart(10)).join('  ')}\n`;

const formatRows = ({ sets, all, other }: Report, compared: string): string =>
  [
    `${''.padEnd(32)} queries  ${['nDCG@10', 'MRR', 'recall@100'].map((name) => name.padStart(10)).join('  ')}\n`,
    ...sets.flatMap((set) => [
      formatFigures(set.name, String(set.queries), set),
      set.other ? formatFigures(`  ${compared}`, '', set.other) : '',
    ]),
    ...(sets.length > 1
      ? [formatFigures('all', '', all), other ? formatFigures(`  ${compared}`, '', other) : '']
      : []),
  ].join('');

const formatRank = ({ rank, isIndexed }: Shortfall['expected'][number]): string => {
  if (!isIndexed) return 'not in the index';
  return rank === undefined ? 'not found' : `rank ${rank}`;
};

const formatShortfall = ({ query, ndcg, first, expected }: Shortfall): string =>
  [
    `  ${query}  ${ndcg.toFixed(4)}`,
    ...expected.map(
      (post) =>
        `    expected ${post.url}  ${formatRank(post)}${post.grade === 1 ? '' : `, grade ${post.grade}`}`,
    ),
    `    first    ${first ?? 'nothing'}`,
  ]
    .map((line) => `${toOneLine(line)}\n`)
    .join('');

const formatDifference = ({ query, ours, theirs }: Difference): string =>
  [
    `  ${query}  ${ours.ndcg.toFixed(4)} : ${theirs.ndcg.toFixed(4)}`,
    ...ours.expected.map((post, at) => {
      const other = theirs.expected[at];
      return `    expected ${post.url}  ${formatRank(post)} : ${other ? formatRank(other) : ''}`;
    }),
    `    first    ${ours.first ?? 'nothing'} : ${theirs.first ?? 'nothing'}`,
  ]
    .map((line) => `${toOneLine(line)}\n`)
    .join('');

const formatList = <Item>(title: string, items: readonly Item[], format: (item: Item) => string): string => {
  const more = items.length > maxListed ? `  … ${items.length - maxListed} more; --json lists all\n` : '';
  return `${toOneLine(title)}\n${items.slice(0, maxListed).map(format).join('')}${more}`;
};

const formatSet = ({ name, queries, short, differences }: SetReport, compared: string): string =>
  [
    '',
    formatList(`${name}: ${short.length} of ${queries} fell short`, short, formatShortfall),
    ...(differences
      ? [
          formatList(
            `${name}: ${differences.length} of ${queries} differ from ${compared}`,
            differences,
            formatDifference,
          ),
        ]
      : []),
  ].join('\n');

/** @param compared how the user named the other ranking; of no meaning where there is none */
export const formatReport = (report: Report, compared: string): string =>
  formatRows(report, compared) + report.sets.map((set) => formatSet(set, compared)).join('');
