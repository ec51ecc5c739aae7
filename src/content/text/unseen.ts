/**
 * Which elements a browser does not show, whatever style sheets say: their names, and the attributes that hide.
 * Classes hide nothing: what a class means is not in the post, and `sr-only` is read aloud.
 * @module
 */

/**
 * `display: none` in the style sheet of the HTML standard, replaced content whose fallback nobody sees, and descriptions
 * and definitions inside of drawings and formulas. `noscript` is shown only to those who turned scripts off.
 */
const unseenNames = new Set(
  (
    'script style template noscript title noembed noframes datalist rp param ' +
    'iframe object video audio canvas applet desc metadata annotation annotation-xml ' +
    'defs symbol clippath'
  ).split(' '),
);

/** Those of Material for MkDocs and of Pagefind for what a reader sees and a search must not find. */
const unsearched = ['data-search-exclude', 'data-pagefind-ignore'] as const;

/** Vue's, whose value is a program: only `false` is known to hide. */
const conditions = ['v-if', 'v-show'] as const;

/** The attributes that hide or show an element. */
export const hidingAttributes = ['hidden', 'style', 'open', 'popover', ...conditions, ...unsearched] as const;

/** What an element has of an attribute. Absent is `undefined`, without a value is empty. */
export type ReadAttribute = (name: (typeof hidingAttributes)[number]) => string | undefined;

/** @param name in lower case where the language does not tell cases apart */
export function isUnseenName(name: string): boolean {
  return unseenNames.has(name);
}

/** Whether an element that is otherwise shown is hidden by what its author wrote in its tag. */
export function isHidden(name: string, read: ReadAttribute): boolean {
  const hidden = read('hidden');
  // "until-found" is for text that a search shall find; a browser opens it for who comes to it.
  if (hidden !== undefined && hidden.trim().toLowerCase() !== 'until-found') return true;
  if (read('popover') !== undefined || isUnsearched(read)) return true;
  if (conditions.some((condition) => read(condition)?.trim() === 'false')) return true;
  if (name === 'dialog' && read('open') === undefined) return true;
  const style = read('style');
  return style !== undefined && hidesByStyle(style);
}

/** Whether an element is one that a search must not find. */
export const isUnsearched = (read: ReadAttribute): boolean =>
  unsearched.some((attribute) => read(attribute) !== undefined);

/** Longer styles are data, not declarations. */
const longestStyle = 10_000;

/** `display: none` or `visibility: hidden`, the last declaration of a property counting. */
function hidesByStyle(style: string): boolean {
  if (!/none|hidden|collapse|\\/i.test(style) || style.length > longestStyle) return false;
  const values = new Map<string, { readonly value: string; readonly important: boolean }>();
  for (const declaration of withoutEscapes(withoutComments(style)).split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const [value = '', ...marks] = declaration
      .slice(colon + 1)
      .toLowerCase()
      .split('!');
    const important = marks.some((mark) => mark.trim() === 'important');
    if (important || values.get(name)?.important !== true)
      values.set(name, { value: value.trim(), important });
  }
  const last = (name: string): string => values.get(name)?.value ?? '';
  return (
    last('display') === 'none' ||
    /^(?:hidden|collapse)$/.test(last('visibility')) ||
    last('content-visibility') === 'hidden'
  );
}

/** `n\6f ne` is `none`. */
const withoutEscapes = (style: string): string =>
  style.replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) =>
    String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
  );

function withoutComments(style: string): string {
  let out = '';
  let at = 0;
  for (let start = style.indexOf('/*'); start >= 0; start = style.indexOf('/*', at)) {
    const end = style.indexOf('*/', start + 2);
    out += style.slice(at, start);
    at = end < 0 ? style.length : end + 2;
  }
  return out + style.slice(at);
}
