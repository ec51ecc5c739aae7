import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/index.js';
import { readSynonymsFile } from '../../src/config/synonyms-file.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lookback-synonyms-'));
});

const read = async (text: string) => {
  const file = join(folder, 'words.txt');
  await writeFile(file, text);
  return readSynonymsFile(file);
};

describe('a file of synonyms', () => {
  test('says words both ways, one way, several, and for one language', async () => {
    const text = [
      '\ufeff# ours',
      'k8s = kubernetes   # both ways',
      '',
      'js > java script',
      'C# = c sharp = csharp',
      '[pt-BR]',
      'fila > bicha\r',
      '[*]',
      'a > b',
    ];
    expect(await read(text.join('\n'))).toEqual([
      { from: 'k8s', to: 'kubernetes' },
      { from: 'kubernetes', to: 'k8s' },
      { from: 'js', to: 'java script' },
      ...['c sharp', 'csharp'].map((to) => ({ from: 'C#', to })),
      ...['C#', 'csharp'].map((to) => ({ from: 'c sharp', to })),
      ...['C#', 'c sharp'].map((to) => ({ from: 'csharp', to })),
      { from: 'fila', to: 'bicha', language: 'pt-BR' },
      { from: 'a', to: 'b' },
    ]);
    expect(await read('')).toEqual([]);
  });

  test('names every line that is wrong', async () => {
    const text = [
      'good = fine',
      'lonely',
      'a = b > c',
      'a > b > c',
      '? = word',
      ' = word',
      '[no language]',
      'x'.repeat(101).concat(' = y'),
    ];
    const error = await read(text.join('\n')).catch((thrown: unknown) => thrown);
    const file = join(folder, 'words.txt');
    expect(error).toMatchObject({
      code: 'synonyms-invalid',
      file,
      line: 2,
      problems: [
        `${file}:2 has neither = nor >`,
        `${file}:3 has both = and >`,
        `${file}:4 has more than one >`,
        `${file}:5 has a side without a word`,
        `${file}:6 has a side without a word`,
        `${file}:7 has neither = nor >`,
        `${file}:8 has more than 100 characters`,
      ],
    });
  });

  test('has so many lines and no more', async () => {
    expect(await read('a = b\n'.repeat(999))).toHaveLength(2 * 999);
    await expect(read('a = b\n'.repeat(1_001))).rejects.toMatchObject({ line: 1_001 });
  });

  test('is looked for beside the configuration, or where it is named', async () => {
    expect((await loadConfig({ folder })).synonymsFile).toBeUndefined();
    await writeFile(join(folder, 'lookback.synonyms.txt'), 'a = b');
    expect((await loadConfig({ folder })).synonymsFile).toBe(join(folder, 'lookback.synonyms.txt'));
    await mkdir(join(folder, 'other'));
    await writeFile(join(folder, 'other', 'config.json'), '{}');
    await writeFile(join(folder, 'other', 'lookback.synonyms.txt'), 'c = d');
    expect((await loadConfig({ folder, file: 'other/config.json' })).synonymsFile).toBe(
      join(folder, 'other', 'lookback.synonyms.txt'),
    );
    expect((await loadConfig({ folder, flags: { synonymsFile: 'mine.txt' } })).synonymsFile).toBe(
      join(folder, 'mine.txt'),
    );
  });

  test('that is named and not there, or no file, is an error', async () => {
    for (const file of [join(folder, 'missing.txt'), folder])
      await expect(readSynonymsFile(file)).rejects.toMatchObject({ code: 'config-unreadable', file });
  });
});
