/**
 * Measures of a ranking against judgments, each of one query; a set's figure is the mean over its queries.
 * @module
 */

/** Document to grade; documents that are not in it are judged 0. */
export type Judgments = ReadonlyMap<string, number>;

const gain = (grade: number): number => 2 ** grade - 1;

const discountedGain = (grades: readonly number[]): number =>
  grades.reduce((sum, grade, at) => sum + gain(grade) / Math.log2(at + 2), 0);

/**
 * Normalized discounted cumulative gain of the first `depth` documents, 0 to 1; 0 if nothing is relevant.
 * K. Järvelin, J. Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20 (2002), with the gain
 * 2^grade - 1 of Burges et al. (2005).
 */
export const ndcg = (ranking: readonly string[], judgments: Judgments, depth: number): number => {
  const grades = ranking.slice(0, depth).map((id) => judgments.get(id) ?? 0);
  const ideal = [...judgments.values()].sort((a, b) => b - a).slice(0, depth);
  const best = discountedGain(ideal);
  return best === 0 ? 0 : discountedGain(grades) / best;
};

const countRelevant = (judgments: Judgments): number =>
  [...judgments.values()].filter((grade) => grade > 0).length;

/** The part of the relevant documents that is among the first `depth`, 0 to 1; 0 if nothing is relevant. */
export const recall = (ranking: readonly string[], judgments: Judgments, depth: number): number => {
  const relevant = countRelevant(judgments);
  if (relevant === 0) return 0;
  const found = ranking.slice(0, depth).filter((id) => (judgments.get(id) ?? 0) > 0);
  return new Set(found).size / relevant;
};

/** 1 over the rank of the first relevant document, 0 if none is in the ranking. */
export const reciprocalRank = (ranking: readonly string[], judgments: Judgments): number => {
  const at = ranking.findIndex((id) => (judgments.get(id) ?? 0) > 0);
  return at < 0 ? 0 : 1 / (at + 1);
};

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
