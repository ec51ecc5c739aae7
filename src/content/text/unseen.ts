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

/** What an element has of the attributes that hide or show it. Absent is `undefined`, without a value is empty. */
export interface HidingAttributes {
  readonly hidden?: string | undefined;
  readonly style?: string | undefined;
  readonly open?: string | undefined;
  readonly popover?: string | undefined;
  /** Vue's, as written. */
  readonly condition?: string | undefined;
}

/** @param name in lower case where the language does not tell cases apart */
export function isUnseenName(name: string): boolean {
  return unseenNames.has(name);
}

/** Whether an element that is otherwise shown is hidden by what its author wrote in its tag. */
export function isHidden(name: string, attributes: HidingAttributes): boolean {
  const { hidden, style, open, popover, condition } = attributes;
  // "until-found" is for text that a search shall find; a browser opens it for who comes to it.
  if (hidden !== undefined && hidden.trim().toLowerCase() !== 'until-found') return true;
  if (popover !== undefined || condition?.trim() === 'false') return true;
  if (name === 'dialog' && open === undefined) return true;
  return style !== undefined && hidesByStyle(style);
}

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
