/**
 * Looks for posts as one types: for `lookback search` on a terminal.
 * @module
 */
import { emitKeypressEvents } from 'node:readline';
import searchPrompt from '@inquirer/search';
import { toOneLine } from '../domain/one-line.js';
import type { Hit, SearchEngine, Segment } from '../domain/search.js';
import { toSafeUrl } from '../page/post-url.js';
import { everyPost } from '../query/every-post.js';
import type { Conversation } from './terminal.js';

const postsShown = 10;

/** Nothing of a post acts on the terminal, and nothing breaks the line. */
const toLine = (segments: readonly Segment[]): string => toOneLine(segments.map(({ text }) => text).join(''));

const describeHit = ({ date, url, snippets: [snippet] }: Hit): string =>
  [`${date ?? ''} ${toOneLine(url)}`.trim(), toLine(snippet.segments)]
    .filter((line) => line !== '')
    .join('\n');

/**
 * @param siteUrl what URLs of posts are relative to
 * @returns where the post is; `undefined` if that is nowhere that a browser may be sent
 */
export const toPostAddress = (url: string, siteUrl: string | undefined): string | undefined =>
  toSafeUrl(url) !== undefined && URL.canParse(url, siteUrl) ? new URL(url, siteUrl).href : undefined;

/** @returns the hit that was chosen; `undefined` when the reader left */
export const findPost = async (
  engine: SearchEngine,
  { input, output }: Conversation,
): Promise<Hit | undefined> => {
  const leaving = new AbortController();
  const leave = (_: string | undefined, key: { readonly name?: string }): void => {
    if (key.name === 'escape') leaving.abort();
  };
  emitKeypressEvents(input);
  input.on('keypress', leave);
  try {
    return await searchPrompt(
      {
        message: 'Search',
        pageSize: postsShown,
        source: async (text, { signal }) => {
          const { hits } = await engine.ask(
            { ...everyPost, text: text ?? '', limit: postsShown },
            { signal },
          );
          return hits.map((hit) => ({
            value: hit,
            name: toLine(hit.title),
            short: toLine(hit.title),
            description: describeHit(hit),
          }));
        },
      },
      { input, output, signal: leaving.signal },
    );
  } catch (error) {
    // Ctrl-C and Escape; their classes are no part of the library's interface, their names are.
    const name = error instanceof Error ? error.name : '';
    if (name !== 'ExitPromptError' && name !== 'AbortPromptError') throw error;
    return undefined;
  } finally {
    input.off('keypress', leave);
  }
};
