import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { settingsSchema } from '../../src/config/settings.js';
import { createCommandLine } from './command-line.js';

const { run } = await createCommandLine();
const { out: script } = await run(['completion', 'bash']);

/** What bash offers for the last of some words, by the script alone. */
const complete = async (...words: readonly string[]): Promise<readonly string[]> => {
  const program = `${script}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _lookback; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = await promisify(execFile)('bash', ['-c', program, 'bash', 'lookback', ...words]);
  return stdout.split('\n').filter((line) => line !== '');
};

const hasBash = await promisify(execFile)('bash', ['--version']).then(
  () => true,
  () => false,
);

describe.skipIf(!hasBash)('completion in bash', () => {
  test('commands by their beginning', async () => {
    expect(await complete('se')).toEqual(['serve', 'search']);
    expect(await complete('')).toContain('build');
  });

  test('flags of the command, those of its settings too', async () => {
    expect(await complete('build', '--m')).toEqual(expect.arrayContaining(['--max-post-bytes']));
    expect(await complete('search', '--li')).toEqual(['--limit']);
    expect(await complete('serve', '--tag')).toEqual([]);
  });

  test('values of flags that have few', async () => {
    expect(await complete('build', '--generator', 'hu')).toEqual(['hugo']);
    expect(await complete('serve', '--engine', '')).toEqual(settingsSchema.shape.engine.unwrap().options);
    // A file: bash goes on by itself.
    expect(await complete('build', '--out', 'x')).toEqual([]);
  });
});

test('every shell gets every command', async () => {
  const { out } = await run(['--help']);
  const names = [...out.matchAll(/^ {2}([a-z-]+) .*\S$/gm)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(6);
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { out: printed, code } = await run(['completion', shell]);
    expect(code).toBe(0);
    for (const name of names.filter((known) => known !== 'help')) expect(printed).toContain(name);
  }
  expect((await run(['completion', 'tcsh'])).code).toBe(1);
});
