import { html } from './escape-html.js';

/**
 * What a person sees who follows a link to a post on a server that has the search, but not the posts.
 * @param root the search page, relative to the address that was asked for
 */
export const renderMissingPage = (title: string, path: string, root: string): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Not here – ${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${root}assets/search-page.css">
</head>
<body>
<header class="masthead"><a id="site-title" href="${root}">${title}</a></header>
<main>
<p class="nothing">There is no page at <bdi>${path}</bdi> here.</p>
<p class="nothing">This server searches the posts; the posts themselves are on the blog’s own site. Whoever runs this server
makes the links lead there with the setting <code>baseUrl</code>: <code>lookback build --base-url https://blog.example</code>.</p>
<p class="nothing"><a href="${root}">Back to the search</a></p>
</main>
</body>
</html>
`.markup;
