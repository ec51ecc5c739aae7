/**
 * The language of questions for those who type it: what can be written, and what it finds. The page's help, that of the command
 * and the README show these rows.
 * @module
 */
import { valueFacets } from '../domain/facets.js';
import type { OperatorName } from './operators.js';

/** How words can be written that have no name before them. */
export type WordForm = 'words' | 'phrase' | 'without' | 'either' | 'together' | 'beginning';

/** Either the name before the colon, or what is done with words. */
type RowSubject =
  | { readonly name: OperatorName; readonly form?: undefined }
  | { readonly name?: undefined; readonly form: WordForm };

/** Something that can be written in a question. */
export type LanguageRow = RowSubject & {
  /** A question that it is the point of. */
  readonly example: string;
  /** What the example finds: one line of plain text, without a full stop. */
  readonly meaning: string;
  /** More examples of it; default none. */
  readonly also?: readonly string[];
};

/** What a row is about: each row has another subject. */
export const subjectOf = (row: LanguageRow): OperatorName | WordForm =>
  row.name === undefined ? row.form : row.name;

/** In the order in which people need them. */
export const queryLanguage: readonly LanguageRow[] = [
  {
    form: 'words',
    example: 'rust async',
    meaning: 'Posts with these words, those that say more of them first',
  },
  { form: 'phrase', example: '"open source"', meaning: 'Posts with just these words, one after the other' },
  {
    form: 'without',
    example: 'rust -async',
    meaning: 'Posts without what the minus stands before',
    also: ['-"open source"', '-tag:news', '-(async OR await)'],
  },
  {
    form: 'either',
    example: 'docker OR podman',
    meaning: 'Posts with one of the two, or both; OR joins what stands right beside it',
  },
  {
    form: 'together',
    example: 'debian (docker OR "open source")',
    meaning: 'Parentheses keep together what is one',
  },
  { form: 'beginning', example: 'micro*', meaning: 'Posts with a word that begins so' },
  {
    name: 'title',
    example: 'title:rust',
    meaning: 'Posts with the word in their title',
    also: ['title:"open source"', 'title:(rust OR go)'],
  },
  { name: 'heading', example: 'heading:setup', meaning: 'Posts with the word in a heading' },
  { name: 'code', example: 'code:useState', meaning: 'Posts with the word in their code' },
  ...valueFacets.map(({ parameter }) => ({
    name: parameter,
    example: `${parameter}:"two words"`,
    meaning: `Posts of this ${parameter}`,
  })),
  { name: 'lang', example: 'lang:en', meaning: 'Posts in this language' },
  { name: 'year', example: 'year:2024', meaning: 'Posts of this year' },
  {
    name: 'date',
    example: 'date:2023-01..2024-06',
    meaning: 'Posts of these days, months or years; an end may be left out',
    also: ['date:2024-05-09', 'date:2023..', 'date:..2024-06'],
  },
  {
    name: 'before',
    example: 'before:2024',
    meaning: 'Posts of 2023 or earlier: before the year, month or day',
    also: ['before:2024-05-09'],
  },
  {
    name: 'after',
    example: 'after:2024',
    meaning: 'Posts of 2025 or later: after the year, month or day',
    also: ['after:2024-05'],
  },
];
