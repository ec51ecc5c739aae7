import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExtractOptions } from '../../src/content/text/extract-text.js';
import { markups } from '../content/text/markups.js';

export interface CorpusPost {
  readonly file: string;
  readonly body: string;
  readonly options: ExtractOptions;
}

export interface Corpus {
  readonly name: string;
  readonly posts: readonly CorpusPost[];
}

/** What a generator makes of a body; `MANIFEST.tsv` of the corpora names the generator. */
const generators: readonly (readonly [RegExp, Omit<ExtractOptions, 'format'>])[] = [
  [/^jekyll/, markups.jekyll],
  [/^(?:11ty|eleventy)/, markups.eleventy],
  [/^hugo/, markups.hugo],
  [/^zola/, markups.zola],
  [/^mkdocs/, markups.mkdocs],
  [/^vitepress/, markups.vitepress],
];
const others: Omit<ExtractOptions, 'format'> = markups.github;

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return listFiles(path);
      return entry.isFile() && /\.(?:md|mdx|mkdn|markdown|html)$/.test(entry.name) ? [path] : [];
    })
    .sort();
}

/** Front matter is another module's business; here its fences are enough. */
function bodyOf(source: string): string {
  const fence = /^\ufeff?(---|\+\+\+)[ \t]*\r?\n/.exec(source);
  if (fence === null) return source;
  const end = new RegExp(`^${fence[1] === '---' ? '---' : '\\+\\+\\+'}[ \\t]*\\r?$`, 'm');
  const rest = source.slice(fence[0].length);
  const found = end.exec(rest);
  return found === null ? source : rest.slice(found.index + found[0].length);
}

/** Posts of every corpus below `folder`, or of those named. */
export function loadCorpora(folder: string, names: readonly string[] = []): Corpus[] {
  const rows = readFileSync(join(folder, 'MANIFEST.tsv'), 'utf8').trim().split('\n').slice(1);
  return rows
    .map((row) => row.split('\t'))
    .filter(([name]) => names.length === 0 || names.includes(name ?? ''))
    .map(([name = '', , , , generator = '']) => {
      const base = generators.find(([pattern]) => pattern.test(generator))?.[1] ?? others;
      const posts = listFiles(join(folder, name)).map((file): CorpusPost => {
        const body = bodyOf(readFileSync(file, 'utf8'));
        const format = file.endsWith('.html') ? 'html' : isMdx(file, body) ? 'mdx' : 'markdown';
        return { file, body, options: { ...base, format } };
      });
      return { name, posts };
    });
}

/** MDX hides in `.md` files too: a component on a line of its own, or a comment in braces. */
function isMdx(file: string, body: string): boolean {
  return file.endsWith('.mdx') || /^<[A-Z][A-Za-z]*[ >]|\{\/\*/m.test(body);
}

/** Small, seeded and good enough to draw samples with. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function sample<T>(items: readonly T[], count: number, seed: number): T[] {
  const random = createRandom(seed);
  const rest = [...items];
  const drawn: T[] = [];
  while (drawn.length < count && rest.length > 0)
    drawn.push(...rest.splice(Math.floor(random() * rest.length), 1));
  return drawn;
}
