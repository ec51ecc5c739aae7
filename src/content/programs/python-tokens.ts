/**
 * The text of a Python module -> its statements, as tokens.
 * @module
 */

export interface PythonToken {
  readonly kind: 'name' | 'text' | 'number' | 'sign' | 'end';
  readonly text: string;
  /** Of a text: what it amounts to, where that is known. */
  readonly value?: unknown;
  /** Indentation of the line that a statement begins. */
  readonly column: number;
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
};

/** Python leaves an escape that it does not know as it is. */
const withoutEscapes = (text: string): string =>
  text.replace(
    /\\(?:x([\da-f]{2})|u([\da-f]{4})|([\s\S]))/gi,
    (written, byte?: string, unit?: string, other = '') => {
      const code = byte ?? unit;
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      return escapes[other] ?? written;
    },
  );

/** A text that is not closed ends with its line or the module, so that it is looked for once only. */
const pieces = new RegExp(
  [
    String.raw`(?<space>[ \t\f\r]+|#[^\n]*|\\\n)`,
    String.raw`(?<line>\n)`,
    String.raw`(?<prefix>[rRbBuUfF]{0,2})(?:'''(?<long>(?:[^'\\]|\\[\s\S]|'(?!''))*)(?:''')?|"""(?<wide>(?:[^"\\]|\\[\s\S]|"(?!""))*)(?:""")?|'(?<single>(?:[^'\\\n]|\\[\s\S])*)'?|"(?<double>(?:[^"\\\n]|\\[\s\S])*)"?)`,
    String.raw`(?<name>[\p{L}_][\p{L}\p{N}_]*)`,
    String.raw`(?<number>\d[\d_]*(?:\.\d+)?)`,
    String.raw`(?<sign>[\s\S])`,
  ].join('|'),
  'uy',
);

const toTextToken = (prefix: string, written: string, column: number): PythonToken => {
  const isRaw = /r/i.test(prefix);
  const isPlain = !/b/i.test(prefix) && !(/f/i.test(prefix) && /[{}]/.test(written));
  return {
    kind: 'text',
    text: '',
    column,
    value: isPlain ? (isRaw ? written : withoutEscapes(written)) : undefined,
  };
};

/** Statements, each with the tokens of its line and of the lines that its brackets go on over. */
export const toStatements = (source: string): PythonToken[][] => {
  const statements: PythonToken[][] = [];
  let tokens: PythonToken[] = [];
  let depth = 0;
  let lineStart = 0;
  let column: number | undefined;
  pieces.lastIndex = 0;
  for (let match = pieces.exec(source); match !== null; match = pieces.exec(source)) {
    const { space, line, prefix = '', long, wide, single, double, name, number, sign } = match.groups ?? {};
    if (space === undefined && line === undefined) column ??= match.index - lineStart;
    const written = long ?? wide ?? single ?? double;
    if (written !== undefined) tokens.push(toTextToken(prefix, written, column ?? 0));
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, column: column ?? 0 });
    else if (number !== undefined)
      tokens.push({
        kind: 'number',
        text: number,
        column: column ?? 0,
        value: Number(number.replaceAll('_', '')),
      });
    else if (sign !== undefined && !(sign === ';' && depth === 0)) {
      if ('([{'.includes(sign)) depth += 1;
      else if (')]}'.includes(sign)) depth = Math.max(0, depth - 1);
      tokens.push({ kind: 'sign', text: sign, column: column ?? 0 });
    } else if (space === undefined && depth === 0) {
      if (tokens.length > 0) statements.push(tokens);
      tokens = [];
    }
    if (line === undefined) continue;
    lineStart = match.index + 1;
    if (depth === 0) column = undefined;
  }
  return tokens.length > 0 ? [...statements, tokens] : statements;
};
