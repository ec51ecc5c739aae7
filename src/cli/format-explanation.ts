/**
 * What becomes of one source file, for a person or a program to read.
 * @module
 */

import { createAnalyzer } from '../analysis/index.js';
import type { Content, LanguageRule, PostOutcome } from '../content/index.js';
import { compareText } from '../domain/compare-text.js';
import { toOneLine } from '../domain/one-line.js';
import type { Post } from '../domain/post.js';
import type { Notice, Skip } from '../domain/skip.js';
import { type createPainter, toPrintable } from './terminal.js';

type Paint = ReturnType<typeof createPainter>;

export type Explanation = {
  readonly file: string;
  /** The folder of posts that it was read with. */
  readonly posts: string;
  readonly generator: string;
  /** What is to be known of the whole folder. */
  readonly siteNotices: readonly Omit<Notice, 'file'>[];
} & (
  | ({ readonly outcome: 'skipped'; readonly bytes: number } & Omit<Skip, 'file'>)
  | {
      readonly outcome: 'indexed';
      readonly bytes: number;
      readonly urlRule: string;
      readonly languageRule: LanguageRule;
      readonly post: Post;
      /** Words of the title and the text. */
      readonly tokens: number;
      /** How often each term stands there, most often first. */
      readonly terms: readonly { readonly term: string; readonly count: number }[];
      readonly notices: readonly Omit<Notice, 'file'>[];
    }
);

const countTerms = (post: Post) => {
  const analyzer = createAnalyzer(post.language);
  const counts = new Map<string, number>();
  let tokens = 0;
  analyzer.scan(`${post.title}\n${post.text}`, (term) => {
    tokens += 1;
    counts.set(term, (counts.get(term) ?? 0) + 1);
  });
  const terms = [...counts].map(([term, count]) => ({ term, count }));
  terms.sort((a, b) => b.count - a.count || compareText(a.term, b.term));
  return { tokens, terms };
};

const withoutFile = ({ message, hint, line }: Notice): Omit<Notice, 'file'> => ({
  message,
  hint,
  ...(line !== undefined && { line }),
});

interface Explained {
  readonly file: string;
  readonly folder: string;
  readonly content: Content;
  readonly outcome: PostOutcome;
}

export const toExplanation = ({ file, folder, content, outcome }: Explained): Explanation => {
  const siteNotices = content.notices.map(withoutFile);
  const common = { file, posts: folder, generator: content.generator, siteNotices, bytes: outcome.bytes };
  if (outcome.kind === 'skip') {
    const { file: _, ...skip } = outcome.skip;
    return { ...common, outcome: 'skipped', ...skip };
  }
  const { post, rule: urlRule, languageRule } = outcome;
  return {
    ...common,
    outcome: 'indexed',
    urlRule,
    languageRule,
    post,
    ...countTerms(post),
    notices: outcome.notices.map(withoutFile),
  };
};

/** What is shown without `--full`. */
const maxTextLength = 1_000;
const maxTerms = 40;
const maxHeadings = 40;

const languageReasons: Readonly<Record<LanguageRule, string>> = {
  'front matter': 'said by the post',
  path: 'said by its path',
  site: 'the language of the site',
  text: 'told from its text, as nothing says it',
  others: 'that of other posts in its letters, as its own words are too few to tell',
};

const formatFacts = (rows: readonly (readonly [string, string | undefined])[]): string =>
  rows
    .filter((row): row is readonly [string, string] => row[1] !== undefined && row[1] !== '')
    .map(([name, value]) => `${name.padEnd(10)}  ${toOneLine(value)}\n`)
    .join('');

const limited = <Item>(items: readonly Item[], most: number, full: boolean): readonly Item[] =>
  full ? items : items.slice(0, most);

const more = (count: number, what: string): string =>
  count > 0 ? `… ${count} more ${what}; --full shows all\n` : '';

const toInstant = (seconds: number | undefined): string | undefined =>
  seconds === undefined ? undefined : new Date(seconds * 1000).toISOString();

/** @param full shows everything, however long */
export const formatExplanation = (explanation: Explanation, full: boolean, paint: Paint): string => {
  const { file, posts, generator, siteNotices } = explanation;
  if (explanation.outcome === 'skipped') {
    const { line, reason, message, hint } = explanation;
    const place = line === undefined ? file : `${file}:${line}`;
    const facts = formatFacts([
      ['reason', reason],
      ['because', `it ${message}`],
      ['what to do', hint],
      ['generator', generator],
      ['posts', posts],
    ]);
    return `${paint('bold', 'skipped')}  ${toOneLine(place)}\n${facts}`;
  }
  const { post, urlRule, languageRule, tokens, terms, notices, bytes } = explanation;
  const facts = formatFacts([
    ['title', post.title],
    ['url', `${post.url}  (${urlRule})`],
    ['date', post.date === undefined ? 'none' : `${post.date.day}  (${toInstant(post.date.timestamp)})`],
    ['updated', post.updated?.day],
    ['expires', toInstant(post.expires)],
    ['language', `${post.language}  (${languageReasons[languageRule]})`],
    ['tags', post.tags.join(', ')],
    ['categories', post.categories.join(', ')],
    ['authors', post.authors.join(', ')],
    ['series', post.series],
    ['generator', generator],
    ['posts', posts],
    ['bytes', String(bytes)],
  ]);
  const headings = limited(post.headings, maxHeadings, full).map(
    ({ level, text, anchor }) =>
      `${'  '.repeat(level)}${toOneLine(text)}${anchor === '' ? '' : `  #${toOneLine(anchor)}`}\n`,
  );
  const text = full ? post.text : post.text.slice(0, maxTextLength).replace(/\p{Surrogate}$/u, '');
  const shownTerms = limited(terms, maxTerms, full).map(({ term, count }) =>
    count > 1 ? `${term} ×${count}` : term,
  );
  const section = (title: string, body: string): string => (body === '' ? '' : `\n${title}\n${body}`);
  const parts = [
    facts,
    section(
      'notices',
      [...notices, ...siteNotices]
        .map(({ line, message, hint }) => `${line === undefined ? '' : `line ${line}: `}${message} ${hint}`)
        .map((notice) => `${toOneLine(notice)}\n`)
        .join(''),
    ),
    section('headings', headings.join('') + more(post.headings.length - headings.length, 'headings')),
    section('text', `${toPrintable(text)}\n${more(post.text.length - text.length, 'characters')}`),
    section(
      `terms: ${tokens} tokens, ${terms.length} different`,
      `${toOneLine(shownTerms.join(', '))}\n${more(terms.length - shownTerms.length, 'terms')}`,
    ),
  ];
  return `${paint('bold', 'indexed')}  ${toOneLine(file)}\n${parts.join('')}`;
};
