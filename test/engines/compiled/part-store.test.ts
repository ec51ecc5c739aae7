import { describe, expect, test } from 'vitest';
import { openCompiledMatcher, type PartSource } from '../../../src/engines/compiled/index.js';
import { anyOf, createSource, dataOf, partsOf, termWord } from './corpus.js';

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
/** 676 terms in many small parts, `aa` to `zz`; a document a first letter. */
const docs = letters.map((first, at) => ({
  id: `post-${at}`,
  body: letters.map((second) => `${first}${second}`).join(' '),
  tags: '',
}));
const parts = partsOf(docs);
const exact = (term: string) => termWord(term);
const begun = (term: string) => termWord(term, { prefix: 'scarce' });
const kinds = (asked: readonly string[]) => asked.map((name) => name.slice(0, name.indexOf('-')));

/** Answers when told to, in the order told. */
const createHeldSource = () => {
  const held = new Map<string, { answer: () => void; fail: (error: Error) => void; signal: AbortSignal }>();
  const source: PartSource = (name, { signal }) =>
    new Promise((resolve, reject) => {
      if (name === 'root') resolve(parts.get(name) ?? new Uint8Array());
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      held.set(name, { answer: () => resolve(parts.get(name) ?? new Uint8Array()), fail: reject, signal });
    });
  const next = async (): Promise<readonly string[]> => {
    for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
    const names = [...held.keys()].filter((name) => name !== 'root');
    return names;
  };
  return { source, held, next };
};

const answerAll = async ({ held, next }: ReturnType<typeof createHeldSource>): Promise<void> => {
  for (let names = await next(); names.length > 0; names = await next()) {
    // Last asked, first answered.
    for (const name of names.toReversed()) {
      held.get(name)?.answer();
      held.delete(name);
    }
  }
};

