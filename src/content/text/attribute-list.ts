import { isHidden, isUnsearched, type ReadAttribute } from './unseen.js';
import { readTagParameters } from './visible-words.js';

const toReader = (attributes: string): ReadAttribute => {
  const parameters = readTagParameters(attributes);
  return (key) => {
    const found = parameters.find((parameter) => (parameter.name ?? parameter.value).toLowerCase() === key);
    return found !== undefined && found.name === undefined ? '' : found?.value;
  };
};

/** Whether attributes as a tag or a list has them (`hidden style="display:none"`) hide the element that they are of. */
export const hidesByAttributes = (attributes: string, name = ''): boolean =>
  isHidden(name, toReader(attributes));

/** Whether they say that a search must not find it. */
export const excludesFromSearch = (attributes: string): boolean => isUnsearched(toReader(attributes));
