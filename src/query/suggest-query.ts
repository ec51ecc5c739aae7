/**
 * What is asked for suggestions, by an address or a program, and what is checked of it: as of a search.
 * @module
 */
import type { LookbackError } from '../domain/errors.js';
import type { SuggestQuery } from '../domain/search.js';
import { Checks } from './check-query.js';
import { Parameters } from './parse-parameters.js';

/** Suggestions when no `limit` is given. */
const defaultSuggestions = 8;
const maxSuggestions = 20;

/** Which suggestions are asked for. All of it may be left out. */
export interface SuggestRequest {
  /** BCP 47; `pt` also takes `pt-BR`. Default: all; in a page, those that the search was opened with. */
  readonly languages?: readonly string[] | 'all';
  /** BCP 47: languages that come first among what is as good. Default none. */
  readonly prefer?: readonly string[];
  /** Suggestions at the most, 0 to 20. Default 8. */
  readonly limit?: number;
}

/** A question as it was written, not yet checked. */
interface WrittenSuggestQuery {
  readonly text: string;
  readonly languages: readonly string[];
  readonly prefer: readonly string[];
  readonly limit: string | number | undefined;
}

const parameterOf = { text: 'q', languages: 'lang', prefer: 'prefer', limit: 'limit' } as const;

/** @param nameOf what whoever asks calls a member, for who has to correct it */
const check = (
  { text, languages, prefer, limit }: WrittenSuggestQuery,
  nameOf: (member: keyof WrittenSuggestQuery) => string,
): { readonly query: SuggestQuery; readonly problems: readonly LookbackError[] } => {
  const checks = new Checks();
  const query = {
    text: checks.text(nameOf('text'), text),
    languages: checks.languages(nameOf('languages'), languages),
    prefer: checks.languages(nameOf('prefer'), prefer),
    limit: checks.count(nameOf('limit'), limit, maxSuggestions, defaultSuggestions),
  };
  return { query, problems: checks.problems };
};

/**
 * @param text as typed; the last word may be unfinished
 * @throws LookbackError `parameter-invalid`
 */
export const toSuggestQuery = (text: string, request: SuggestRequest = {}): SuggestQuery => {
  const { languages = 'all', prefer = [], limit } = request;
  const written = { text, languages: languages === 'all' ? [] : languages, prefer, limit };
  const {
    query,
    problems: [problem],
  } = check(written, (member) => member);
  if (problem !== undefined) throw problem;
  return query;
};

/**
 * @param entries name and value: `q`, `lang` and `prefer` (repeated, or with commas), `limit`; empty values are as good as absent
 * @returns the question, or every problem (code `parameter-invalid`, the name in `parameter`)
 */
export const parseSuggestParameters = (
  entries: Iterable<readonly [string, string]>,
):
  | { readonly query: SuggestQuery; readonly problems: readonly [] }
  | { readonly query: undefined; readonly problems: readonly LookbackError[] } => {
  const parameters = new Parameters(entries, Object.values(parameterOf));
  const written = {
    text: parameters.one('q') ?? '',
    languages: parameters.groups('lang').flat(),
    prefer: parameters.groups('prefer').flat(),
    limit: parameters.one('limit'),
  };
  const checked = check(written, (member) => parameterOf[member]);
  const problems = [...parameters.problems, ...checked.problems];
  return problems.length > 0 ? { query: undefined, problems } : { query: checked.query, problems: [] };
};
