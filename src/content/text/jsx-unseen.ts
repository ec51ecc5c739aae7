import type { JsxTag } from './jsx-syntax.js';
import { isHidden, isUnseenName } from './unseen.js';

/** Their content is no Markdown, and stays with its tags. */
const rawText = /^(?:script|style|template)$/;

/** Whether an element and all that it holds is left out: by its name, `hidden`, or a style such as `{{display: 'none'}}`. */
export function isUnseenTag(tag: JsxTag): boolean {
  if (tag.closing || rawText.test(tag.name)) return false;
  if (isUnseenName(tag.name)) return true;
  const read = (name: string): string | undefined => {
    const found = tag.attributes.find((attribute) => attribute.name === name);
    return found?.quoted === false && /^(?:false|null|undefined)$/.test(found.value)
      ? undefined
      : found?.value;
  };
  return isHidden(tag.name, (name) => (name === 'style' ? toDeclarations(read(name)) : read(name)));
}

/** An object of styles as the declarations that it stands for. */
function toDeclarations(style: string | undefined): string | undefined {
  if (!style?.startsWith('{')) return style;
  return style
    .replace(/["'`{}]/g, '')
    .replaceAll(',', ';')
    .replaceAll('contentVisibility', 'content-visibility');
}
