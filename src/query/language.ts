/**
 * The language of questions for those who type it: what can be written, and what it finds. The page's help, that of the command
 * and the README show these rows.
 * @module
 */
import { valueFacets } from '../domain/facets.js';
import type { OperatorName } from './operators.js';

/** Something that can be written in a question. */
export interface LanguageRow {
  /** Where it has one, the name before the colon. */
  readonly name?: OperatorName;
  /** A question that it is the point of. */
  readonly example: string;
  /** What the example finds: a sentence of plain text without its full stop. */
  readonly meaning: string;
}

/** In the order in which people need them. */
export const queryLanguage: readonly LanguageRow[] = [
  { example: 'rust async', meaning: 'Posts with the words, those that say more of them first' },
  { example: '"open source"', meaning: 'Posts with just these words, one after the other' },
  { example: 'rust -async', meaning: 'Posts without the word; also -"two words", -tag:news, -(either word)' },
  { example: 'docker OR podman', meaning: 'Posts with one of the two, or both; also docker | podman' },
  {
    example: 'debian (docker OR podman)',
    meaning: 'Parentheses keep together what is one; without them, OR joins what stands right beside it',
  },
  { example: 'micro*', meaning: 'Posts with any word that begins so' },
  {
    name: 'title',
    example: 'title:rust',
    meaning: 'Posts with the word in their title; also title:"two words"',
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
    meaning: 'Posts of these days, months or years; an end may be left out: date:2023..',
  },
  { name: 'before', example: 'before:2024', meaning: 'Posts of 2023 or earlier; also before:2024-05-01' },
  { name: 'after', example: 'after:2024', meaning: 'Posts of 2025 or later; also after:2024-05' },
];
