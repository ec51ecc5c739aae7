/**
 * Why a hit has its score, in lines for a terminal: parts that are added, then factors that their sum is multiplied by.
 * @module
 */
import type { Explanation, ScorePart, TermEvidence } from '../domain/explanation.js';
import { toOneLine } from '../domain/one-line.js';

/** As many digits as a sum of them needs to be seen to be right. */
const toNumber = (value: number): string => value.toFixed(4).padStart(9);

const formatEvidence = ({ term, kind, field, frequency, evidence }: TermEvidence): string =>
  `${' '.repeat(13)}${toNumber(evidence)}  ${field}: ${term} × ${frequency} (${kind})`;

const formatPart = ({ what, word, idf, terms = [], score }: ScorePart): readonly string[] => {
  const name = word === undefined ? what : `${what} ${word}`;
  return [
    `+ ${toNumber(score)}  ${name}${idf === undefined ? '' : `, idf ${idf.toFixed(4)}, of the evidence`}`,
    ...terms.map(formatEvidence),
  ];
};

/** One line each, the score last. */
export const formatScore = ({ score, parts, factors, pinned }: Explanation): readonly string[] =>
  [
    ...parts.flatMap(formatPart),
    ...factors.map(({ what, factor }) => `× ${toNumber(factor)}  ${what}`),
    `= ${toNumber(score)}${pinned ? '  and pinned: it stands before others' : ''}`,
  ].map(toOneLine);
