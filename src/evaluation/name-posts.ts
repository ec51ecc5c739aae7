/**
 * Which post of an index is meant by a URL that somebody wrote: with or without the host, the path that the site lies under, a slash
 * at the end, and encoded or not.
 * @module
 */
import type { Judgments } from './metrics.js';
import type { JudgedQuery } from './parse-judgments.js';

const decode = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** `https://example.org/blog/a%20b/?x#y` -> `/blog/a b`. */
const toPath = (url: string): string => {
  const [path = ''] = url.replace(/^(?:https?:)?\/\/[^/]*/i, '').split(/[?#]/, 1);
  const decoded = decode(path).replace(/\/(?:index\.html)?$/, '');
  return decoded.startsWith('/') ? decoded : `/${decoded}`;
};

/** Every end of a path that is one itself: `/a/b/c`, `/b/c`, `/c`. */
const endsOf = (path: string): readonly string[] => {
  const ends: string[] = [];
  for (let at = 0; at >= 0; at = path.indexOf('/', at + 1)) ends.push(path.slice(at));
  return ends;
};

/** The URLs of an index, to be found by what somebody wrote. */
export class PostUrls {
  readonly #exact: ReadonlySet<string>;
  readonly #byPath = new Map<string, string>();
  /** By the end of a path; nothing where two posts end so. */
  readonly #byEnd = new Map<string, string | undefined>();

  constructor(urls: readonly string[]) {
    this.#exact = new Set(urls);
    for (const url of urls) {
      const path = toPath(url);
      this.#byPath.set(path, url);
      for (const end of endsOf(path)) this.#byEnd.set(end, this.#byEnd.has(end) ? undefined : url);
    }
  }

  /** @returns the URL as the index has it; nothing where it has none that is meant, or several */
  find(written: string): string | undefined {
    if (this.#exact.has(written)) return written;
    const path = toPath(written);
    const found = this.#byPath.get(path) ?? this.#byEnd.get(path);
    if (found !== undefined) return found;
    // The judgments say more of the path than the index.
    for (const end of endsOf(path).slice(1)) {
      const shorter = this.#byPath.get(end);
      if (shorter !== undefined) return shorter;
    }
    return undefined;
  }
}

/**
 * Calls the posts of judgments as the index does. One that it does not have keeps its name, and is found by no query.
 */
export const namePosts = (queries: readonly JudgedQuery[], urls: PostUrls): readonly JudgedQuery[] =>
  queries.map(({ text, judgments }) => {
    const named = new Map<string, number>();
    for (const [written, grade] of judgments) {
      const url = urls.find(written) ?? written;
      named.set(url, Math.max(grade, named.get(url) ?? 0));
    }
    return { text, judgments: named satisfies Judgments };
  });
