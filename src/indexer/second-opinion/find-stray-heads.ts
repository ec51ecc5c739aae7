/**
 * What looks like front matter at the top of a source and is where few generators read it: in a comment, behind one, a second
 * block behind the first, between dashes of another kind. Its author meant it.
 * @module
 */
import type { Head } from './find-head.js';

/** How much of a source is looked at, in UTF-16 units, behind its front matter. */
const longest = 64 * 1024;

/** Fences, comments and directives: what may stand before a block, and ends it. */
const fence = /^[\p{Pd};+]{3,80}(?:yaml|yml|toml|json)?$/u;
const opening = /^(?:<!--|%YAML\b|%TAG\b)/;
/** A line of a block; Nikola writes `.. status: draft`. */
const statement = /^(?:\.\. |:)?(["']?[\p{L}_][\p{L}\p{N}_. \p{Pd}]{0,80}["']?[ \t]{0,40}[:=].*)$/u;
const nested = /^(?:[ \t]|-[ \t]|#)/;

/** `key = value` of TOML and `key: value` are told apart by the sign that comes first. */
const languageOf = (lines: readonly string[]): Head['language'] => {
  const first = lines.find((line) => /[:=]/.test(line)) ?? '';
  return first.search(/=/) >= 0 && !first.slice(0, first.indexOf('=')).includes(':') ? 'toml' : 'lines';
};

/** @param head the front matter that generators read, where there is some */
export const findStrayHeads = (source: string, head: Head | undefined): readonly Head[] => {
  const skipped = head === undefined ? 0 : head.line - 1 + head.text.split('\n').length;
  const lines = source
    .slice(0, longest + (head?.text.length ?? 0))
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/^\uFEFF+/, '').trimEnd());
  const found: Head[] = [];
  let block: string[] = [];
  let first = 0;
  let isOpened = head !== undefined;
  for (let at = skipped; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const ends = fence.test(line) || line.endsWith('-->');
    const isFrame = ends || opening.test(line);
    // What a fence only ends may be a heading.
    isOpened ||= isFrame && (block.length === 0 || !ends);
    const said = statement.exec(isFrame ? line.replace(/^<!--|-->$/g, '').trim() : line)?.[1];
    if (said !== undefined && block.length === 0) first = at + 1;
    if (said !== undefined) block.push(said);
    else if (!isFrame && block.length > 0) block.push(line);
    if (ends && block.length > 0) {
      if (isOpened) found.push({ language: languageOf(block), text: block.join('\n'), line: first });
      block = [];
    }
    const goesOn = isFrame || said !== undefined || (block.length === 0 ? line === '' : nested.test(line));
    if (!goesOn) break;
  }
  return found;
};
