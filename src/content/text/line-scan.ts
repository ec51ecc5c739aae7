/** A piece of Markdown that can be parsed by itself: it starts and ends at the top level. */
export interface Segment {
  readonly source: string;
  /** Whether it may hold a table, a footnote, a strikethrough or a task list. */
  readonly gfm: boolean;
  /** 1-based line of the body on which it starts. */
  readonly line: number;
  /** Too deep or too odd for a parser whose time is not linear in such input. */
  readonly hostile: boolean;
}

export interface ScannedLines {
  readonly segments: readonly Segment[];
  /** Normalized label to the definition line, for references in other segments. */
  readonly definitions: ReadonlyMap<string, string>;
}

/** Parsing costs a little per call and a little more than linear per character: about here the sum is least. */
const segmentSize = 4_000;
/** Deeper block quotes and lists exist in no post; micromark is quadratic in the depth. */
const deepest = 100;
/** Brackets, asterisks … in one block; micromark is quadratic in those that pair with none. */
const mostDelimiters = 4_000;

const fenceLine = /^[ \t>*+\-\d.)]*?(`{3,}|~{3,})(.*)$/s;
const rawHtmlStart = /^[ \t>]*<(?:(!--)|(script|pre|style|textarea)(?=[\s>]|$)|(\?)|(!\[CDATA\[))/i;
const definition = /^ {0,3}\[([^\]\n]{1,999})\]:\s*(\S+)/;
const container = /^([ \t]*):{3,}[ \t]*(.*)$/;
const alert = /^([ \t]*(?:>[ \t]*)+)\[!([A-Za-z]+)\][+-]?(.*)$/;
const armor = /-----BEGIN (PGP|[A-Z0-9 ]*(?:KEY|CERTIFICATE))([A-Z0-9 ]*)-----/;

export function normalizeLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** A container's opening line keeps its title: `::: tip Title`, `:::note[Title]{.x}`; the kind is not a word of the post. */
function containerTitle(rest: string): string {
  const bracketed = /^[\w-]*[ \t]*\[(.*)\][ \t]*(?:\{.*)?$/.exec(rest);
  if (bracketed?.[1] !== undefined) return bracketed[1];
  return /^[\w-]+[ \t]+([^{].*?)[ \t]*(?:\{[^{}]*\})?$/.exec(rest)?.[1] ?? '';
}

function nesting(line: string): number {
  let depth = 0;
  let indent = 0;
  for (let i = 0; i < line.length; i += 1) {
    const character = line.charCodeAt(i);
    if (character === 32) indent += 1;
    else if (character === 9) indent += 4;
    else if (character === 62) depth += 1;
    else if (character === 42 || character === 43 || character === 45) {
      const next = line.charCodeAt(i + 1);
      if (next !== 32 && next !== 9) return depth;
      depth += 1;
      if (depth === 1) depth += indent >> 1;
    } else if (character >= 48 && character <= 57) {
      if (line.charCodeAt(i + 1) === 46 || line.charCodeAt(i + 1) === 41) {
        depth += 1;
        i += 1;
        if (depth === 1) depth += indent >> 1;
      }
    } else return depth;
  }
  return depth;
}

/** Whether a line has something that plain CommonMark reads otherwise *and* whose words would differ. */
function needsGfm(line: string): boolean {
  return (
    line.includes('[^') ||
    line.includes('~~') ||
    (line.includes('|') && line.includes('-') && /^[ \t>|:*+\d.)-]*$/.test(line)) ||
    /[*+\-.)][ \t]+\[[ xX]\][ \t]/.test(line)
  );
}

function countDelimiters(block: string): number {
  return block.match(/[[\]*_`<&!]/g)?.length ?? 0;
}

interface Fence {
  readonly marker: string;
  readonly length: number;
  /** Indented, or inside a list or a quote: it may end together with what contains it. */
  readonly contained: boolean;
}

