/**
 * Questions that nobody means: none may cost more than so many times what an ordinary one does.
 * @module
 */

import type { Post } from '../../../src/domain/post.js';
import type { SearchEngine } from '../../../src/domain/search.js';
import { createFileSource } from '../../../src/index-store/file-source.js';
import { openAllParts, openIndex } from '../../../src/reader/open-index.js';
import { ask } from '../../contract/subject.js';
import { createRandom } from '../extraction-corpus.js';

/** The dearest may cost so many times the median of ordinary questions. */
const mostTimes = 20;
const hostileCount = 10_000;
const longCount = 300;
const wordsOfLong = 20;
/** What seems too dear is asked again so often: a pause of the machine is no fault of the question. */
const repeats = 4;

type Draw = (random: () => number) => string;

const repeat = (count: number, draw: Draw): Draw => {
  return (random) => Array.from({ length: count }, () => draw(random)).join(' ');
};

const pick =
  (items: readonly string[]): Draw =>
  (random) =>
    items[Math.floor(random() * items.length)] ?? '';

const toKinds = (words: readonly string[]): Readonly<Record<string, Draw>> => {
  const word = pick(words);
  return {
    'one letter': pick([...'abcdefghijklmnopqrstuvwxyz0123456789']),
    '500 words': repeat(500, word),
    '200 numbers': repeat(200, (random) => String(Math.floor(random() * 10_000))),
    '10,000 characters': (random) => word(random).repeat(10_000).slice(0, 10_000),
    'all wildcards': repeat(30, (random) => `${word(random).slice(0, 1 + Math.floor(random() * 2))}*`),
    'deep parentheses': (random) => `${'('.repeat(500)}${word(random)}${')'.repeat(500)}`,
    phrases: repeat(10, (random) => `"${word(random)} ${word(random)} ${word(random)}"`),
    emoji: repeat(100, pick(['😀', '👩‍👩‍👧', '🏳️‍🌈', '🇩🇪', '❤️'])),
    'marks of direction': repeat(50, (random) => `\u202e${word(random)}\u200f\u2067`),
    'lone surrogates': repeat(50, (random) => `\ud83d${word(random)}\udc00`),
  };
};

/** Milliseconds of processor time. */
const timeOf = async (engine: SearchEngine, text: string): Promise<number> => {
  const before = process.cpuUsage();
  await engine.ask(ask(text));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};

const leastOf = async (engine: SearchEngine, text: string, enough: number): Promise<number> => {
  let least = await timeOf(engine, text);
  for (let again = 0; again < repeats && least > enough; again += 1)
    least = Math.min(least, await timeOf(engine, text));
  return least;
};

const row = (name: string, times: readonly number[], median: number): string => {
  const most = Math.max(...times);
  const middle = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  const share = most / median;
  return `| ${name} | ${times.length} | ${middle.toFixed(2)} | ${most.toFixed(2)} | ${share.toFixed(1)} | ${share <= mostTimes ? 'met' : 'missed'} |`;
};

/**
 * @param folder of an index of the posts
 * @param ordinary questions as people ask them
 * @returns a table: processor time in milliseconds, and how many times the median of the ordinary ones the dearest costs
 */
export const measureHostile = async (
  folder: string,
  posts: readonly Post[],
  ordinary: readonly string[],
): Promise<string> => {
  const engine = await openIndex(createFileSource(folder), { openMatcher: openAllParts });
  const random = createRandom(3);
  const words = posts.flatMap(({ title }) => title.match(/[\p{L}\p{N}]+/gu) ?? []);
  for (const text of ordinary) await engine.ask(ask(text));
  const usual: number[] = [];
  for (const text of ordinary) usual.push(await timeOf(engine, text));
  const median = usual.toSorted((a, b) => a - b)[Math.floor(usual.length / 2)] ?? 0;
  const long = repeat(wordsOfLong, pick(words));
  const kinds = Object.entries(toKinds(words));
  const lines = [row('ordinary', usual, median)];
  for (const [name, draw, count] of [
    [`${wordsOfLong} words`, long, longCount] as const,
    ...kinds.map(([name, draw]) => [name, draw, hostileCount / kinds.length] as const),
  ]) {
    const times: number[] = [];
    for (let asked = 0; asked < count; asked += 1)
      times.push(await leastOf(engine, draw(random), mostTimes * median));
    lines.push(row(name, times, median));
  }
  return [
    `| questions | asked | median, ms | dearest, ms | : ordinary | at most ${mostTimes} |`,
    '| --- | --: | --: | --: | --: | --- |',
    ...lines,
    '',
  ].join('\n');
};
