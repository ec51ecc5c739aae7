import { LinePlaces } from './line-places.js';

/** Dialects that read lines as definitions which CommonMark prints. */
export type DefinitionDialect = 'kramdown' | 'python-markdown';

const containerMarks = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*/;
const linkDefinition = /^\[([^[\]\n]{1,999})\]:(.*)$/;
const abbreviation = /^\*\[[^\]\n]{1,999}\]:(.*)$/;

/**
 * Makes definitions of links that CommonMark would refuse, as `[1]: /x "A "quoted" title"`, such as it takes, and drops those of
 * abbreviations: `*[HTML]: Hypertext`, which a page shows as a tooltip only. kramdown has them where a block begins,
 * Python-Markdown on any line of a paragraph.
 */
export function toCommonDefinitions(markdown: string, dialect: DefinitionDialect): string {
  if (!markdown.includes(']:')) return markdown;
  const places = new LinePlaces();
  const lines: string[] = [];
  /** Whether the next line may be the title of the definition before. */
  let titleMayFollow = false;
  /** Whether the next line is what an abbreviation stands for. */
  let explanationFollows = false;
  for (const line of markdown.split('\n')) {
    const place = places.next(line);
    const isTitle = titleMayFollow && place !== 'code' && isQuoted(line.trim(), dialect);
    titleMayFollow = false;
    const canDefine = place === 'start' || (place === 'inside' && dialect === 'python-markdown');
    const marks = containerMarks.exec(line)?.[0] ?? '';
    const content = line.slice(marks.length);
    const [, label, target] = linkDefinition.exec(content) ?? [];
    const abbreviated = canDefine ? abbreviation.exec(content)?.[1] : undefined;
    const isExplanation = explanationFollows && place !== 'blank';
    explanationFollows = abbreviated?.trim() === '' && dialect === 'python-markdown';
    if (isTitle) places.endBlock();
    else if (abbreviated !== undefined || isExplanation) {
      lines.push('');
      places.endBlock();
    } else if (
      canDefine &&
      label !== undefined &&
      !label.startsWith('^') &&
      isTarget(target ?? '', dialect)
    ) {
      if (place === 'inside') lines.push('');
      lines.push(`${marks}[${label}]: #`);
      if (dialect === 'python-markdown') lines.push('');
      titleMayFollow = !/["')]$/.test((target ?? '').trimEnd());
      places.endBlock();
    } else lines.push(line);
  }
  return lines.join('\n');
}

/** Whether what follows `[label]:` is an address with a title, if any, in the eyes of the dialect. */
function isTarget(text: string, dialect: DefinitionDialect): boolean {
  const target = text.trim();
  if (dialect === 'kramdown') {
    const title = /[ \t]["']/.exec(target);
    return target !== '' && (title === null || isQuoted(target.slice(title.index + 1), dialect));
  }
  const space = /[ \t]/.exec(target)?.index;
  return target !== '' && (space === undefined || isQuoted(target.slice(space).trim(), dialect));
}

/** A title may have its own quotes inside; that is what CommonMark does not allow. */
function isQuoted(text: string, dialect: DefinitionDialect): boolean {
  const first = text.charAt(0);
  const last = text.charAt(text.length - 1);
  if (dialect === 'python-markdown' && first === '(') return text.length > 1 && last === ')';
  return (first === '"' || first === "'") && last === first && text.length > 2;
}
