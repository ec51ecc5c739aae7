/**
 * Eleventy's permalinks are templates. The few expressions that most of them are made of are read; none is run.
 * @module
 */
import slugify from '@sindresorhus/slugify';
import { findText } from '../../front-matter/front-matter.js';
import type { DatedSource } from '../conventions.js';
import { strftime } from '../strftime.js';

/** The part of a name after its date, which is nowhere but in `page.fileSlug` and `page.filePathStem` left out. */
export const stripDate = (name: string): string => /\d{4}-\d{2}-\d{2}-(.*)/.exec(name)?.[1] ?? name;

const subjectOf = (name: string, source: DatedSource, stem: string): string | undefined => {
  const folders = stem.split('/');
  const last = folders.pop() ?? '';
  const quoted = /^(["'])(.*)\1$/.exec(name)?.[2];
  if (quoted !== undefined) return quoted;
  switch (name) {
    case 'page.fileSlug':
      return last === 'index' ? stripDate(folders.at(-1) ?? '') : last;
    case 'page.filePathStem':
      return stem;
    case 'title':
      return source.title;
    case 'page.date':
    case 'date':
      return source.date?.day;
    default:
      return /^\w+$/.test(name)
        ? findText(source.frontMatter, name.toLowerCase().replaceAll('_', ''))
        : undefined;
  }
};

const applyFilter = (value: string, filter: string, source: DatedSource): string | undefined => {
  const [, name, argument] = /^(\w+)(?:\s*[:(]\s*["']([^"']*)["']\s*\)?)?$/.exec(filter) ?? [];
  if (name === 'slugify' && argument === undefined) return slugify(value, { decamelize: false });
  if (name === 'downcase' || name === 'lower') return value.toLowerCase();
  if (name === 'upcase' || name === 'upper') return value.toUpperCase();
  if (name === 'date' && argument !== undefined && source.date !== undefined)
    return strftime(argument, source.date);
  return undefined;
};

const evaluate = (expression: string, source: DatedSource, stem: string): string | undefined => {
  const [subject = '', ...filters] = expression
    .replace(/^-|-$/g, '')
    .split('|')
    .map((part) => part.trim());
  return filters.reduce<string | undefined>(
    (value, filter) => (value === undefined ? undefined : applyFilter(value, filter, source)),
    subjectOf(subject, source, stem),
  );
};

/** @returns `undefined` where Eleventy itself would be needed. */
export function renderPermalink(template: string, source: DatedSource, stem: string): string | undefined {
  let isKnown = !/\{[%#]/.test(template);
  const rendered = template.replace(/\{\{([^{}]{0,200})\}\}/g, (_, expression: string) => {
    const value = evaluate(expression.trim(), source, stem);
    isKnown &&= value !== undefined;
    return value ?? '';
  });
  return isKnown && !rendered.includes('{{') ? rendered : undefined;
}
