/**
 * What a question may ask, whoever asks it: an address, a command line or a program.
 * @module
 */
import { LookbackError } from '../domain/errors.js';
import { type ByValueFacet, type FacetName, facetNames, mapValueFacets } from '../domain/facets.js';
import {
  type NameGroups,
  type SearchFilters,
  type SearchQuery,
  type SortOrder,
  sortOrders,
} from '../domain/search.js';
import { toFirstDay, toLastDay } from './calendar-days.js';
import { defaultFacetLimit, defaultLimit } from './every-post.js';
import { isLanguageTag } from './language-tag.js';
import { maxFacetLimit, maxFilterValues, maxLimit, maxOffset, maxTextLength } from './limits.js';

/** A question as it was written: the members of a `SearchQuery` and its filters, not yet checked. */
export interface WrittenQuery extends ByValueFacet<NameGroups> {
  readonly text: string;
  readonly languages: readonly string[];
  /** A year, a month or a day. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly sort: string | undefined;
  readonly limit: string | number | undefined;
  readonly offset: string | number | undefined;
  /** Years and months, not days. */
  readonly periods: readonly string[];
  /** Names that may be none. */
  readonly facets: readonly string[];
  readonly facetLimit: string | number | undefined;
  readonly facetContains: string;
  readonly prefer: readonly string[];
  /** `1` or `0`, or what a program calls so. */
  readonly fuzzy: string | boolean | undefined;
  readonly explain: string | boolean | undefined;
}

export type WrittenMember = keyof WrittenQuery;

/** What is shown of a value that is wrong, which may be of any length. */
const show = (value: unknown): string => `\`${String(value).slice(0, 64)}\``;

const isFacetName = (name: string): name is FacetName => facetNames.some((known) => known === name);

/** Collects what is wrong. Each check gives the value back, or one in its place. */
export class Checks {
  readonly problems: LookbackError[] = [];

  #add(parameter: string, message: string, hint: string): undefined {
    this.problems.push(new LookbackError('parameter-invalid', message, { parameter, hint }));
    return undefined;
  }

  text(name: string, value: string): string {
    if (value.length <= maxTextLength) return value;
    this.#add(name, `\`${name}\` has ${value.length} characters.`, `Give at most ${maxTextLength}.`);
    return '';
  }

  groups(name: string, groups: NameGroups): NameGroups {
    const count = groups.flat().length;
    if (count > maxFilterValues) {
      this.#add(name, `\`${name}\` has ${count} values.`, `Give at most ${maxFilterValues}.`);
    }
    return groups;
  }

  languages(name: string, languages: readonly string[]): readonly string[] {
    const wrong = languages.find((language) => !isLanguageTag(language));
    if (wrong !== undefined) {
      this.#add(name, `${show(wrong)} is no language.`, 'Give BCP 47 tags such as `en` or `pt-BR`.');
    }
    return this.groups(name, [languages]).flat();
  }

  day(
    name: string,
    value: string | undefined,
    widen: (value: string) => string | undefined,
  ): string | undefined {
    if (value === undefined) return undefined;
    return (
      widen(value) ??
      this.#add(
        name,
        `\`${name}\` is ${show(value)}, which is no day, month or year.`,
        'Write `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.',
      )
    );
  }

  periods(name: string, periods: readonly string[]): readonly string[] {
    const isPeriod = (period: string): boolean => period.length <= 7 && toFirstDay(period) !== undefined;
    const wrong = periods.find((period) => !isPeriod(period));
    if (wrong !== undefined) {
      this.#add(name, `${show(wrong)} is no year or month.`, 'Write `YYYY` or `YYYY-MM`.');
    }
    return this.groups(name, [periods]).flat();
  }

  range(from: string | undefined, to: string | undefined): void {
    if (from === undefined || to === undefined || from <= to) return;
    this.#add('from', `\`from\` (${from}) is after \`to\` (${to}).`, 'Exchange `from` and `to`.');
  }

  sort(name: string, value: string | undefined): SortOrder {
    if (value === undefined) return 'relevance';
    const order = sortOrders.find((known) => known === value);
    if (order) return order;
    this.#add(name, `${show(value)} is no order.`, `Write one of ${sortOrders.join(', ')}.`);
    return 'relevance';
  }

  count(name: string, value: string | number | undefined, max: number, fallback: number): number {
    if (value === undefined) return fallback;
    if (/^\d{1,9}$/.test(String(value)) && Number(value) <= max) return Number(value);
    this.#add(name, `\`${name}\` is ${show(value)}.`, `Give a whole number from 0 to ${max}.`);
    return fallback;
  }

  flag(name: string, value: string | boolean | undefined, fallback: boolean): boolean {
    if (value === undefined) return fallback;
    if (typeof value === 'boolean') return value;
    if (value === '1' || value === '0') return value === '1';
    this.#add(name, `\`${name}\` is ${show(value)}.`, 'Give 1 for yes or 0 for no.');
    return fallback;
  }

  /** Each once. */
  facets(name: string, facets: readonly string[]): readonly FacetName[] {
    const unknown = facets.find((facet) => !isFacetName(facet));
    if (unknown !== undefined) {
      this.#add(name, `There is no facet ${show(unknown)}.`, `The facets are ${facetNames.join(', ')}.`);
    }
    return [...new Set(facets.filter(isFacetName))];
  }
}

/** A filter that says nothing is left out. */
const withFilters = (
  filters: {
    readonly [Name in keyof SearchFilters]-?: SearchFilters[Name] | undefined;
  },
): SearchFilters =>
  Object.fromEntries(
    Object.entries(filters).filter(([, filter]) => filter !== undefined && filter.length > 0),
  );

/**
 * The one place where a question is checked.
 * @param nameOf what whoever asks calls a member, for who has to correct it
 * @returns the question, and all that is wrong with it: code `parameter-invalid`, the name in `parameter`
 */
export const checkQuery = (
  written: WrittenQuery,
  nameOf: (member: WrittenMember) => string,
): { readonly query: SearchQuery; readonly problems: readonly LookbackError[] } => {
  const checks = new Checks();
  const text = checks.text(nameOf('text'), written.text);
  const named = mapValueFacets(({ name }) => checks.groups(nameOf(name), written[name]));
  const languages = checks.languages(nameOf('languages'), written.languages);
  const from = checks.day(nameOf('from'), written.from, toFirstDay);
  const to = checks.day(nameOf('to'), written.to, toLastDay);
  checks.range(from, to);
  const query: SearchQuery = {
    text,
    filters: withFilters({
      ...named,
      languages,
      from,
      to,
      periods: checks.periods(nameOf('periods'), written.periods),
    }),
    sort: checks.sort(nameOf('sort'), written.sort),
    limit: checks.count(nameOf('limit'), written.limit, maxLimit, defaultLimit),
    offset: checks.count(nameOf('offset'), written.offset, maxOffset, 0),
    facets: checks.facets(nameOf('facets'), written.facets),
    facetLimit: checks.count(nameOf('facetLimit'), written.facetLimit, maxFacetLimit, defaultFacetLimit),
    facetContains: checks.text(nameOf('facetContains'), written.facetContains),
    prefer: checks.languages(nameOf('prefer'), written.prefer),
    fuzzy: checks.flag(nameOf('fuzzy'), written.fuzzy, true),
    explain: checks.flag(nameOf('explain'), written.explain, false),
  };
  return { query, problems: checks.problems };
};
