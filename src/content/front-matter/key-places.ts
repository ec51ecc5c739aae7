/**
 * Where the keys of front matter stand: the parsers do not all tell.
 * @module
 */
import type { FencedBlock } from './fences.js';

export interface KeyPlace {
  /** 1-based, in the file. */
  readonly line: number;
  /** Whether its value begins with a quote. */
  readonly quoted: boolean;
}

const keyName = /^[{,\s]{0,8}["']?([^"'=\s][^"'=]{0,80})["']?$/;

/** The key that a line begins with, which may hold colons, and what follows. */
const findKey = (text: string): { readonly name: string; readonly value: string } | undefined => {
  for (const separator of [/:(?:\s|$)|=/, /[:=]/]) {
    const end = text.search(separator);
    const name = keyName.exec(text.slice(0, Math.max(0, end)).trimEnd())?.[1];
    if (name !== undefined) return { name, value: text.slice(end + 1).trimStart() };
  }
  return undefined;
};

/** The places of each key, found by its spelling. */
export const findKeys = (block: FencedBlock): ReadonlyMap<string, readonly KeyPlace[]> => {
  const places = new Map<string, KeyPlace[]>();
  block.matter.split('\n').forEach((text, index) => {
    const key = findKey(text);
    if (key === undefined) return;
    const place = { line: block.matterLine + index, quoted: /^["']/.test(key.value) };
    const known = places.get(key.name);
    if (known === undefined) places.set(key.name, [place]);
    else known.push(place);
  });
  return places;
};
