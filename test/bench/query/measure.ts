/**
 * What is measured of one engine, in a process of its own: nothing but this engine is loaded, and its memory is its own.
 * @module
 */
import { mkdir, readFile } from 'node:fs/promises';
import type { Post } from '../../../src/domain/post.js';
import { type Ask, type Engine, type Mode, modes } from './engines/engine.js';
import type { KnownItem, Questions } from './queries.js';

/** Processor time a question, in milliseconds. */
export interface Times {
  readonly mean: number;
  readonly p99: number;
}

/** From the start of the process to its first answer. */
export interface FirstAnswer {
  readonly cpuMilliseconds: number;
  readonly wallMilliseconds: number;
  /** After garbage was collected. */
  readonly rssBytes: number;
  /** Heap, and memory outside of it that JavaScript objects hold. */
  readonly heldBytes: number;
}

export interface Answers {
  readonly times: Partial<Record<Mode, Times>>;
  /** Part of the known items that are among the ten. */
  readonly hitRate: number;
}

/** A mode of a slow engine is not asked all over again once it took so long. */
const roundsFor = 20_000;
const maxRounds = 3;

const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1_000;

const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The median of some rounds for each question, so that garbage collection is not taken for a slow question. */
export const timeQuestions = async (ask: Ask, questions: readonly string[]): Promise<Times> => {
  const started = performance.now();
  for (const text of questions) await ask(text);
  const rounds: number[][] = questions.map(() => []);
  for (let round = 0; round < maxRounds; round += 1) {
    if (round > 0 && performance.now() - started > roundsFor) break;
    for (const [at, text] of questions.entries()) {
      const before = process.cpuUsage();
      await ask(text);
      rounds[at]?.push(milliseconds(process.cpuUsage(before)));
    }
  }
  const times = rounds.map(medianOf).sort((a, b) => a - b);
  return {
    mean: times.reduce((sum, time) => sum + time, 0) / times.length,
    p99: times[Math.ceil(times.length * 0.99) - 1] ?? 0,
  };
};

const hitRateOf = async (ask: Ask, known: readonly KnownItem[]): Promise<number> => {
  let found = 0;
  for (const { text, ids } of known) {
    const hits = await ask(text);
    if (ids.some((id) => hits.includes(id))) found += 1;
  }
  return found / known.length;
};

/** The mode that comes nearest to what a search box does. */
const most = (opened: Partial<Record<Mode, Ask>>): Ask => {
  const ask = opened.typos ?? opened.prefix ?? opened.words;
  if (ask === undefined) throw new Error('The engine answers nothing.');
  return ask;
};

const firstAnswer = async (engine: Engine, folder: string, text: string): Promise<FirstAnswer> => {
  const opened = await engine.open(folder);
  await most(opened)(text);
  const cpuMilliseconds = milliseconds(process.cpuUsage());
  const wallMilliseconds = performance.now();
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  // Asked again, so that the index is in use until here.
  await most(opened)(text);
  return { cpuMilliseconds, wallMilliseconds, rssBytes: rss, heldBytes: heapUsed + external };
};

const answers = async (engine: Engine, folder: string, questions: Questions): Promise<Answers> => {
  const opened = await engine.open(folder);
  const times: Partial<Record<Mode, Times>> = {};
  for (const mode of modes) {
    const ask = opened[mode];
    if (ask) times[mode] = await timeQuestions(ask, questions[mode]);
  }
  return { times, hitRate: await hitRateOf(most(opened), questions.known) };
};

const readJson = async <Value>(file: string): Promise<Value> => JSON.parse(await readFile(file, 'utf8'));

/**
 * What the process was asked for on its command line; the result goes to standard output.
 * @public imported by the program that `engine-process.ts` writes
 */
export const runEngine = async (engine: Engine): Promise<void> => {
  const [task, folder = '', input = ''] = process.argv.slice(2);
  const report = (value: unknown): boolean => process.stdout.write(`${JSON.stringify(value)}\n`);
  if (task === 'build') {
    await mkdir(folder, { recursive: true });
    await engine.build(await readJson<readonly Post[]>(input), folder);
  } else if (task === 'first') report(await firstAnswer(engine, folder, input));
  else if (task === 'answers') report(await answers(engine, folder, await readJson<Questions>(input)));
  else throw new Error(`unknown task ${task}`);
};
