/**
 * The measurements as a table, and beside the targets.
 * @module
 */
import type { EngineName } from './engine-process.js';
import { type Mode, modes } from './engines/engine.js';
import type { Answers, FirstAnswer } from './measure.js';

export interface Measured extends Answers {
  readonly name: EngineName;
  readonly first: FirstAnswer;
}

const titles: Readonly<Record<EngineName, string>> = {
  lookback: 'Lookback',
  'lookback-server': 'Lookback, hits with snippets',
  minisearch: 'MiniSearch',
  'flexsearch-words': 'FlexSearch, whole words',
  'flexsearch-forward': 'FlexSearch, forward',
  orama: 'Orama',
  sqlite: 'SQLite FTS5 (WASM)',
  nothing: 'node alone',
  other: 'Lookback, the other checkout',
  'other-server': 'the same, hits with snippets',
};

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);
const milliseconds = (time: number | undefined): string =>
  time === undefined ? '–' : time.toFixed(time < 10 ? 2 : 1);

const toRow = ({ name, times, first, hitRate }: Measured): readonly string[] => [
  titles[name],
  ...modes.flatMap((mode) => [milliseconds(times[mode]?.mean), milliseconds(times[mode]?.p99)]),
  first.cpuMilliseconds.toFixed(0),
  first.wallMilliseconds.toFixed(0),
  megabytes(first.rssBytes),
  megabytes(first.heldBytes),
  name === 'nothing' ? '–' : `${(100 * hitRate).toFixed(1)}%`,
];

const heads = [
  'engine',
  'words',
  'p99',
  'prefix',
  'p99',
  'prefix + typos',
  'p99',
  'load, CPU ms',
  'load, ms',
  'RSS, MB',
  'held, MB',
  'hit@10',
];

const toLine = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export const formatTable = (measured: readonly Measured[]): string =>
  [
    toLine(heads),
    toLine(heads.map((_, at) => (at === 0 ? '---' : '--:'))),
    ...measured.map((engine) =>
      toLine(engine.name === 'nothing' ? toRow({ ...engine, times: {} }) : toRow(engine)),
    ),
    '',
  ].join('\n');

/** What the ratio of ours to another's should be at most. */
export const formatTargets = (measured: readonly Measured[]): string => {
  const find = (name: EngineName): Measured => {
    const engine = measured.find((candidate) => candidate.name === name);
    if (engine === undefined) throw new Error(`${name} was not measured`);
    return engine;
  };
  const ours = find('lookback');
  const mini = find('minisearch');
  const flex = find('flexsearch-words');
  const node = find('nothing').first.cpuMilliseconds;
  const ratio = (mode: Mode, key: 'mean' | 'p99', other: Measured): number =>
    (ours.times[mode]?.[key] ?? 0) / (other.times[mode]?.[key] ?? 0);
  const rows: readonly (readonly [string, number, number])[] = [
    ['prefix and typos : MiniSearch', ratio('typos', 'mean', mini), 1 / 8],
    ['prefix and typos, p99 : MiniSearch', ratio('typos', 'p99', mini), 1 / 5],
    ['words alone : FlexSearch', ratio('words', 'mean', flex), 1],
    ['load, CPU : MiniSearch', ours.first.cpuMilliseconds / mini.first.cpuMilliseconds, 1 / 4],
    [
      'the same without the start of node',
      (ours.first.cpuMilliseconds - node) / (mini.first.cpuMilliseconds - node),
      1 / 4,
    ],
    ['memory, RSS : MiniSearch', ours.first.rssBytes / mini.first.rssBytes, 1 / 2],
    ['memory held : MiniSearch', ours.first.heldBytes / mini.first.heldBytes, 1 / 2],
  ];
  return [
    toLine(['ours : other', 'ratio', 'at most', '']),
    toLine(['---', '--:', '--:', '---']),
    ...rows.map(([name, is, most]) =>
      toLine([name, is.toFixed(3), most.toFixed(3), is <= most ? 'met' : 'missed']),
    ),
    '',
  ].join('\n');
};

/** Every figure of ours over that of the other checkout, from the same run. */
export const formatBeside = (measured: readonly Measured[]): string => {
  const find = (name: EngineName): Measured | undefined =>
    measured.find((candidate) => candidate.name === name);
  const pairs = [
    ['match', find('lookback'), find('other')],
    ['hits with snippets', find('lookback-server'), find('other-server')],
  ] as const;
  const rows = pairs.flatMap(([what, ours, theirs]) => {
    if (ours === undefined || theirs === undefined) return [];
    const figures: readonly (readonly [string, number | undefined, number | undefined])[] = [
      ...modes.flatMap((mode) => [
        [mode, ours.times[mode]?.mean, theirs.times[mode]?.mean] as const,
        [`${mode}, p99`, ours.times[mode]?.p99, theirs.times[mode]?.p99] as const,
      ]),
      ['load, CPU', ours.first.cpuMilliseconds, theirs.first.cpuMilliseconds],
      ['memory, RSS', ours.first.rssBytes, theirs.first.rssBytes],
      ['memory held', ours.first.heldBytes, theirs.first.heldBytes],
    ];
    return figures.flatMap(([name, is, was]) =>
      is === undefined || was === undefined ? [] : [toLine([`${what}: ${name}`, (is / was).toFixed(3)])],
    );
  });
  return [toLine(['ours : the other checkout', 'ratio']), toLine(['---', '--:']), ...rows, ''].join('\n');
};
