import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../src/cli/program.js';
import { settingNames, settingsSchema } from '../src/config/index.js';
import { errorCatalogue } from '../src/domain/errors.js';
import { skipReasons } from '../src/domain/skip.js';
import { queryLanguage } from '../src/query/language.js';
import { parameterNames } from '../src/query/parameter-names.js';

const root = resolve(import.meta.dirname, '..');
const readme = readFileSync(resolve(root, 'README.md'), 'utf8');

/** The rows of the tables below a heading, as cells. */
const rowsBelow = (heading: string): readonly (readonly string[])[] => {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
};

const nameOf = (cell: string | undefined): string => /`([^`]+)`/.exec(cell ?? '')?.[1] ?? '';

describe('the README', () => {
  test('has its parts in order', () => {
    const headings = [...readme.matchAll(/^## (.+)$/gm)].map((match) => match[1]);
    expect(headings).toEqual([
      'What',
      'When not',
      'Install',
      'Use',
      'API',
      'Configuration',
      'Errors',
      'Contribute',
    ]);
  });

  test('names every parameter of a search, and no other', () => {
    const section = readme.split('\n### HTTP\n')[1]?.split('\n### ')[0] ?? '';
    const named = [...section.matchAll(/^\| ((?:`[\w-]+`(?:, )?)+) \|/gm)].flatMap(([, names = '']) =>
      [...names.matchAll(/[\w-]+/g)].map(([name]) => name),
    );
    expect(named).toEqual(parameterNames);
  });

  test('names every error with its hint, and no other', () => {
    const rows = rowsBelow('Errors').filter(([code]) => nameOf(code) in errorCatalogue);
    expect(Object.fromEntries(rows.map(([code, hint]) => [nameOf(code), hint]))).toEqual(errorCatalogue);
  });

  test('names every reason for a skip, and no other, and says which are failures', () => {
    const rows = rowsBelow('Errors').filter(([code]) => !(nameOf(code) in errorCatalogue));
    expect(rows.map(([reason]) => nameOf(reason)).sort()).toEqual(Object.keys(skipReasons).sort());
    for (const [reason] of rows) {
      const isFailure = Object.entries(skipReasons).some(
        ([name, kind]) => name === nameOf(reason) && kind === 'failure',
      );
      expect(reason?.includes('†'), reason).toBe(isFailure);
    }
  });

  test('names every setting with its meaning and default, and no other', () => {
    const rows = rowsBelow('Configuration');
    expect(rows.map(([name]) => nameOf(name))).toEqual(settingNames);
    const defaults = settingsSchema.parse({});
    for (const [name = '', meaning, shown] of rows) {
      const setting = settingNames.find((known) => known === nameOf(name));
      expect(meaning).toBe(setting && settingsSchema.shape[setting].description);
      const value = setting && defaults[setting];
      expect(shown, name).toBe(value === undefined ? '' : `\`${value}\``);
    }
  });

  test('shows the language of questions as the page and the command do', () => {
    const section = readme.split('\n### Query language\n')[1]?.split('\n### ')[0] ?? '';
    const rows = [...section.matchAll(/^\| (`.*) \|$/gm)].map(([, row]) => row);
    const quote = (example: string): string => `\`${example}\``;
    expect(rows).toEqual(
      queryLanguage.map(({ example, meaning, also = [] }) =>
        [quote(example), meaning, also.map(quote).join(', ')].join(' | '),
      ),
    );
  });

  test('names no error that nothing throws', () => {
    const source = readdirSync(resolve(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && file !== join('domain', 'errors.ts'))
      .map((file) => readFileSync(resolve(root, 'src', file), 'utf8'));
    const unused = Object.keys(errorCatalogue).filter(
      (code) => !source.some((text) => text.includes(`'${code}'`)),
    );
    expect(unused).toEqual([]);
  });

  test.each(
    [...readme.matchAll(/```console\n\$ lookback ([^\n]+)\n([\s\S]*?)```/g)].map(([, command, output]) => [
      command,
      output,
    ]),
  )('lookback %s prints what it says', async (command = '', output = '') => {
    let printed = '';
    const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
    const isBuild = words[0] === 'build';
    await runCommand(
      isBuild ? [...words.slice(0, 2), '--out', 'node_modules/.cache/lookback-readme'] : words,
      {
        in: Readable.from([]),
        out: { write: (text) => (printed += text) },
        err: { write: () => undefined },
        outIsTerminal: false,
        errIsTerminal: false,
        open: async () => undefined,
        folder: root,
        environment: {},
      },
    );
    const withoutTime = (text: string): string => text.replace(/^seconds .*$/m, 'seconds');
    expect(withoutTime(printed)).toBe(withoutTime(output));
  });
});
