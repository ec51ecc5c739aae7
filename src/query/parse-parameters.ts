/**
 * The parameters of a search, as an address or a command line gives them -> a checked question, or all that is wrong.
 * @module
 */
import { LookbackError } from '../domain/errors.js';
import { facetNames, valueFacets } from '../domain/facets.js';
import { type NameGroups, type SearchQuery, type SortOrder, sortOrders } from '../domain/search.js';
import { toFirstDay, toLastDay } from './calendar-days.js';
import { splitNames } from './name-list.js';
import { isParameterName, type ParameterName, suggestName } from './parameter-names.js';

/** Hits on a page when no `limit` is given. */
export const defaultLimit = 10;
export const maxLimit = 100;
export const maxOffset = 10_000;
/** UTF-16 units of `q`. */
export const maxTextLength = 512;
/** Values of one filter, over all its repetitions. */
export const maxFilterValues = 64;

/** Exactly one of the two: a question, or at least one problem. */
export type ParsedParameters =
  | { readonly query: SearchQuery; readonly problems: readonly [] }
  | { readonly query: undefined; readonly problems: readonly LookbackError[] };

const problem = (parameter: string, message: string, hint: string): LookbackError =>
  new LookbackError('parameter-invalid', message, { parameter, hint });

/** The values given for each name, and what is wrong with them. */
class Parameters {
  readonly problems: LookbackError[] = [];
  readonly #values = new Map<ParameterName, string[]>();

  constructor(entries: Iterable<readonly [string, string]>) {
    const unknown = new Set<string>();
    for (const [name, value] of entries) {
      if (isParameterName(name)) this.#give(name, value.trim());
      else unknown.add(name);
    }
    for (const name of unknown) {
      this.#add(name, `There is no parameter \`${name.slice(0, 64)}\`.`, suggestName(name));
    }
  }

  #give(name: ParameterName, value: string): void {
    const values = this.#values.get(name);
    if (values) values.push(value);
    else this.#values.set(name, [value]);
  }

  #add(parameter: string, message: string, hint: string): undefined {
    this.problems.push(problem(parameter, message, hint));
    return undefined;
  }

  /** Empty values are what an untouched field of a form sends: as if they were not there. */
  all(name: ParameterName): readonly string[] {
    return (this.#values.get(name) ?? []).filter((value) => value !== '');
  }

  one(name: ParameterName): string | undefined {
    const values = this.all(name);
    if (values.length > 1) {
      return this.#add(name, `\`${name}\` is given ${values.length} times.`, `Give \`${name}\` once.`);
    }
    return values[0];
  }

  text(name: ParameterName): string {
    const value = this.one(name) ?? '';
    if (value.length <= maxTextLength) return value;
    this.#add(name, `\`${name}\` has ${value.length} characters.`, `Give at most ${maxTextLength}.`);
    return '';
  }

  /** Repeated: all of them; with commas: any of them. */
  groups(name: ParameterName): NameGroups {
    const groups = this.all(name)
      .map(splitNames)
      .filter((group) => group.length > 0);
    if (groups.flat().length > maxFilterValues) {
      this.#add(name, `\`${name}\` has ${groups.flat().length} values.`, `Give at most ${maxFilterValues}.`);
    }
    return groups;
  }

  languages(name: ParameterName): readonly string[] {
    const languages = this.groups(name).flat();
    const wrong = languages.find((language) => !/^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,7}$/i.test(language));
    if (wrong !== undefined) {
      this.#add(
        name,
        `\`${wrong.slice(0, 64)}\` is no language.`,
        'Give BCP 47 tags such as `en` or `pt-BR`.',
      );
    }
    return languages;
  }

  day(name: ParameterName, widen: (value: string) => string | undefined): string | undefined {
    const value = this.one(name);
    if (value === undefined) return undefined;
    return (
      widen(value) ??
      this.#add(
        name,
        `\`${name}\` is \`${value.slice(0, 64)}\`, which is no day, month or year.`,
        'Write `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.',
      )
    );
  }

  range(from: string | undefined, to: string | undefined): void {
    if (from === undefined || to === undefined || from <= to) return;
    this.#add('from', `\`from\` (${from}) is after \`to\` (${to}).`, 'Exchange `from` and `to`.');
  }

  sort(name: ParameterName): SortOrder {
    const value = this.one(name);
    if (value === undefined) return 'relevance';
    const order = sortOrders.find((known) => known === value);
    if (order) return order;
    this.#add(name, `\`${value.slice(0, 64)}\` is no order.`, `Write one of ${sortOrders.join(', ')}.`);
    return 'relevance';
  }

  count(name: ParameterName, max: number, fallback: number): number {
    const value = this.one(name);
    if (value === undefined) return fallback;
    if (/^\d{1,9}$/.test(value) && Number(value) <= max) return Number(value);
    this.#add(name, `\`${name}\` is \`${value.slice(0, 64)}\`.`, `Give a whole number from 0 to ${max}.`);
    return fallback;
  }
}

/**
 * @param entries name and value, in any order: a `URLSearchParams`, say. `tag`, `category` and those of the other facets may be
 *   repeated (all of them) and hold several names with commas (any of them; `\,` is a comma of a name); `lang` may be repeated
 *   or hold commas (any); `from` and `to` may be a year or a month and are widened to its first or last day; empty values are
 *   as good as absent.
 * @returns the question, which counts all facets, or every problem (code `parameter-invalid`, the name in `parameter`)
 */
export const parseParameters = (entries: Iterable<readonly [string, string]>): ParsedParameters => {
  const parameters = new Parameters(entries);
  const text = parameters.text('q');
  const named = valueFacets.map(({ name, parameter }) => [name, parameters.groups(parameter)] as const);
  const languages = parameters.languages('lang');
  const from = parameters.day('from', toFirstDay);
  const to = parameters.day('to', toLastDay);
  parameters.range(from, to);
  const query: SearchQuery = {
    text,
    filters: {
      ...Object.fromEntries(named.filter(([, groups]) => groups.length > 0)),
      ...(languages.length > 0 && { languages }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    },
    sort: parameters.sort('sort'),
    limit: parameters.count('limit', maxLimit, defaultLimit),
    offset: parameters.count('offset', maxOffset, 0),
    facets: facetNames,
  };
  return parameters.problems.length > 0
    ? { query: undefined, problems: parameters.problems }
    : { query, problems: [] };
};
