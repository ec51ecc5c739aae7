/**
 * Path patterns of configurations: `posts/*`, `internal/**`, `{a,b}/x`, `[0-9]*`. They are matched by steps and not
 * made into regular expressions: what a configuration asks of a path takes its length times that of the pattern.
 * @module
 */

export interface Glob {
  test(path: string): boolean;
}

/**
 * `gobwas` is Hugo's: a pattern starts as the path does, and the folders of `**` before a `/` are never none. For all
 * others a `/` at the start means nothing.
 */
type Dialect = 'common' | 'gobwas';

/** One step of a pattern: a character it accepts, as often as there is one if it repeats. */
interface Step {
  readonly accepts: (char: string) => boolean;
  readonly repeats: boolean;
  /** How many steps may be left out from here on. */
  readonly skips: readonly number[];
}

const maxLength = 2000;
const maxAlternatives = 200;

const anything = (): boolean => true;
const nothing = (): boolean => false;
const isInName = (char: string): boolean => char !== '/';
const once = (accepts: Step['accepts']): Step => ({ accepts, repeats: false, skips: [] });

/** Where the bracket that opens at `start` closes; -1 if it does not. */
const findClosing = (pattern: string, start: number, open: string, close: string): number => {
  let depth = 0;
  for (let at = start; at < pattern.length; at += 1) {
    const char = pattern[at];
    if (char === '\\') at += 1;
    else if (char === open) depth += 1;
    else if (char === close && --depth === 0) return at;
  }
  return -1;
};

/** The parts between the outermost commas. */
const splitAtCommas = (list: string): string[] => {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0, depth = 0; at <= list.length; at += 1) {
    const char = list[at];
    if (char === '\\') at += 1;
    else if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    else if (at === list.length || (char === ',' && depth === 0)) {
      parts.push(list.slice(start, at));
      start = at + 1;
    }
  }
  return parts;
};

/** `{a,b}/x` is `a/x` and `b/x`. */
const expandBraces = (pattern: string): string[] => {
  const pending = [pattern];
  const expanded: string[] = [];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const open = next.indexOf('{');
    const close = open === -1 ? -1 : findClosing(next, open, '{', '}');
    if (close === -1 || pending.length + expanded.length > maxAlternatives) expanded.push(next);
    else
      for (const part of splitAtCommas(next.slice(open + 1, close)))
        pending.push(`${next.slice(0, open)}${part}${next.slice(close + 1)}`);
  }
  return expanded;
};

/** `[a-c_]` and `[!a]`. */
const toClass = (written: string): Step => {
  const isNegated = /^[!^]/.test(written);
  const members = [...(isNegated ? written.slice(1) : written)];
  const ranges: (readonly [string, string])[] = [];
  for (let at = 0; at < members.length; at += 1) {
    const from = members[at] ?? '';
    const isRange = members[at + 1] === '-' && members[at + 2] !== undefined;
    ranges.push([from, isRange ? (members[at + 2] ?? from) : from]);
    if (isRange) at += 2;
  }
  return once(
    (char) => char !== '/' && isNegated !== ranges.some(([from, to]) => char >= from && char <= to),
  );
};

const toSteps = (pattern: string, dialect: Dialect): Step[] => {
  const steps: Step[] = [];
  const chars = [...pattern];
  for (let at = 0; at < chars.length; at += 1) {
    const char = chars[at] ?? '';
    if (char === '*') {
      const isDeep = chars[at + 1] === '*';
      const isFolder = isDeep && chars[at + 2] === '/' && (at === 0 || chars[at - 1] === '/');
      // The folders may be none: both they and the slash behind them are left out, but only before the first of them.
      if (isFolder && dialect === 'common') steps.push({ accepts: nothing, repeats: false, skips: [1, 3] });
      steps.push({ accepts: isDeep ? anything : isInName, repeats: true, skips: [1] });
      if (isDeep) at += 1;
    } else if (char === '?') steps.push(once(isInName));
    else if (char === '[' && chars.indexOf(']', at + 2) !== -1) {
      const close = chars.indexOf(']', at + 2);
      steps.push(toClass(chars.slice(at + 1, close).join('')));
      at = close;
    } else {
      if (char === '\\' && at + 1 < chars.length) at += 1;
      const literal = chars[at];
      steps.push(once((other) => other === literal));
    }
  }
  return steps;
};

const matches = (steps: readonly Step[], path: string): boolean => {
  /** The steps that may come next; what may be left out is left out at once. */
  const enter = (states: Set<number>, state: number): void => {
    if (states.has(state)) return;
    states.add(state);
    for (const skip of steps[state]?.skips ?? []) enter(states, state + skip);
  };
  let states = new Set<number>();
  enter(states, 0);
  for (const char of path) {
    const next = new Set<number>();
    for (const state of states) {
      const step = steps[state];
      if (step?.accepts(char)) enter(next, step.repeats ? state : state + 1);
    }
    if (next.size === 0) return false;
    states = next;
  }
  return states.has(steps.length);
};

/** `*` stays within a name, `**` does not. A pattern that is no glob matches itself. */
export function toGlob(pattern: string, dialect: Dialect = 'common'): Glob {
  const bounded = pattern.slice(0, maxLength);
  const plain = dialect === 'common' ? bounded.replace(/^\.?\//, '') : bounded;
  const alternatives = expandBraces(plain).map((alternative) => toSteps(alternative, dialect));
  return { test: (path) => alternatives.some((steps) => matches(steps, path)) };
}
