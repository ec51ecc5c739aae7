/**
 * Templates carry words in their parameters: captions, questions, alternative texts. Which parameters a reader sees
 * is not written anywhere, so: the usual names are, the usual technical names are not, and any other is if it reads like a sentence.
 * @module
 */

/** A parameter of a template tag, shortcode or component; a positional one has no name. */
export interface Parameter {
  readonly name?: string;
  readonly value: string;
  /** Bare values are variables, numbers and flags. */
  readonly quoted: boolean;
}

const shownName =
  /^(?:alt|caption|title|q\d*|a\d*|text|content|label|heading|headline|summary|description|quote|cite|author|attr|kicker|intro|message|question|answer|subtitle|button-?text|body|name)$/i;
const technicalName =
  /^(?:class(?:name)?|style|styles|id|src|srcset|sizes|href|to|url|link|.*link|.*url|file|path|.*path|image|img|icon|width|height|target|rel|type|lang|language|languages|align|position|when|key|ref|loading|.*class|permalink|viewbox|d|transform|fill|stroke.*|on[A-Z].*|allow|frameborder|media|data|params|date|layout)$/i;
const addressStart = /^(?:[a-z][a-z+.-]*:|\/|\.{1,2}\/|#)/i;
const shownFile = /.\.(?:png|jpe?g|gif|svg|webp|pdf|md|mdx|html?|mp4|js|css)$/i;

const fileName = /\.(?:png|jpe?g|gif|svg|webp|avif|pdf|mp[34]|html?|md)$/i;

/** Several words, one of them, but the last, with a letter. */
const hasWordsApart = (value: string): boolean =>
  value
    .split(/\s+/)
    .slice(0, -1)
    .some((word) => /\p{L}/u.test(word));

const isPathLike = (value: string): boolean =>
  !/\s/.test(value) &&
  (addressStart.test(value) || (value.includes('/') && /\.\w{2,5}$/.test(value)) || shownFile.test(value));

/** Whether a reader sees the value of a parameter. */
function isShown(parameter: Parameter, position: number): boolean {
  const value = parameter.value.trim();
  if (!parameter.quoted || value === '' || isPathLike(value)) return false;
  if (parameter.name === undefined && position === 0 && fileName.test(value)) return false;
  if (parameter.name === undefined) return hasWordsApart(value) || (position > 0 && /^\p{Lu}/u.test(value));
  if (shownName.test(parameter.name)) return /[\p{L}\p{N}]/u.test(value);
  return !technicalName.test(parameter.name) && hasWordsApart(value);
}

/** The shown values, in order. */
export function shownWords(parameters: readonly Parameter[]): string[] {
  let position = 0;
  const shown: string[] = [];
  for (const parameter of parameters) {
    if (isShown(parameter, position)) shown.push(parameter.value.trim());
    if (parameter.name === undefined) position += 1;
  }
  return shown;
}

const nameOrValue = /[^\s,"'`=]+/y;
const assignment = /\s*=\s*/y;

/** Parses `"a b" key="c d" key2=e 'f'` (separated by white space or commas) in one pass; nothing is refused. */
export function readTagParameters(source: string): Parameter[] {
  const parameters: Parameter[] = [];
  /** Quotes that are known to have no end further on. */
  const unclosed = new Set<string>();
  let at = 0;

  const matchAt = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(source)?.[0];
    if (match !== undefined) at += match.length;
    return match;
  };
  const quoted = (): string | undefined => {
    const quote = source.charAt(at);
    if ((quote !== '"' && quote !== "'" && quote !== '`') || unclosed.has(quote)) return undefined;
    let value = '';
    for (let i = at + 1; i < source.length; i += 1) {
      const character = source.charAt(i);
      if (character === quote) {
        at = i + 1;
        return value;
      }
      if (character === '\\' && quote !== '`' && i + 1 < source.length) {
        i += 1;
        const escaped = source.charAt(i);
        value += escaped === 'n' ? '\n' : /["'\\]/.test(escaped) ? escaped : `\\${escaped}`;
      } else value += character;
    }
    unclosed.add(quote);
    return undefined;
  };

  while (at < source.length) {
    const text = quoted();
    if (text !== undefined) {
      parameters.push({ value: text, quoted: true });
      continue;
    }
    const word = matchAt(nameOrValue);
    if (word === undefined) {
      at += 1;
      continue;
    }
    const before = at;
    if (matchAt(assignment) === undefined) {
      // `key: "value"` is how Jekyll plugins and Nunjucks write it.
      if (word.endsWith(':') && word.length > 1) {
        matchAt(/\s*/y);
        const value = quoted();
        if (value !== undefined) parameters.push({ name: word.slice(0, -1), value, quoted: true });
        continue;
      }
      parameters.push({ value: word, quoted: false });
      continue;
    }
    const value = quoted();
    if (value !== undefined) parameters.push({ name: word, value, quoted: true });
    else {
      const bare = matchAt(nameOrValue);
      if (bare !== undefined) parameters.push({ name: word, value: bare, quoted: false });
      else if (at === before) at += 1;
    }
  }
  return parameters;
}
