import { PassThrough } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { findPost, toPostAddress } from '../../src/cli/find-posts.js';
import { createPost, createSampleEngine, samplePosts } from '../server/sample-engine.js';

const hostile = createPost({
  id: 'hostile.md',
  title: 'Escapes \u001b]0;owned\u0007 and \u202eturns',
  text: 'A \u001b[2J clearing of the terminal.',
});

/** A reader at a terminal: keys go in, and what the screen was told comes out. */
const sit = async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  output.on('data', (chunk) => {
    shown += String(chunk);
  });
  const engine = await createSampleEngine([...samplePosts, hostile]);
  const chosen = findPost(engine, { input, output });
  return {
    chosen,
    shown: () => shown,
    type: (keys: string) => input.write(keys),
    see: async (text: string): Promise<void> => {
      for (let tries = 0; !shown.includes(text); tries += 1) {
        if (tries === 200) throw new Error(`never saw ${text} in ${JSON.stringify(shown)}`);
        await wait(20);
      }
    },
  };
};

describe('finding a post as one types', () => {
  test('shows what is found, and gives what was chosen with arrows and Enter', async () => {
    const reader = await sit();
    await reader.see('About these notes');
    reader.type('cloud');
    await reader.see('The cloud bill in five queries');
    reader.type('\u001b[B');
    await reader.see('2020-09-14');
    reader.type('\r');
    expect((await reader.chosen)?.tags).toContain('cloud');
  });

  test.each([
    ['Escape', '\u001b'],
    ['Ctrl-C', '\u0003'],
  ])('%s leaves', async (_, key) => {
    const reader = await sit();
    await reader.see('About these notes');
    reader.type(key);
    expect(await reader.chosen).toBeUndefined();
  });

  test('nothing of a post acts on the terminal', async () => {
    const reader = await sit();
    await reader.see('About these notes');
    reader.type('escapes');
    await reader.see('Escapes');
    await reader.see('hostile');
    reader.type('\r');
    await reader.chosen;
    for (const acting of ['\u001b]0;owned', '\u001b[2J', '\u202e'])
      expect(reader.shown()).not.toContain(acting);
  });
});

test.each([
  ['/a/', 'https://blog.example', 'https://blog.example/a/'],
  ['https://other.example/a/', undefined, 'https://other.example/a/'],
  ['/a/', undefined, undefined],
  ['javascript:alert(1)', 'https://blog.example', undefined],
  ['file:///etc/passwd', undefined, undefined],
])('%s with the site %s is opened as %s', (url, siteUrl, expected) => {
  expect(toPostAddress(url, siteUrl)).toBe(expected);
});
