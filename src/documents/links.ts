/**
 * Which documents of a shard link to which. A link is an address, or the name of a source of which the generator makes one.
 * @module
 */
import type { PostMetadata } from '../domain/post.js';

type Linking = Pick<PostMetadata, 'id' | 'url' | 'links'>;

/** The site as long as nobody says where it is. */
const hereHost = 'here.invalid';
const here = `http://${hereHost}`;

const toUrl = (address: string, base: string): URL | undefined =>
  URL.canParse(address, base) ? new URL(address, base) : undefined;

const decode = (path: string): string => {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
};

/** `/a/`, `/a`, `/a.html` and `/a/index.html` are one page. */
const toPage = ({ pathname }: URL): string =>
  decode(pathname)
    .replace(/(?:\/index)?\.html?$/i, '')
    .replace(/\/$/, '');

/** `posts/2019-05-01-a.md`, `posts/2019-05-01-a/index.md` -> `posts/2019-05-01-a` */
const toSource = (path: string): string =>
  decode(path)
    .replace(/^\//, '')
    .replace(/[?#].*$/s, '')
    .replace(/\.(?:mdx?|markdown|html?)$/i, '')
    .replace(/\/_?index$/, '');

/** Parts of a path by whose last ones a source is known. */
const maxParts = 8;

/** `a/b/c` -> `b/c`, `c` */
const endingsOf = (path: string): readonly string[] => {
  const parts = path.split('/').slice(-maxParts);
  return parts.slice(1).map((_, at) => parts.slice(at + 1).join('/'));
};

/** Finds the documents that links lead to. */
class Places {
  readonly #pages = new Map<string, number>();
  readonly #sources = new Map<string, number>();
  /** By the end of their paths; nothing where several end so. */
  readonly #endings = new Map<string, number | undefined>();
  readonly #host: string;

  constructor(posts: readonly Linking[]) {
    posts.forEach(({ id, url }, ordinal) => {
      const place = toUrl(url, here);
      if (place !== undefined) this.#pages.set(place.host + toPage(place), ordinal);
      const source = toSource(id);
      this.#sources.set(source, ordinal);
      for (const ending of endingsOf(source))
        this.#endings.set(ending, this.#endings.has(ending) ? undefined : ordinal);
    });
    this.#host = this.#findHost(posts);
  }

  /**
   * Where the site is, of which the posts may know their paths alone: at the host of which most links lead to a path that a post has. A path
   * of one part, such as `/about`, is that of a page of many sites.
   */
  #findHost(posts: readonly Linking[]): string {
    const leading = new Map<string, number>();
    for (const { links = [] } of posts) {
      for (const link of links) {
        const place = /^https?:/i.test(link) ? toUrl(link, here) : undefined;
        if (place === undefined || place.pathname.split('/').length < 3) continue;
        if (this.#pages.has(hereHost + toPage(place)))
          leading.set(place.host, (leading.get(place.host) ?? 0) + 1);
      }
    }
    const [most] = [...leading].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    return most?.[0] ?? '';
  }

  #findPage(link: string, base: string): number | undefined {
    const place = toUrl(link, base);
    if (place === undefined) return undefined;
    const page = toPage(place);
    const own = this.#pages.get(place.host + page);
    return own ?? (place.host === this.#host ? this.#pages.get(hereHost + page) : undefined);
  }

  /** A source is named from the root, from the folder of the post, or by the end of its path where no other ends so. */
  #findSource(link: string, id: string): number | undefined {
    if (/^https?:/i.test(link)) return undefined;
    const named = toSource(link.replace(/^@\//, ''));
    const beside = toUrl(link, `${here}/${id}`);
    return (
      this.#sources.get(named) ??
      (beside && this.#sources.get(toSource(beside.pathname))) ??
      this.#endings.get(named)
    );
  }

  find(link: string, { url, id }: Linking): number | undefined {
    return this.#findPage(link, toUrl(url, here)?.href ?? here) ?? this.#findSource(link, id);
  }
}

/**
 * Of a link to anything else, such as a post that is hidden, nothing is kept.
 * @param posts in document order
 * @returns by ordinal: the other documents that one links to, ascending, where there are any
 */
export const resolveLinks = (posts: readonly Linking[]): ReadonlyMap<number, Uint32Array> => {
  const resolved = new Map<number, Uint32Array>();
  if (posts.every(({ links = [] }) => links.length === 0)) return resolved;
  const places = new Places(posts);
  posts.forEach((post, ordinal) => {
    const targets = new Set((post.links ?? []).flatMap((link) => places.find(link, post) ?? []));
    targets.delete(ordinal);
    if (targets.size > 0) resolved.set(ordinal, Uint32Array.from(targets).sort());
  });
  return resolved;
};
