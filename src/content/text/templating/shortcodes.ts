import { readTagParameters, shownWords } from '../visible-words.js';
import { fencedCode, onOwnLine, SourceWriter } from './source-writer.js';

/** The longest shortcode that is looked at; longer ones are text. */
const longest = 50_000;

/**
 * Hugo: `{{< name … >}}` and `{{% name … %}}` go, paired ones keep what is between them, captions and the like are shown;
 * an escaped one (`{{</* … *\/>}}`) is a sample that Hugo prints. What `comment` holds is not shown. Hugo does this in code
 * blocks too.
 */
export function expandHugoShortcodes(source: string): string {
  if (!source.includes('{{<') && !source.includes('{{%')) return source;
  const missing = new Set<string>();
  /** Where each closer was last found: the same for all openers before it. */
  const closers = new Map<string, number>();
  const nextCloser = (closer: string, from: number): number => {
    const known = closers.get(closer);
    if (known !== undefined && known >= from) return known;
    const found = source.indexOf(closer, from);
    closers.set(closer, found < 0 ? Number.POSITIVE_INFINITY : found);
    return found;
  };
  const out = new SourceWriter();
  let at = 0;
  for (let open = source.indexOf('{{'); open >= 0; open = source.indexOf('{{', Math.max(at, open + 2))) {
    const mark = source.charAt(open + 2);
    if (mark !== '<' && mark !== '%') continue;
    const closer = mark === '<' ? '>}}' : '%}}';
    const close = nextCloser(closer, open + 3);
    if (close < 0 || close - open > longest) continue;
    out.add(source.slice(at, open));
    at = close + 3;
    const inner = source.slice(open + 3, close).trim();
    if (inner.startsWith('/*')) {
      out.add(`{{${mark} ${inner.replace(/^\/\*|\*\/$/g, '').trim()} ${closer}`);
      continue;
    }
    const found = /^([\w./-]*)(.*)$/s.exec(inner.replace(/\/$/, ''));
    const name = found?.[1] ?? '';
    const rest = found?.[2] ?? '';
    if (name.startsWith('/')) {
      if (/(?:^|\n)$/.test(out.tail)) out.add('\n');
      continue;
    }
    if (name === 'ref' || name === 'relref') {
      out.add('#');
      continue;
    }
    if (name === 'highlight' && rest.trim() !== '') {
      const end = closeOf(source, name, at, missing);
      if (end !== undefined) {
        out.add(fencedCode(source.slice(at, end.start), out.tail));
        at = end.end;
        continue;
      }
    }
    if (name === 'comment') {
      const end = inner.endsWith('/') ? undefined : closeOf(source, name, at, missing);
      if (end !== undefined) {
        at = end.end;
        continue;
      }
    }
    out.add(onOwnLine(shownWords(readTagParameters(rest)), out.tail));
    // What a paired shortcode holds is Markdown of its own, even right below the tag.
    if (source.charAt(at) === '\n' && /(?:^|\n)[ \t]*$/.test(source.slice(Math.max(0, open - 100), open)))
      out.add('\n');
  }
  out.add(source.slice(at));
  return out.toString();
}

function closeOf(
  source: string,
  name: string,
  from: number,
  missing: Set<string>,
): { start: number; end: number } | undefined {
  const key = `/${name}`;
  if (missing.has(key)) return undefined;
  const pattern = new RegExp(`\\{\\{[<%]\\s*/${name}\\s*[>%]\\}\\}`, 'g');
  pattern.lastIndex = from;
  const found = pattern.exec(source);
  if (found === null) missing.add(key);
  return found === null ? undefined : { start: found.index, end: pattern.lastIndex };
}

/** `{{ name(key="value") }}`, `{% name(…) %}` … `{% end %}`, and the escaped `{{/* … *\/}}`. */
const zolaShortcode =
  /\{\{-?\s*[A-Za-z_][\w:]*\(([^{}]{0,5000})\)\s*-?\}\}|\{%-?\s*[A-Za-z_][\w:]*\(([^{}]{0,5000})\)\s*-?%\}|\{%-?\s*end\s*-?%\}|\{([{%])\/\*([^{}]{0,5000}?)\*\/[}%]\}/g;

/** Zola's shortcodes; other braces are text, as Zola prints them. */
export function expandZolaShortcodes(source: string): string {
  if (!source.includes('{{') && !source.includes('{%')) return source;
  const out = new SourceWriter();
  let at = 0;
  for (const match of source.matchAll(zolaShortcode)) {
    out.add(source.slice(at, match.index));
    at = match.index + match[0].length;
    const [, output, block, escaped, sample] = match;
    if (sample !== undefined) out.add(`{${escaped ?? ''}${sample}${escaped === '%' ? '%' : '}'}}`);
    else {
      const parameters = output ?? block;
      if (parameters !== undefined) out.add(onOwnLine(shownWords(readTagParameters(parameters)), out.tail));
    }
  }
  out.add(source.slice(at));
  return out.toString();
}
