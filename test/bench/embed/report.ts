/**
 * The measurements of an embed as tables, and beside the targets.
 * @module
 */
import type { Answered } from './compressing-server.js';
import type { Deployed } from './contenders.js';
import type { Asked } from './visit.js';

export interface EmbedMeasured {
  readonly name: string;
  /** First questions, each of a visitor of its own. */
  readonly first: readonly Asked[];
  /** Further questions of one visitor. */
  readonly later: readonly Asked[];
  /** First questions on a slow network. */
  readonly slow: readonly Asked[];
  /** The same of a page that has loaded beforehand what it can. */
  readonly preloaded: readonly Asked[];
  readonly deployed: Deployed;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const sumOf = (answered: readonly Answered[], key: 'bodyBytes' | 'headerBytes'): number =>
  answered.reduce((sum, answer) => sum + answer[key], 0);
const bodyBytes = (asked: readonly Asked[]): number =>
  mean(asked.map(({ answered }) => sumOf(answered, 'bodyBytes')));
const headerBytes = (asked: readonly Asked[]): number =>
  mean(asked.map(({ answered }) => sumOf(answered, 'headerBytes')));
/** Until the first result. */
const timeOf = (asked: readonly Asked[]): number => median(asked.map(({ firstMs }) => firstMs));
const requests = (asked: readonly Asked[]): number => mean(asked.map(({ answered }) => answered.length));

const kilobytes = (bytes: number): string => (bytes / 1_000).toFixed(1);
const toLine = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const heads = [
  'library',
  'first: kB',
  'requests',
  'headers kB',
  'later: kB',
  'requests',
  'slow 4G: first result, s',
  'preloaded, s',
  'deployed MB',
  'at best MB',
  'files',
];

export const formatEmbedTable = (measured: readonly EmbedMeasured[]): string =>
  [
    toLine(heads),
    toLine(heads.map((_, at) => (at === 0 ? '---' : '--:'))),
    ...measured.map(({ name, first, later, slow, preloaded, deployed }) =>
      toLine([
        name,
        kilobytes(bodyBytes(first)),
        requests(first).toFixed(1),
        kilobytes(headerBytes(first)),
        kilobytes(bodyBytes(later)),
        requests(later).toFixed(1),
        (timeOf(slow) / 1_000).toFixed(2),
        (timeOf(preloaded) / 1_000).toFixed(2),
        (deployed.bytes / 1e6).toFixed(2),
        (deployed.bestBytes / 1e6).toFixed(2),
        String(deployed.files),
      ]),
    ),
    '',
  ].join('\n');

/** @param library gzipped size of ours, in bytes */
export const formatEmbedTargets = (measured: readonly EmbedMeasured[], library: number): string => {
  const [ours, theirs] = measured;
  if (ours === undefined || theirs === undefined) throw new Error('two libraries are compared');
  const rows: readonly (readonly [string, number, number])[] = [
    ['first question, bytes', bodyBytes(ours.first) / bodyBytes(theirs.first), 0.35],
    ['first question, requests', requests(ours.first) / requests(theirs.first), 1],
    ['later questions, bytes', bodyBytes(ours.later) / bodyBytes(theirs.later), 0.5],
    ['slow 4G, time to the first result', timeOf(ours.slow) / timeOf(theirs.slow), 0.55],
    ['the same, preloaded', timeOf(ours.preloaded) / timeOf(theirs.slow), 0.35],
    ['deployed, as served', ours.deployed.bytes / theirs.deployed.bytes, 0.75],
    ['files', ours.deployed.files / theirs.deployed.files, 1],
    ['library, gzip, of 25 kB', library / 25_000, 1],
  ];
  return [
    toLine(['Lookback : Pagefind', 'ratio', 'at most', '']),
    toLine(['---', '--:', '--:', '---']),
    ...rows.map(([name, is, most]) =>
      toLine([name, is.toFixed(2), most.toFixed(2), is <= most ? 'met' : 'missed']),
    ),
    '',
  ].join('\n');
};

/** What kind of file a path is. */
const kindOf = (path: string): string => {
  if (/\/posts\//.test(path)) return 'packs';
  const name = path.split('/').at(-1) ?? '';
  if (name.endsWith('.js')) return 'script';
  return /^[a-z]+/.exec(name)?.[0] ?? name;
};
const pagefindKind = (path: string): string => {
  const kind = /\.(pf_fragment|pf_index|pf_meta|pf_filter|js|json|pagefind)$/.exec(path)?.[1] ?? 'other';
  return kind === 'js' ? 'script' : kind;
};

const breakDown = (asked: readonly Asked[], toKind: (path: string) => string): string => {
  const kinds = new Map<string, { bytes: number; files: number }>();
  for (const { path, bodyBytes } of asked.flatMap(({ answered }) => answered)) {
    const kind = kinds.get(toKind(path)) ?? { bytes: 0, files: 0 };
    kinds.set(toKind(path), { bytes: kind.bytes + bodyBytes, files: kind.files + 1 });
  }
  return [...kinds]
    .sort(([, a], [, b]) => b.bytes - a.bytes)
    .map(
      ([kind, { bytes, files }]) =>
        `${kind} ${kilobytes(bytes / asked.length)} kB in ${(files / asked.length).toFixed(1)}`,
    )
    .join(', ');
};

/** Which files the bytes of a question are, a mean. */
export const formatBreakdown = (measured: readonly EmbedMeasured[]): string =>
  measured
    .flatMap(({ name, first, later }) => {
      const toKind = name === 'Pagefind' ? pagefindKind : kindOf;
      return [
        `- ${name}, first: ${breakDown(first, toKind)}`,
        `- ${name}, later: ${breakDown(later, toKind)}`,
      ];
    })
    .join('\n');
