import { isHidden } from './unseen.js';
import { parseParameters } from './visible-words.js';

/** Whether attributes as a tag or a list has them (`hidden style="display:none"`) hide the element that they are of. */
export function hidesByAttributes(attributes: string, name = ''): boolean {
  const parameters = parseParameters(attributes);
  const read = (key: string): string | undefined => {
    const found = parameters.find((parameter) => (parameter.name ?? parameter.value).toLowerCase() === key);
    return found !== undefined && found.name === undefined ? '' : found?.value;
  };
  return isHidden(name, { hidden: read('hidden'), style: read('style') });
}
