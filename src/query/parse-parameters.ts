/**
 * The parameters of a search, as an address or a command line gives them -> a checked question, or all that is wrong.
 * @module
 */
import { LookbackError } from '../domain/errors.js';
import { type FacetName, facetNames, mapValueFacets, valueFacets } from '../domain/facets.js';
import type { NameGroups, SearchQuery } from '../domain/search.js';
import { checkQuery, type WrittenMember, type WrittenQuery } from './check-query.js';
import { splitNames } from './name-list.js';
import { type ParameterName, parameterNames, suggestName } from './parameter-names.js';

/** Exactly one of the two: a question, or at least one problem. */
export type ParsedParameters =
  | { readonly query: SearchQuery; readonly problems: readonly [] }
  | { readonly query: undefined; readonly problems: readonly LookbackError[] };

const problem = (parameter: string, message: string, hint: string): LookbackError =>
  new LookbackError('parameter-invalid', message, { parameter, hint });

/** Counted where a question does not say which: all but months, which are many. */
export const usualFacets: readonly FacetName[] = facetNames.filter((name) => name !== 'months');

/** Stands in the place of names of facets. */
export const noFacets = 'none';

/** The values given for each name, and names that are wrong. */
export class Parameters {
  readonly problems: LookbackError[] = [];
  readonly #values = new Map<ParameterName, string[]>();

  /** @param names those that may be given. Default those of a search */
  constructor(
    entries: Iterable<readonly [string, string]>,
    names: readonly ParameterName[] = parameterNames,
  ) {
    const unknown = new Set<string>();
    for (const [name, value] of entries) {
      const known = names.find((one) => one === name);
      if (known === undefined) unknown.add(name);
      else this.#give(known, value.trim());
    }
    for (const name of unknown) {
      const hint = suggestName(name, names);
      this.problems.push(problem(name, `There is no parameter \`${name.slice(0, 64)}\`.`, hint));
    }
  }

  #give(name: ParameterName, value: string): void {
    const values = this.#values.get(name);
    if (values) values.push(value);
    else this.#values.set(name, [value]);
  }

  /** Empty values are what an untouched field of a form sends: as if they were not there. */
  all(name: ParameterName): readonly string[] {
    return (this.#values.get(name) ?? []).filter((value) => value !== '');
  }

  one(name: ParameterName): string | undefined {
    const values = this.all(name);
    if (values.length <= 1) return values[0];
    this.problems.push(
      problem(name, `\`${name}\` is given ${values.length} times.`, `Give \`${name}\` once.`),
    );
    return undefined;
  }

  /** Without the parameter the usual ones. */
  facets(): readonly string[] {
    const names = this.groups('facets').flat();
    if (names.length === 0) return usualFacets;
    return names.length === 1 && names[0] === noFacets ? [] : names;
  }

  /** Repeated: all of them; with commas: any of them. */
  groups(name: ParameterName): NameGroups {
    return this.all(name)
      .map(splitNames)
      .filter((group) => group.length > 0);
  }
}

/** What members are called where their parameter is called otherwise. */
const parameterOf: ReadonlyMap<WrittenMember, ParameterName> = new Map<WrittenMember, ParameterName>([
  ['text', 'q'],
  ['languages', 'lang'],
  ['periods', 'period'],
  ['facetLimit', 'facet-limit'],
  ['facetContains', 'facet-contains'],
  ...valueFacets.map(({ name, parameter }) => [name, parameter] as const),
]);

/**
 * @param entries name and value, in any order: a `URLSearchParams`, say. `tag`, `category` and those of the other facets may be
 *   repeated (all of them) and hold several names with commas (any of them; `\,` is a comma of a name); `lang`,
 *   `period`, `prefer` and `facets` may be repeated or hold commas (any); `facets=none` counts none; `from` and `to` may be a year or
 *   a month and are widened to its first or last day; `fuzzy` and `explain` are `1` or `0`; empty values are as good as absent.
 * @returns the question, which counts {@link usualFacets} where it does not say, or every problem (code `parameter-invalid`, the name in `parameter`)
 */
export const parseParameters = (entries: Iterable<readonly [string, string]>): ParsedParameters => {
  const parameters = new Parameters(entries);
  const written: WrittenQuery = {
    text: parameters.one('q') ?? '',
    ...mapValueFacets(({ parameter }) => parameters.groups(parameter)),
    languages: parameters.groups('lang').flat(),
    from: parameters.one('from'),
    to: parameters.one('to'),
    sort: parameters.one('sort'),
    limit: parameters.one('limit'),
    offset: parameters.one('offset'),
    periods: parameters.groups('period').flat(),
    facets: parameters.facets(),
    facetLimit: parameters.one('facet-limit'),
    facetContains: parameters.one('facet-contains') ?? '',
    prefer: parameters.groups('prefer').flat(),
    fuzzy: parameters.one('fuzzy'),
    explain: parameters.one('explain'),
  };
  const checked = checkQuery(written, (member) => parameterOf.get(member) ?? member);
  const problems = [...parameters.problems, ...checked.problems];
  return problems.length > 0 ? { query: undefined, problems } : { query: checked.query, problems: [] };
};
