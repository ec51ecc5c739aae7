import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import type { Expression } from './find-expressions.js';

type Written = Pick<Expression, 'source' | 'flags'>;

/** The same verdict on a slow machine: what is counted is characters that are read, never time. */
const options = {
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  attackLimit: 100_000_000,
  maxAttackStringSize: 100_000,
};

/** What is wrong with an expression; nothing if its time is linear whatever it is given. */
export const problemOf = ({ source, flags }: Written): string | undefined => {
  const verdict = checkSync(source, flags, options);
  if (verdict.status === 'safe') return undefined;
  return verdict.status === 'unknown'
    ? `cannot be decided (${verdict.error.kind}): write it so that it can`
    : `is ${verdict.complexity.summary}, with ${verdict.attack.pattern}`;
};

export const toKey = ({ source, flags }: Written): string => `/${source}/${flags}`;

/** One expression a line that was found to be linear: to check them all takes a minute. `run.ts` writes it. */
export const safeFile = join(import.meta.dirname, 'safe.txt');

export const readSafe = (): ReadonlySet<string> => new Set(readFileSync(safeFile, 'utf8').split('\n'));
