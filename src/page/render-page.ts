import type { SearchQuery, SearchResult } from '../domain/search.js';
import { maxTextLength } from '../query/limits.js';
import { describePage, describeTotal } from './describe.js';
import { type Html, html } from './escape-html.js';
import { toSafeUrl } from './post-url.js';
import { renderHelp } from './render-help.js';
import { renderKeptParameters } from './render-kept-parameters.js';
import { renderNotes } from './render-notes.js';
import { type PageProblem, renderProblems } from './render-problems.js';
import { renderResults } from './render-results.js';
import type { Wording } from './wording/wording.js';

/** What a site decides of its search page. */
export interface PageSettings {
  /** Heading of the page, and what its tab shows: the name of the blog. */
  readonly title: string;
  /** Where the site is, for a link to it. Default: there is no such link. */
  readonly homeUrl?: string | undefined;
  /** Address of a style sheet of the same site, which comes after that of the page. Default: none. */
  readonly stylesheet?: string | undefined;
}

export interface PageView extends PageSettings {
  readonly wording: Wording;
  /** What stands in the search box. */
  readonly text: string;
  /** Absent when there were problems, or when the script of the page is to ask by itself. */
  readonly answer?: { readonly query: SearchQuery; readonly result: SearchResult } | undefined;
  readonly problems: readonly PageProblem[];
  /** Addresses of the script, of the library that the script takes the engine from, if it does, and of the style, relative to the page. */
  readonly assets: { readonly script: string; readonly library?: string; readonly style: string };
  /** Content security policy, for servers that send no headers of ours. */
  readonly policy?: string | undefined;
}

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='none' stroke='%23b4552d' stroke-width='2' stroke-linecap='round'%3E%3Ccircle cx='7' cy='7' r='4.5'/%3E%3Cpath d='m10.5 10.5 4 4'/%3E%3C/svg%3E";

/**
 * The whole document. It works without script: a form that asks by GET, and links. All addresses of its own are relative, there is
 * no inline script or style, and nothing is loaded from elsewhere. The script finds in `data-wording` what it has to say.
 */
export const renderPage = (view: PageView): string => {
  const { title, stylesheet, wording, text, answer, problems, assets, policy } = view;
  const style = stylesheet === undefined ? undefined : toSafeUrl(stylesheet);
  return html`<!doctype html>
<html lang="${wording.language}" dir="${wording.direction}">
<head>
<meta charset="utf-8">
${policy !== undefined && html`<meta http-equiv="Content-Security-Policy" content="${policy}">`}
<title>${describePage(title, text)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="${assets.style}">
${style !== undefined && html`<link rel="stylesheet" href="${style}">`}
${assets.library !== undefined && html`<link rel="modulepreload" href="${assets.library}">`}
<script type="module" src="${assets.script}"></script>
</head>
<body>
${renderMasthead(view)}
<main>
<form id="search-form" role="search" method="get" data-wording="${JSON.stringify(wording)}">
<label class="unseen" for="search-text">${wording.searchPosts}</label>
<input id="search-text" type="search" name="q" value="${text}" placeholder="${wording.search}" maxlength="${maxTextLength}" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" dir="auto"${
    problems.length > 0 && html` aria-invalid="true" aria-describedby="problems"`
  }>
<button type="submit">${wording.search}</button>
<ul id="completions" role="listbox" aria-label="${wording.suggestions}" hidden></ul>
<p id="completion-count" class="unseen" role="status"></p>
${answer !== undefined && renderKeptParameters({ ...answer.query, text: '' })}
</form>
${renderHelp(wording)}
<div id="problems" role="alert">${renderProblems(problems)}</div>
<p id="status" role="status" tabindex="-1">${answer !== undefined && describeTotal(answer.result, answer.query, wording)}</p>
<div id="notes" role="status">${answer !== undefined && renderNotes(answer.result, answer.query, wording)}</div>
<div id="results">${answer !== undefined && renderResults(answer.result, answer.query, wording)}</div>
<noscript>${answer === undefined && problems.length === 0 && html`<p class="nothing">${wording.needsScript}</p>`}</noscript>
</main>
<footer id="keys" hidden><kbd>/</kbd> ${wording.keys.search} <kbd>↑</kbd> <kbd>↓</kbd> ${wording.keys.move} <kbd>Enter</kbd> ${wording.keys.open} <kbd>Esc</kbd> ${wording.keys.clear}</footer>
</body>
</html>
`.markup;
};

const renderMasthead = ({ title, homeUrl, wording }: PageView): Html => {
  const home = homeUrl === undefined ? undefined : toSafeUrl(homeUrl);
  return html`<header class="masthead">
<h1><a id="site-title" href="?" data-refine>${title}</a></h1>
${home !== undefined && html`<a class="home" href="${home}">${wording.home}</a>`}
</header>`;
};