describe('the parts of a compiled index', () => {
  test('are asked for as a query needs them, once', async () => {
    const { source, asked } = createSource(parts);
    const matcher = await openCompiledMatcher(source);
    expect(asked).toEqual(['root']);
    await matcher.match(anyOf([exact('mm')]));
    expect(kinds(asked)).toEqual(['roo', 'words']);
    await matcher.match(anyOf([exact('mm')]));
    expect(asked).toHaveLength(2);
    await matcher.match(anyOf([exact('zz')]));
    expect(asked).toHaveLength(3);
  });

  test('take one round after the root for words that find something, however many there are', async () => {
    const held = createHeldSource();
    const matcher = await openCompiledMatcher(held.source);
    const answer = matcher.match(anyOf([exact('ab'), exact('mm'), exact('zz')]));
    const asked = await held.next();
    expect(kinds(asked)).toEqual(['words', 'words', 'words']);
    for (const name of asked) held.held.get(name)?.answer();
    expect([...(await answer).ordinals]).toEqual([0, 12, 25]);
    expect(await held.next()).toEqual(asked);
  });

  test('take two where there is a wide range to look at: its terms, and the words of those found', async () => {
    const held = createHeldSource();
    const matcher = await openCompiledMatcher(held.source);
    const answer = matcher.match(anyOf([termWord('m', { prefix: 'always' }), exact('ab')]));
    const first = await held.next();
    expect(new Set(kinds(first))).toEqual(new Set(['words', 'terms']));
    for (const name of first) {
      held.held.get(name)?.answer();
      held.held.delete(name);
    }
    const second = await held.next();
    expect(new Set(kinds(second))).toEqual(new Set(['words']));
    for (const name of second) held.held.get(name)?.answer();
    expect([...(await answer).ordinals]).toEqual([0, 12]);
  });

  test('of likely words are read ahead, and then cost nothing', async () => {
    const { source, asked } = createSource(parts);
    const matcher = await openCompiledMatcher(source);
    matcher.readAhead(anyOf([exact('mm'), exact('nowhere')]));
    const read = [...asked];
    expect(read.length).toBeGreaterThan(1);
    await matcher.match(anyOf([exact('mm')]));
    matcher.readAhead(anyOf([exact('mm')]));
    expect(asked).toEqual(read);
  });

  test('that cannot be read ahead are asked for again', async () => {
    let isOffline = true;
    const { source } = createSource(parts);
    const matcher = await openCompiledMatcher(async (name, options) => {
      if (isOffline && name !== 'root') throw new Error('offline');
      return source(name, options);
    });
    matcher.readAhead(anyOf([exact('aa')]));
    await new Promise(setImmediate);
    isOffline = false;
    expect([...(await matcher.match(anyOf([exact('aa')]))).ordinals]).toEqual([0]);
  });

  test('may come in any order', async () => {
    const held = createHeldSource();
    const matcher = await openCompiledMatcher(held.source);
    const answers = Promise.all(['q', 'c', 'x'].map((term) => matcher.match(anyOf([begun(term)]))));
    await answerAll(held);
    expect((await answers).map(({ ordinals }) => [...ordinals])).toEqual([[16], [2], [23]]);
  });

  test('are shared by queries that wait for them at the same time', async () => {
    const { source, asked } = createSource(parts);
    const matcher = await openCompiledMatcher(source);
    const [one, other] = await Promise.all([
      matcher.match(anyOf([begun('k')])),
      matcher.match(anyOf([begun('k')])),
    ]);
    expect(new Set(asked).size).toBe(asked.length);
    expect(dataOf(other)).toEqual(dataOf(one));
  });

  test('are asked for again after a failure', async () => {
    let isOffline = true;
    const { source } = createSource(parts);
    const matcher = await openCompiledMatcher(async (name, options) => {
      if (isOffline && name !== 'root') throw new Error('offline');
      return source(name, options);
    });
    await expect(matcher.match(anyOf([exact('aa')]))).rejects.toThrow('offline');
    isOffline = false;
    expect([...(await matcher.match(anyOf([exact('aa')]))).ordinals]).toEqual([0]);
  });

  test('are given up when the only query that waits is aborted', async () => {
    const held = createHeldSource();
    const matcher = await openCompiledMatcher(held.source);
    const controller = new AbortController();
    const answer = matcher.match(anyOf([exact('aa')]), { signal: controller.signal });
    const [name = ''] = await held.next();
    const { signal } = held.held.get(name) ?? {};
    controller.abort(new Error('enough'));
    await expect(answer).rejects.toThrow('enough');
    expect(signal?.aborted).toBe(true);
    const again = matcher.match(anyOf([exact('aa')]));
    await answerAll(held);
    expect([...(await again).ordinals]).toEqual([0]);
  });

  test('still come for one query when another is aborted', async () => {
    const held = createHeldSource();
    const matcher = await openCompiledMatcher(held.source);
    const controller = new AbortController();
    const aborted = matcher.match(anyOf([exact('aa')]), { signal: controller.signal });
    const patient = matcher.match(anyOf([exact('aa')]), { signal: new AbortController().signal });
    const unbounded = matcher.match(anyOf([exact('aa')]));
    await held.next();
    controller.abort(new Error('enough'));
    await expect(aborted).rejects.toThrow('enough');
    await answerAll(held);
    expect([...(await patient).ordinals]).toEqual([0]);
    expect(dataOf(await unbounded)).toEqual(dataOf(await patient));
  });

  test('are not asked for by a query aborted before', async () => {
    const { source, asked } = createSource(parts);
    const matcher = await openCompiledMatcher(source);
    const signal = AbortSignal.abort(new Error('never mind'));
    await expect(matcher.match(anyOf([exact('aa')]), { signal })).rejects.toThrow('never mind');
    expect(asked).toEqual(['root']);
    await expect(openCompiledMatcher(source, { signal })).rejects.toThrow('never mind');
  });

  test('are let go when there is no room, the least recently used first', async () => {
    const alike = partsOf(docs, { wordsPartBytes: 100 });
    const sizes = [...alike].flatMap(([name, bytes]) => (name.startsWith('words') ? bytes.length : []));
    // Of these any two have room, and no three; the last is a rest.
    const room = 2.5 * Math.max(...sizes);
    expect(3 * Math.min(...sizes.slice(0, -1))).toBeGreaterThan(room);
    const { source, asked } = createSource(alike);
    const matcher = await openCompiledMatcher(source, { maxKeptBytes: room });
    const wordsAsked = async (term: string): Promise<number> => {
      const before = asked.length;
      await matcher.match(anyOf([exact(term)]));
      return asked.slice(before).filter((name) => name.startsWith('words')).length;
    };
    expect(await wordsAsked('aa')).toBe(1);
    expect(await wordsAsked('mm')).toBe(1);
    expect(await wordsAsked('aa')).toBe(0);
    expect(await wordsAsked('yy')).toBe(1);
    expect(await wordsAsked('aa')).toBe(0);
    expect(await wordsAsked('mm')).toBe(1);
  });

  test('can be loaded all at once, but for the positions that only a phrase asks for', async () => {
    const { source, asked } = createSource(parts);
    const matcher = await openCompiledMatcher(source);
    await matcher.loadAll();
    const all = [...parts.keys()].filter((name) => !name.startsWith('positions'));
    expect(asked.toSorted()).toEqual(all.sort());
    await matcher.match(anyOf([begun('k'), exact('zz')]));
    expect(asked).toHaveLength(all.length);
  });
});
