import { access, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { unpackChromium } from './unpack-chromium.js';

const modules = resolve(import.meta.dirname, '../../node_modules');

test.runIf(process.platform === 'linux')(
  'two runs at once each find a whole browser, and none is left in the shared temporary folder',
  async () => {
    const parent = await mkdtemp(join(modules, '.unpack-'));
    onTestFinished(() => rm(parent, { recursive: true }));
    const folder = join(parent, 'chromium');
    const [one, other] = await Promise.all([unpackChromium(folder), unpackChromium(folder)]);
    expect(one).toEqual(other);
    expect(one.executablePath.startsWith(parent)).toBe(true);
    await access(one.executablePath);
    expect(await readdir(parent)).toEqual(['chromium']);
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['al2023', 'chromium', 'fonts']));
  },
);
