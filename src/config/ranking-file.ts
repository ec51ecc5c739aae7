/**
 * `lookback.ranking.json`: what the author says of the order of answers.
 * @module
 */
import { z } from 'zod';
import { LookbackError } from '../domain/errors.js';
import type { RankingSettings } from '../domain/ranking-settings.js';
import { ForeignFileError, readForeignText } from '../files/read-foreign-file.js';

export const rankingFileName = 'lookback.ranking.json';

/** Pins, and URLs of one: all of them are in the manifest, which every search page loads first. */
const maxPins = 1_000;
const maxPinnedUrls = 20;
/** UTF-16 units; no question is longer. */
const maxQueryLength = 512;

const day = z.iso.date('must be a day, YYYY-MM-DD');

const pin = z
  .strictObject({
    query: z.string().trim().min(1, 'must have a word').max(maxQueryLength),
    urls: z.array(z.string().min(1, 'must be a URL')).min(1, 'must name a URL').max(maxPinnedUrls),
    from: day.optional(),
    to: day.optional(),
  })
  .refine(({ from = '', to = '9999-12-31' }) => from <= to, '"from" is after "to"');

const rankingSchema = z.strictObject({
  pins: z.array(pin).max(maxPins).default([]),
  recency: z
    .strictObject({
      halfLife: z.number().positive('must be a number of days above 0'),
      floor: z.number().positive('must be above 0').max(1, 'must be at most 1'),
    })
    .optional(),
  fuzzy: z.boolean('must be true or false').default(true),
});

const hint = `Write {"pins": [{"query": "…", "urls": ["/…/"], "from": "YYYY-MM-DD", "to": "YYYY-MM-DD"}], "recency": {"halfLife": 730, "floor": 0.5}, "fuzzy": false}; all but query and urls may be left out.`;

const parseJson = async (file: string): Promise<unknown> => {
  try {
    return JSON.parse(await readForeignText(file));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const says = cause instanceof ForeignFileError ? `${file} ${why}` : `${file}: ${why}`;
    throw new LookbackError('config-unreadable', says, { file, cause });
  }
};

type Issue = z.core.$ZodIssue;

const toProblem = (issue: Issue): string => {
  const where = issue.path.join('.') || 'the file';
  return issue.code === 'unrecognized_keys'
    ? `${where}: ${issue.keys.join(', ')} is no setting`
    : `${where}: ${issue.message}`;
};

/** What a ranking file says, and which it was. */
export interface RankingFile {
  readonly file: string;
  readonly settings: RankingSettings;
}

/** @throws LookbackError `config-unreadable`, or `config-invalid` with every problem in one message */
export const readRankingFile = async (file: string): Promise<RankingFile> => {
  const parsed = rankingSchema.safeParse(await parseJson(file));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(toProblem);
    throw new LookbackError('config-invalid', `${file} is wrong:`, { file, problems, hint });
  }
  const { pins, recency, fuzzy } = parsed.data;
  // What is left out is absent, not undefined.
  const withDays = pins.map(({ query, urls, from, to }) => ({
    query,
    urls,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  }));
  return { file, settings: { pins: withDays, ...(recency && { recency }), ...(!fuzzy && { fuzzy }) } };
};
