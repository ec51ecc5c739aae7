/**
 * Notes every regular expression that is made while the program runs, and the source file that made it.
 * @module
 */
import type { Expression } from './find-expressions.js';

const callerInSources = /\/src\/([\w./-]+\.ts)\D*(\d+:\d+)/;

export interface MadeExpression extends Expression {
  /** Line and column of the call, in what runs: the same for all that one call makes. */
  readonly place: string;
}

/** @returns all that are made from now on by files of `src`, until `stop` is called */
export const recordExpressions = (): { readonly made: readonly MadeExpression[]; stop(): void } => {
  const made: MadeExpression[] = [];
  const original = globalThis.RegExp;
  const note = (expression: RegExp): RegExp => {
    const lines = new Error('who calls').stack?.split('\n') ?? [];
    const caller = lines.find((line) => !line.includes('record-expressions'));
    // The second line is the caller; libraries make expressions too.
    const [, file, place = ''] = callerInSources.exec(lines[3] ?? caller ?? '') ?? [];
    if (file !== undefined) made.push({ file, place, source: expression.source, flags: expression.flags });
    return expression;
  };
  globalThis.RegExp = new Proxy(original, {
    construct: (target, words) => note(Reflect.construct(target, words)),
    apply: (target, self, words) => note(Reflect.apply(target, self, words)),
  });
  // A text in place of an expression becomes one, without a call of `RegExp`.
  const { match, matchAll, search } = String.prototype;
  const ofText = <Result>(method: (this: string, what: RegExp) => Result) =>
    function (this: string, what: RegExp | string): Result {
      return method.call(this, typeof what === 'string' ? note(new original(what)) : what);
    };
  Object.assign(String.prototype, {
    match: ofText(match),
    matchAll: ofText(matchAll),
    search: ofText(search),
  });
  return {
    made,
    stop: () => {
      globalThis.RegExp = original;
      Object.assign(String.prototype, { match, matchAll, search });
    },
  };
};
