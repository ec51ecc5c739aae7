import { readTagParameters, shownWords } from '../visible-words.js';
import { Branches, type TemplateLanguage } from './branches.js';
import { fencedCode, onOwnLine, SourceWriter } from './source-writer.js';
import type { TemplatedSource } from './template-engines.js';

/** Output of variables can repeat text; this much more than the source is enough for any post. */
const mostExpansion = 200_000;

const verbatim = new Set(['raw', 'verbatim']);
const dropped = new Set(['schema', 'stylesheet', 'javascript', 'style']);
/** Tags whose arguments are code for the engine. The others are includes and plugins: their texts are shown. */
const logic =
  /^(?:if|elsif|elif|elseif|else|endif|unless|for|endfor|tablerow|case|when|break|continue|cycle|increment|decrement|assign|set|liquid|layout|extends|block|macro|import|from|call|filter|autoescape|asyncEach|asyncAll|ifAsync|link|post_url|include_relative|render_time|seo|feed_meta|paginate|section|form|end\w+|#)$/;

/**
 * Runs Liquid (Jekyll, Eleventy) or Nunjucks (Eleventy, Hexo) as far as a reader's words ask for it, in one pass:
 * strings that are assigned and put out, texts handed to includes, raw and code blocks. Branches and loops count once.
 */
export function expandLiquid(source: string, language: TemplateLanguage): TemplatedSource {
  if (!source.includes('{%') && !source.includes('{{') && !(language === 'nunjucks' && source.includes('{#')))
    return { source, includes: false };
  const variables = new Map<string, string>();
  /** Blocks that are being captured, and where the text before them goes on. */
  const captures: { name: string; outer: SourceWriter; end: string }[] = [];
  let budget = mostExpansion;
  let includes = false;
  let out = new SourceWriter();
  let at = 0;
  const braces = { close: -1 };
  /** End markers that do not come again; looking for each of a thousand openers would be quadratic. */
  const missing = new Set<string>();
  const branches = new Branches(language);
  let hiddenFrom = 0;

  const closing = (marker: string, from: number): number => {
    if (missing.has(marker)) return -1;
    const found = source.indexOf(marker, from);
    if (found < 0) missing.add(marker);
    return found;
  };
  const blockEnd = (name: string, from: number): { start: number; end: number } | undefined => {
    if (missing.has(name)) return undefined;
    const pattern = new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g');
    pattern.lastIndex = from;
    const found = pattern.exec(source);
    if (found === null) missing.add(name);
    return found === null ? undefined : { start: found.index, end: pattern.lastIndex };
  };
  const expand = (name: string): string => {
    const value = variables.get(name) ?? '';
    if (value.length > budget) return '';
    budget -= value.length;
    return value;
  };

  const capture = (name: string, end: string): void => {
    // Deeper captures are an attack, and their text is copied once per level.
    if (captures.length >= 20) return;
    captures.push({ name, outer: out, end });
    out = new SourceWriter();
  };

  while (at < source.length) {
    const open = nextOpening(source, at, language, braces);
    if (open < 0) break;
    if (branches.shown) out.add(source.slice(at, open));
    const kind = source.charAt(open + 1);
    const closer = kind === '%' ? '%}' : kind === '{' ? '}}' : '#}';
    const close = closing(closer, open + 2);
    if (close < 0) {
      if (branches.shown) out.add(source.slice(open, open + 2));
      at = open + 2;
      continue;
    }
    at = close + 2;
    const inner = source
      .slice(open + 2, close)
      .replace(/^-|-$/g, '')
      .trim();
    if (kind === '#') continue;
    if (kind === '{') {
      if (branches.shown) out.add(outputWords(inner, out.tail, expand));
      continue;
    }
    const name = /^[\w#-]+/.exec(inner)?.[0] ?? '';
    const rest = inner.slice(name.length).trim();
    const shownBefore = branches.shown;
    if (branches.take(name, rest)) {
      if (shownBefore && !branches.shown) hiddenFrom = open;
      continue;
    }
    if (name === 'comment') {
      const end = commentEnd(source, at);
      if (end === undefined) return { source: finish(''), includes, unclosed: open };
      at = end;
      continue;
    }
    if (verbatim.has(name) || dropped.has(name) || name === 'highlight' || name === 'prism') {
      const block = blockEnd(name, at);
      if (block === undefined) continue;
      const text = source.slice(at, block.start);
      at = block.end;
      if (!branches.shown) continue;
      if (verbatim.has(name)) out.add(text);
      else if (!dropped.has(name)) out.add(fencedCode(text, out.tail));
      continue;
    }
    if (!branches.shown) continue;
    if (name === 'assign' || name === 'set') {
      const assigned = /^([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(rest);
      const value = assigned?.[2] ?? assigned?.[3];
      if (assigned?.[1] !== undefined && value !== undefined) variables.set(assigned[1], value);
      else if (name === 'set' && !rest.includes('=')) capture(rest, 'endset');
    } else if (name === 'capture') capture(rest, 'endcapture');
    else if (captures.at(-1)?.end === name) {
      const captured = captures.pop();
      if (captured !== undefined) {
        variables.set(captured.name, out.toString());
        out = captured.outer;
      }
    } else if (name === 'link' || name === 'post_url') out.add(insideDestination(out.tail) ? '#' : '');
    else if (name === 'include' || name === 'render' || name.startsWith('include')) {
      includes = true;
      const parameters = readTagParameters(rest.replace(/^\S+/, '')).map((parameter) =>
        parameter.quoted || !variables.has(parameter.value)
          ? parameter
          : { ...parameter, value: expand(parameter.value), quoted: true },
      );
      out.add(onOwnLine(shownWords(parameters), out.tail));
    } else if (!logic.test(name)) out.add(onOwnLine(shownWords(readTagParameters(rest)), out.tail));
  }
  if (!branches.shown) return { source: finish(''), includes, unclosed: hiddenFrom };
  return { source: finish(source.slice(at)), includes };

  function finish(rest: string): string {
    out.add(rest);
    // A capture that does not end was text all along.
    for (let captured = captures.pop(); captured !== undefined; captured = captures.pop()) {
      captured.outer.add(out.toString());
      out = captured.outer;
    }
    return out.toString();
  }
}

const commentTag = /\{%-?\s*(comment|endcomment|raw|endraw)\b/g;

/** Offset after the end of a comment; others may stand inside, and raw text. */
function commentEnd(source: string, from: number): number | undefined {
  let depth = 1;
  let raw = false;
  for (const { 1: name, index } of source.slice(from).matchAll(commentTag)) {
    if (raw || name === 'raw' || name === 'endraw') {
      raw = raw ? name !== 'endraw' : name === 'raw';
      continue;
    }
    depth += name === 'comment' ? 1 : -1;
    if (depth > 0) continue;
    const close = source.indexOf('%}', from + index);
    return close < 0 ? undefined : close + 2;
  }
  return undefined;
}

/** @param braces where the first closing brace is, behind the last place that was asked about */
function nextOpening(
  source: string,
  from: number,
  language: TemplateLanguage,
  braces: { close: number },
): number {
  for (let at = source.indexOf('{', from); at >= 0; at = source.indexOf('{', at + 1)) {
    const next = source.charCodeAt(at + 1);
    if (next === 37 || next === 123) return at;
    // `{#id}` after a heading is an id in most Markdown dialects; a Nunjucks comment has its end mark.
    if (next === 35 && language === 'nunjucks' && source.charCodeAt(at + 2) !== 125) {
      if (braces.close < at) {
        const close = source.indexOf('}', at);
        braces.close = close < 0 ? Number.POSITIVE_INFINITY : close;
      }
      if (source.charCodeAt(braces.close - 1) === 35) return at;
    }
  }
  return -1;
}

/** Whether the next character is part of a link's or attribute's address, where words are not shown. */
function insideDestination(before: string): boolean {
  return /(?:\]\(|\]:[ \t]*|=["']?)<?$/.test(before.slice(-20));
}

function outputWords(expression: string, before: string, expand: (name: string) => string): string {
  if (insideDestination(before)) return '#';
  const literal = /^(?:"([^"]*)"|'([^']*)')/.exec(expression);
  const text = literal?.[1] ?? literal?.[2];
  if (text !== undefined)
    return /\|\s*(?:url|relative_url|absolute_url|asset\w*)\b/.test(expression) ? '' : text;
  return expand(/^[\w.-]+/.exec(expression)?.[0] ?? '');
}
