import { operators } from '../../query/operators.js';

/** What stands before the caret and could be completed: the beginning of a name of an operator, or of what its name asks for. */
export interface TypedToken {
  /** The name before the colon, in lower case; absent where it is the name that is being typed. */
  readonly operator?: string;
  /** Without the quote that it begins with, and without a minus. */
  readonly typed: string;
  /** Where what would be replaced begins; it ends at the caret. */
  readonly start: number;
}

const endsToken = (character: string): boolean => /[\s()|"]/.test(character);

/** @returns `undefined` in the middle of a token or of a phrase */
export const findTypedToken = (text: string, caret: number): TypedToken | undefined => {
  if (!endsToken(text.charAt(caret) || ' ')) return undefined;
  const before = text.slice(0, caret);
  const isQuoted = before.split('"').length % 2 === 0;
  let start = isQuoted ? before.lastIndexOf('"') : caret;
  while (start > 0 && !endsToken(before.charAt(start - 1))) start -= 1;
  if (before.charAt(start) === '-') start += 1;
  const colon = before.indexOf(':', start);
  if (colon < 0) return isQuoted ? undefined : { typed: before.slice(start), start };
  const operator = before.slice(start, colon).toLowerCase();
  const value = colon + 1;
  if (!operators.has(operator) || (isQuoted && before.charAt(value) !== '"')) return undefined;
  return { operator, typed: before.slice(isQuoted ? value + 1 : value), start: value };
};
