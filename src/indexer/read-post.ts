/**
 * One source, judged twice: by the conventions of its generator, and by a plain look that knows none of that.
 * @module
 */
import type { Config } from '../config/settings.js';
import { type Content, type PostOutcome, toSkipped, withinTime } from '../content/index.js';
import { type Doubt, findDoubt, type OpinionRules } from './second-opinion/second-opinion.js';

/** What is shown on purpose needs no second thought. */
export const toOpinionRules = (config: Config, content: Content, now: Date): OpinionRules => ({
  now: Math.floor(now.getTime() / 1000),
  metaLines: content.facts.metaLines,
  ...(content.facts.hiddenPath && { hiddenPath: content.facts.hiddenPath }),
  draftHides: !(config.jekyllDrafts === 'follow' && content.facts.publishesDraftFlag),
  noindexHides: config.noindex === 'skip',
  show: config.show ?? [],
});

/** Where the two disagree the post is withheld: one that is missing is noticed, one that has leaked cannot be called back. */
export const readPost = async (
  content: Content,
  source: string,
  rules: OpinionRules,
): Promise<PostOutcome> => {
  const outcome = await content.read(source);
  if (outcome.kind === 'skip') return outcome;
  const line = content.line?.(source);
  const place = content.place(source);
  const told =
    line === undefined
      ? { path: source, text: await content.source(source) }
      : { path: source, text: line, record: place.line ?? 1 };
  let doubt: Doubt | undefined;
  try {
    doubt = withinTime(content.maxPostSeconds, () => findDoubt(told, rules));
  } catch (error) {
    const { reason, message, hint } = toSkipped(error);
    return { kind: 'skip', bytes: outcome.bytes, skip: { ...place, reason, message, hint } };
  }
  if (doubt === undefined) return outcome;
  return {
    kind: 'skip',
    bytes: outcome.bytes,
    skip: {
      ...place,
      ...(doubt.line !== undefined && { line: doubt.line }),
      reason: 'doubtful',
      message: `is withheld: one reading says that it is public, the other that it is hidden, as ${doubt.seen}`,
      hint: 'Say plainly in the post whether it is public, and please report this.',
    },
  };
};
