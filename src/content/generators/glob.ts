/**
 * Path patterns of configurations: `posts/*`, `internal/**`, `{a,b}/x`, `[0-9]*`, in the dialects of the generators. They
 * are matched by steps and not made into regular expressions: what a configuration asks of a path takes its length times
 * that of the pattern.
 * @module
 */

export interface Glob {
  test(path: string): boolean;
}

interface GlobDialect {
  /** `*`, `?` and sets take slashes too. */
  readonly takesSlashes: boolean;
  /** `{a,b}` is a choice. */
  readonly hasBraces: boolean;
  /** A backslash takes the next character as it is. */
  readonly hasEscapes: boolean;
  /** A `/` or `./` at the start means nothing. */
  readonly isRelative: boolean;
  /** `**` and a slash stand for no folder too. */
  readonly folderMayBeNone: boolean;
}

const common: GlobDialect = {
  takesSlashes: false,
  hasBraces: true,
  hasEscapes: true,
  isRelative: true,
  folderMayBeNone: true,
};
const fnmatch: GlobDialect = {
  takesSlashes: true,
  hasBraces: false,
  hasEscapes: true,
  isRelative: false,
  folderMayBeNone: false,
};

const dialects = {
  common,
  /** Hugo's: a pattern starts as the path does. */
  gobwas: { ...common, isRelative: false, folderMayBeNone: false },
  /** The C library's, and Ruby's `File.fnmatch`. */
  fnmatch,
  /** Python's `fnmatch`. */
  'python-fnmatch': { ...fnmatch, hasEscapes: false },
} as const satisfies Record<string, GlobDialect>;

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
const toSet = (written: string, { takesSlashes }: GlobDialect): Step => {
  const isNegated = /^[!^]/.test(written);
  const members = [...(isNegated ? written.slice(1) : written)];
  const ranges: (readonly [string, string])[] = [];
  for (let at = 0; at < members.length; at += 1) {
    const from = members[at] ?? '';
    const isRange = members[at + 1] === '-' && members[at + 2] !== undefined;
    ranges.push([from, isRange ? (members[at + 2] ?? from) : from]);
    if (isRange) at += 2;
  }
  const isMember = (char: string): boolean => ranges.some(([from, to]) => char >= from && char <= to);
  return once((char) => (takesSlashes || char !== '/') && isNegated !== isMember(char));
};

/** Where the set that opens at `start` closes; -1 if it does not. A bracket right behind the opening one is a member. */
const findSetEnd = (chars: readonly string[], start: number): number =>
  chars.indexOf(']', /[!^]/.test(chars[start + 1] ?? '') ? start + 3 : start + 2);

const toSteps = (pattern: string, dialect: GlobDialect): Step[] => {
  const inName = dialect.takesSlashes ? anything : isInName;
  const steps: Step[] = [];
  const chars = [...pattern];
  for (let at = 0; at < chars.length; at += 1) {
    const char = chars[at] ?? '';
    const setEnd = char === '[' ? findSetEnd(chars, at) : -1;
    if (char === '*') {
      const isDeep = chars[at + 1] === '*';
      const isFolder = isDeep && chars[at + 2] === '/' && (at === 0 || chars[at - 1] === '/');
      // The folders may be none: both they and the slash behind them are left out, but only before the first of them.
      if (isFolder && dialect.folderMayBeNone)
        steps.push({ accepts: nothing, repeats: false, skips: [1, 3] });
      steps.push({ accepts: isDeep ? anything : inName, repeats: true, skips: [1] });
      if (isDeep) at += 1;
    } else if (char === '?') steps.push(once(inName));
    else if (setEnd !== -1) {
      steps.push(toSet(chars.slice(at + 1, setEnd).join(''), dialect));
      at = setEnd;
    } else {
      if (char === '\\' && dialect.hasEscapes && at + 1 < chars.length) at += 1;
      const literal = chars[at];
      steps.push(once((other) => other === literal));
    }
  }
  return steps;
};

const matches = (steps: readonly Step[], path: string): boolean => {
  /** For each step, the last character of the path before which it was reached. */
  const reached = new Int32Array(steps.length + 1).fill(-1);
  let states: number[] = [];
  /** What may be left out is left out at once. */
  const enter = (state: number, at: number, entered: number[]): void => {
    if (reached[state] === at) return;
    reached[state] = at;
    entered.push(state);
    for (const skip of steps[state]?.skips ?? []) enter(state + skip, at, entered);
  };
  enter(0, 0, states);
  let at = 0;
  for (const char of path) {
    at += 1;
    const next: number[] = [];
    for (const state of states) {
      const step = steps[state];
      if (step?.accepts(char)) enter(step.repeats ? state : state + 1, at, next);
    }
    if (next.length === 0) return false;
    states = next;
  }
  return states.includes(steps.length);
};

/** In the common dialect `*` stays within a name, `**` does not. A pattern that is no glob matches itself. */
export function toGlob(pattern: string, dialectName: keyof typeof dialects = 'common'): Glob {
  const dialect = dialects[dialectName];
  const bounded = pattern.slice(0, maxLength);
  const plain = dialect.isRelative ? bounded.replace(/^\.?\//, '') : bounded;
  const alternatives = dialect.hasBraces ? expandBraces(plain) : [plain];
  const steps = alternatives.map((alternative) => toSteps(alternative, dialect));
  return { test: (path) => steps.some((wanted) => matches(wanted, path)) };
}
