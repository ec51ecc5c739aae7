import type { SearchQuery, SearchResult } from '../domain/search.js';
import { maxTextLength } from '../query/limits.js';
import { toParameters } from '../query/to-parameters.js';
import { type Html, html } from './escape-html.js';
import { renderHelp } from './render-help.js';
import { renderNotes } from './render-notes.js';
import { renderResults } from './render-results.js';
import { describePage, describeTotal } from './wording.js';

/** Something wrong with what was asked; a `LookbackError` is one. */
export interface PageProblem {
  readonly message: string;
  readonly hint: string;
}

export interface PageView {
  /** Name of the blog. */
  readonly title: string;
  /** What stands in the search box. */
  readonly text: string;
  /** Absent when there were problems, or when the script of the page is to ask by itself. */
  readonly answer?: { readonly query: SearchQuery; readonly result: SearchResult } | undefined;
  readonly problems: readonly PageProblem[];
  /** Addresses of the script and the style, relative to the page. */
  readonly assets: { readonly script: string; readonly style: string };
  /** Content security policy, for servers that send no headers of ours. */
  readonly policy?: string | undefined;
}

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='none' stroke='%23b4552d' stroke-width='2' stroke-linecap='round'%3E%3Ccircle cx='7' cy='7' r='4.5'/%3E%3Cpath d='m10.5 10.5 4 4'/%3E%3C/svg%3E";

/**
 * The whole document. It works without script: a form that asks by GET, and links. All addresses are relative, there is
 * no inline script or style, and nothing is loaded from elsewhere.
 */
export const renderPage = ({ title, text, answer, problems, assets, policy }: PageView): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${policy !== undefined && html`<meta http-equiv="Content-Security-Policy" content="${policy}">`}
<title>${describePage(title, text)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="${assets.style}">
<script type="module" src="${assets.script}"></script>
</head>
<body>
<header class="masthead"><a id="site-title" href="?" data-refine>${title}</a></header>
<main>
<form id="search-form" role="search" method="get">
<label class="unseen" for="search-text">Search the posts</label>
<input id="search-text" type="search" name="q" value="${text}" placeholder="Search" maxlength="${maxTextLength}" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" dir="auto"${
    problems.length > 0 && html` aria-invalid="true" aria-describedby="problems"`
  }>
<button type="submit">Search</button>
<ul id="completions" role="listbox" aria-label="Completions" hidden></ul>
<p id="completion-count" class="unseen" role="status"></p>
${answer !== undefined && renderKeptParameters(answer.query)}
</form>
${renderHelp()}
<div id="problems" role="alert">${renderProblems(problems)}</div>
<p id="status" role="status" tabindex="-1">${answer !== undefined && describeTotal(answer.result, answer.query)}</p>
<div id="notes" role="status">${answer !== undefined && renderNotes(answer.result, answer.query)}</div>
<div id="results">${answer !== undefined && renderResults(answer.result, answer.query)}</div>
<noscript>${answer === undefined && problems.length === 0 && html`<p class="nothing">Searching here needs JavaScript.</p>`}</noscript>
</main>
<footer id="keys" hidden><kbd>/</kbd> search <kbd>↑</kbd> <kbd>↓</kbd> move <kbd>Enter</kbd> open <kbd>Esc</kbd> clear</footer>
</body>
</html>
`.markup;

/** What goes inside the page's `#problems`. */
export const renderProblems = (problems: readonly PageProblem[]): Html => {
  if (problems.length === 0) return html``;
  return html`<ul>${problems.map(({ message, hint }) => html`<li>${message} ${hint}</li>`)}</ul>`;
};

/** Filters and order survive a new question asked by the form; the page number does not. */
const renderKeptParameters = (query: SearchQuery): readonly Html[] =>
  toParameters({ ...query, text: '', offset: 0 }).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