/** Walks the lines once: cuts Markdown into segments, takes the lines out that are markup of other dialects. */
export function scanLines(source: string): ScannedLines {
  const segments: Segment[] = [];
  const definitions = new Map<string, string>();
  let out = '';
  let segmentLine = 1;
  let gfm = false;
  let hostile = false;
  let fence: Fence | undefined;
  let rawEnd: RegExp | undefined;
  let armorEnd = -1;
  /** Set once it is unclear whether a line is inside code: nothing is cut from there on. */
  let unclear = false;
  let blank = true;
  let block = '';

  const endBlock = (): void => {
    if (block.length > mostDelimiters && countDelimiters(block) > mostDelimiters) hostile = true;
    block = '';
  };
  const cut = (line: number): void => {
    endBlock();
    if (out !== '') segments.push({ source: out, gfm, line: segmentLine, hostile });
    out = '';
    gfm = false;
    hostile = false;
    segmentLine = line;
  };

  let number = 0;
  for (let at = 0; at < source.length; ) {
    let end = source.indexOf('\n', at);
    if (end < 0) end = source.length;
    const start = at;
    let line = source.slice(at, end);
    at = end + 1;
    number += 1;

    if (armorEnd > start) continue;
    if (line.trim() === '') {
      blank = true;
      if (fence === undefined) endBlock();
      out += '\n';
      continue;
    }
    const first = line.charCodeAt(0);
    const atMargin = first !== 32 && first !== 9;

    if (line.includes('-----BEGIN ')) {
      const found = armor.exec(line);
      if (found !== null && !(found[2] ?? '').includes('SIGNED')) {
        const stop = source.indexOf('-----END ', at);
        if (stop >= 0 && stop - at < 100_000) armorEnd = source.lastIndexOf('\n', stop) + 1;
      }
    }

    const ticks = line.includes('```') || line.includes('~~~') ? fenceLine.exec(line) : null;
    if (fence !== undefined) {
      const marks = ticks?.[1];
      if (marks?.charAt(0) === fence.marker && marks.length >= fence.length && ticks?.[2]?.trim() === '')
        fence = undefined;
      else if (fence.contained && atMargin && first !== 62) unclear = true;
      out += `${line}\n`;
      blank = false;
      continue;
    }
    if (rawEnd !== undefined) {
      if (rawEnd.test(line)) rawEnd = undefined;
      out += `${line}\n`;
      blank = false;
      continue;
    }
    if (blank && atMargin && !unclear && out.length >= segmentSize) cut(number);
    blank = false;
    const marks = ticks?.[1];
    if (marks !== undefined && !(marks.startsWith('`') && ticks?.[2]?.includes('`'))) {
      fence = { marker: marks.charAt(0), length: marks.length, contained: !line.startsWith(marks) };
      out += `${line}\n`;
      continue;
    }
    if (line.includes('<')) {
      const raw = rawHtmlStart.exec(line);
      if (raw !== null) {
        const close =
          raw[1] !== undefined
            ? /-->/
            : raw[2] !== undefined
              ? /<\/(?:script|pre|style|textarea)>/i
              : raw[3] !== undefined
                ? /\?>/
                : /\]\]>/;
        if (!close.test(line.slice(raw[0].length))) rawEnd = close;
      }
    }
    if (line.includes(':::')) {
      const found = container.exec(line);
      if (found !== null) line = `\n${found[1] ?? ''}${containerTitle(found[2] ?? '')}\n`;
    } else if (line.includes('[!')) {
      line = line.replace(alert, '$1$2$3');
    } else if (line.includes(']:')) {
      const found = definition.exec(line);
      const label = found?.[1];
      if (label !== undefined && found !== null) {
        const key = normalizeLabel(label);
        if (!definitions.has(key)) definitions.set(key, `[${label}]: ${label.startsWith('^') ? 'x' : '#'}`);
      }
    }
    if (!gfm && needsGfm(line)) gfm = true;
    if (nesting(line) > deepest) hostile = true;
    if (block.length < 1_000_000) block += `${line}\n`;
    out += `${line}\n`;
  }
  cut(number + 1);
  return { segments, definitions };
}
