/**
 * Settings of configurations that are programs. These are never run; a setting that is written out is read as text.
 * @module
 */

/** Settings that decide which files are pages, and their URLs. */
const plainNames = [
  'base',
  'baseUrl',
  'pathPrefix',
  'input',
  'srcDir',
  'cleanUrls',
  'trailingSlash',
  'format',
  'lang',
  'defaultLocale',
];

/** Stands for a setting that is there and not written out. */
export const unwritten = '\0only the program knows';

const quoted = String.raw`(?:'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")`;
/** What does not end goes as far as it may, so that its every character is looked at once. */
const commentOrString =
  /'(?:\\.|[^'\\\n])*'?|"(?:\\.|[^"\\\n])*"?|`(?:\\.|[^`\\])*`?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;

const withoutComments = (source: string): string =>
  source.replace(commentOrString, (part) => (part.startsWith('/') ? ' ' : part));

const unquote = (written: string): string => written.slice(1, -1).replace(/\\(.)/g, '$1');

/** The strings of a list that holds nothing else but commas, colons and blanks. */
const strings = (items: string): string[] =>
  (items.match(/'(?:\\.|[^'\\\n])*'?|"(?:\\.|[^"\\\n])*"?/g) ?? []).map(unquote);

/** `name: 'text'` and `name: true`. */
const plain = new RegExp(
  String.raw`(?:^|[{,(\s])['"]?(${plainNames.join('|')})['"]?\s*:\s*(${quoted}|true|false)`,
  'g',
);
/** `srcExclude: ['a', 'b']`, and nothing but strings in it. */
const list = new RegExp(String.raw`\b(srcExclude)\s*:\s*\[((?:\s|,|${quoted})*)\]`, 'g');
/** `rewrites: { 'a': 'b' }`, likewise. */
const map = new RegExp(String.raw`\b(rewrites)\s*:\s*\{((?:\s|,|:|${quoted})*)\}`, 'g');

/** Whether a value that ends there is one whole, and not the beginning of an expression. */
const endsAt = (source: string, offset: number): boolean => {
  const end = /[ \t]*[,})\n]/y;
  end.lastIndex = offset;
  return end.test(source);
};

/** A name that is written twice, differently, is not known. */
const setOnce = (found: Map<string, unknown>, name: string, value: unknown): void => {
  const isSame = !found.has(name) || JSON.stringify(found.get(name)) === JSON.stringify(value);
  found.set(name, isSame ? value : undefined);
};

export function readScriptLiterals(script: string): Readonly<Record<string, unknown>> {
  const source = withoutComments(script);
  const found = new Map<string, unknown>();
  for (const { 0: written, 1: name = '', 2: value = '', index } of source.matchAll(plain))
    if (endsAt(source, index + written.length))
      setOnce(found, name, value === 'true' || value === 'false' ? value === 'true' : unquote(value));
  for (const [, name = '', items = ''] of source.matchAll(list)) setOnce(found, name, strings(items));
  for (const [, name = '', pairs = ''] of source.matchAll(map)) {
    const texts = strings(pairs);
    const entries = texts.flatMap((text, index) => (index % 2 === 0 ? [[text, texts[index + 1] ?? '']] : []));
    setOnce(found, name, Object.fromEntries(entries));
  }
  for (const name of ['srcExclude', 'rewrites'])
    if (found.get(name) === undefined && new RegExp(String.raw`\b${name}['"]?\s*[:(]`).test(source))
      found.set(name, unwritten);
  return Object.fromEntries([...found].filter(([, value]) => value !== undefined));
}

/** Every text that is written after a name, in a call too: `glob({ base: './posts' })`. */
export function readTextsOf(script: string, name: string): string[] {
  const written = new RegExp(String.raw`\b${name}\s*:\s*(${quoted})`, 'g');
  return [...withoutComments(script).matchAll(written)].map(([, text = '']) => unquote(text));
}
