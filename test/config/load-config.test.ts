import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/index.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lookback-config-'));
});

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);

describe('where settings come from', () => {
  test('defaults, when nothing is said', async () => {
    expect(await loadConfig({ folder })).toMatchObject({
      posts: 'posts',
      index: 'index',
      generator: 'auto',
      port: 3000,
    });
  });

  test.each([
    ['lookback.config.json', '{"title": "Mine"}'],
    ['lookback.config.js', 'module.exports = {title: "Mine"};'],
    ['lookback.config.mjs', 'export default {title: "Mine"};'],
    ['lookback.config.ts', 'const title: string = "Mine";\nexport default { title };'],
    ['package.json', '{"lookback": {"title": "Mine"}}'],
  ])('%s', async (name, text) => {
    await write(name, text);
    expect((await loadConfig({ folder })).title).toBe('Mine');
  });

  test('a package.json without our key is no configuration', async () => {
    await write('package.json', '{"name": "blog"}');
    expect((await loadConfig({ folder })).title).toBe('Search');
  });

  test('flags win over the environment, the environment over the file', async () => {
    await write('lookback.config.json', '{"title": "file", "port": 1, "host": "file"}');
    const environment = { LOOKBACK_TITLE: 'environment', LOOKBACK_PORT: '2' };
    expect(await loadConfig({ folder, environment, flags: { title: 'flag' } })).toMatchObject({
      title: 'flag',
      port: 2,
      host: 'file',
    });
  });

  test('a list may be written as one text with commas', async () => {
    const environment = { LOOKBACK_SHOW: 'visibility=members, status=sent' };
    const show = ['visibility=members', 'status=sent'];
    expect((await loadConfig({ folder, environment })).show).toEqual(show);
    await write('lookback.config.json', JSON.stringify({ show }));
    expect((await loadConfig({ folder })).show).toEqual(show);
    expect((await loadConfig({ folder, flags: { show: '' } })).show).toEqual([]);
  });

  test('the result cannot be changed', async () => {
    expect(Object.isFrozen(await loadConfig({ folder }))).toBe(true);
  });
});

describe('what is wrong', () => {
  test('all problems are in one message, each with its origin', async () => {
    await write('lookback.config.json', '{"generator": "jekyl", "colour": "red"}');
    const loading = loadConfig({
      folder,
      environment: { LOOKBACK_PORT: '99999' },
      flags: { timeZone: 'Mars' },
    });
    await expect(loading).rejects.toMatchObject({ code: 'config-invalid' });
    const message = await loading.catch((error: Error) => error.message);
    expect(message).toMatch(/generator \(.*lookback\.config\.json\)/);
    expect(message).toMatch(/colour \(.*lookback\.config\.json\): is no setting/);
    expect(message).toMatch(/port \(LOOKBACK_PORT\)/);
    expect(message).toMatch(/timeZone \(flag\): must be an IANA name/);
  });

  test.each([
    ['lookback.config.json', '{"title": '],
    ['lookback.config.mjs', 'throw new Error("mine");'],
    ['lookback.config.ts', 'const = ;'],
  ])('a %s that cannot be read is named', async (name, text) => {
    await write(name, text);
    await expect(loadConfig({ folder })).rejects.toMatchObject({
      code: 'config-unreadable',
      file: join(folder, name),
    });
  });

  test('a list is no configuration', async () => {
    await write('lookback.config.json', '[]');
    await expect(loadConfig({ folder })).rejects.toMatchObject({ code: 'config-invalid' });
  });

  test('a named file that is not there', async () => {
    await expect(loadConfig({ folder, file: 'none.json' })).rejects.toMatchObject({
      code: 'config-unreadable',
    });
  });
});
