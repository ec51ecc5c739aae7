/**
 * Text that grows by pieces and is asked for its last characters in between. A plain string would be copied whole at
 * every such question, which is quadratic.
 */
export class SourceWriter {
  readonly #parts: string[] = [];
  #tail = '';

  add(text: string): void {
    if (text === '') return;
    this.#parts.push(text);
    this.#tail = text.length >= tailLength ? text.slice(-tailLength) : (this.#tail + text).slice(-tailLength);
  }

  /** The last 400 characters. */
  get tail(): string {
    return this.#tail;
  }

  toString(): string {
    return this.#parts.join('');
  }
}

const tailLength = 400;

function indentation(before: string): string {
  return /(?:^|\n)([ \t]*)$/.exec(before.slice(-200))?.[1] ?? '';
}

/** Markdown for a block of code that a template tag held; the fence is longer than any inside. */
export function fencedCode(code: string, before: string): string {
  let longest = 2;
  for (const run of code.matchAll(/`{3,}/g)) longest = Math.max(longest, run[0].length);
  const fence = '`'.repeat(longest + 1);
  const indent = indentation(before);
  const lead = before === '' || before.endsWith('\n') || indent !== '' ? '' : '\n';
  return `${lead}${fence}\n${code.replace(/^\n/, '').trimEnd()}\n${indent}${fence}\n`;
}

/** Words of a tag: paragraphs of their own when the tag stands on its own line, else part of the running text. */
export function onOwnLine(words: readonly string[], before: string): string {
  if (words.length === 0) return '';
  const indent = indentation(before);
  const lineStart = before === '' || before.endsWith('\n') || indent !== '';
  if (!lineStart)
    return ` ${words.join(' ').replace(/\s+/g, (blanks) => (blanks.includes('\n') ? ' ' : blanks))} `;
  const separator = `\n\n${indent}`;
  return `${words.map((text) => text.replace(/\n[ \t]*(?=\S)/g, `\n${indent}`)).join(separator)}\n`;
}
