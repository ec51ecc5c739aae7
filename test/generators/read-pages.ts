/**
 * The pages that a real site generator wrote -> what it says of each post. The layouts of the fixture sites put it in
 * `<script type="application/json" id="printed">`; the anchors are read from the HTML.
 * @module
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterMap, parse } from 'parse5';

/** What a generator made of one source file. */
export interface PrintedPost {
  /** Below the site's folder. */
  readonly source: string;
  /** As a browser asks for it: percent-encoded, with the site's base. */
  readonly url: string;
  /** ISO 8601 in UTC; absent where the generator fell back to the file's time. */
  readonly date?: string;
  /** The calendar day that the site shows, where the generator formats dates itself. */
  readonly day?: string;
  /** ISO 8601 in UTC: from when on the page is no more. */
  readonly expires?: string;
  readonly title: string;
  /** What stands before the marker that the author set. */
  readonly excerpt?: string;
  /** Ids of the headings of the text, in order; empty for a heading without one. */
  readonly anchors: readonly string[];
  readonly tags?: readonly string[];
  readonly categories?: readonly string[];
}

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const isElement = (node: Node): node is Element => 'tagName' in node;

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

/** All elements below the node, in document order. */
function* elementsOf(node: Node): Generator<Element> {
  if (!('childNodes' in node)) return;
  for (const child of node.childNodes) {
    if (isElement(child)) yield child;
    yield* elementsOf(child);
  }
}

const findElement = (root: Node, wanted: (element: Element) => boolean): Element | undefined => {
  for (const element of elementsOf(root)) if (wanted(element)) return element;
  return undefined;
};

const parsePrinted = (text: string): Record<string, unknown> => {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new Error(`not a record: ${text}`);
  return { ...value };
};

const names = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** The URL as the WHATWG parser writes it, so that a raw and an encoded path are equal. */
export const toComparableUrl = (url: string): string => {
  const { pathname } = new URL(url, 'https://example.org');
  return pathname;
};

/** @returns `undefined` for a page that is no post. */
function readPage(html: string): PrintedPost | undefined {
  const document = parse(html);
  const script = findElement(document, (element) => attribute(element, 'id') === 'printed');
  const article = findElement(document, (element) => element.tagName === 'article');
  const json = script?.childNodes[0];
  if (json === undefined || !('value' in json) || article === undefined) return undefined;
  const printed = parsePrinted(json.value);
  const anchors = [...elementsOf(article)]
    .filter((element) => /^h[1-6]$/.test(element.tagName))
    .map((element) => attribute(element, 'id') ?? '');
  return {
    source: String(printed.source),
    url: toComparableUrl(String(printed.url)),
    ...(printed.date != null && { date: new Date(String(printed.date)).toISOString() }),
    ...(printed.day != null && { day: String(printed.day) }),
    ...(printed.expires != null && { expires: new Date(String(printed.expires)).toISOString() }),
    title: String(printed.title ?? ''),
    ...(printed.excerpt != null && { excerpt: String(printed.excerpt) }),
    anchors,
    ...(Array.isArray(printed.tags) && { tags: names(printed.tags) }),
    ...(Array.isArray(printed.categories) && { categories: names(printed.categories) }),
  };
}

/** Every post of a built site, sorted by source. */
export function readPages(folder: string): readonly PrintedPost[] {
  return (
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      // Hexo writes a page to a file without extension where its address has none.
      .filter(
        (file) => /(?:\.html|[\\/][^.\\/]+|^[^.]+)$/.test(file) && statSync(join(folder, file)).isFile(),
      )
      .flatMap((file) => readPage(readFileSync(join(folder, file), 'utf8')) ?? [])
      .sort((a, b) => (a.source < b.source ? -1 : 1))
  );
}
