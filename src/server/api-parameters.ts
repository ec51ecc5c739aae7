/**
 * Parameters of `GET /api/search` that say how the answer is written, not what is asked.
 * @module
 */
import { LookbackError } from '../domain/errors.js';
import { valueFacets } from '../domain/facets.js';
import type { Hit } from '../domain/search.js';

/** `json`: the answer; `feed`: JSON Feed; `rss`: RSS 2.0, which older readers want. */
const answerFormats = ['json', 'feed', 'rss'] as const;
type AnswerFormat = (typeof answerFormats)[number];

/** What a hit may be cut to. */
const hitMembers = [
  'id',
  'url',
  'title',
  'date',
  'language',
  ...valueFacets.map(({ name }) => name),
  'image',
  'score',
  'snippets',
  'translations',
  'explanation',
] as const satisfies readonly (keyof Hit)[];
type HitMember = (typeof hitMembers)[number];

export interface ApiParameters {
  /** Members of a hit to give; `undefined` for all. */
  readonly fields: ReadonlySet<HitMember> | undefined;
  readonly format: AnswerFormat;
  /** What is asked: the other parameters. */
  readonly asked: URLSearchParams;
  readonly problems: readonly LookbackError[];
}

const wrong = (parameter: string, value: string, hint: string): LookbackError =>
  new LookbackError(
    'parameter-invalid',
    `\`${parameter}\` has \`${value.slice(0, 64)}\`, which there is not.`,
    {
      parameter,
      hint,
    },
  );

const findMember = (name: string): HitMember | undefined => hitMembers.find((member) => member === name);

/** Empty values say nothing, as those of the question do. */
const listValues = (written: readonly string[]): readonly string[] =>
  written
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');

/** @param parameters of the address; not changed */
export const readApiParameters = (parameters: URLSearchParams): ApiParameters => {
  const asked = new URLSearchParams(parameters);
  asked.delete('fields');
  asked.delete('format');
  const problems: LookbackError[] = [];
  const names = listValues(parameters.getAll('fields'));
  const unknown = names.find((name) => findMember(name) === undefined);
  if (unknown !== undefined)
    problems.push(wrong('fields', unknown, `Members of a hit are ${hitMembers.join(', ')}.`));
  const formats = listValues(parameters.getAll('format'));
  const [written = 'json'] = formats;
  const format = answerFormats.find((known) => known === written);
  if (format === undefined || formats.length > 1)
    problems.push(wrong('format', formats.join(','), `Write one of ${answerFormats.join(', ')}.`));
  return {
    fields: names.length === 0 ? undefined : new Set(names.flatMap((name) => findMember(name) ?? [])),
    format: format ?? 'json',
    asked,
    problems,
  };
};
