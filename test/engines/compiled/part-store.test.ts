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
    expect(kinds(asked)).toEqual(['roo', 'terms', 'postings']);
    await matcher.match(anyOf([exact('mm')]));
    expect(asked).toHaveLength(3);
    await matcher.match(anyOf([exact('zz')]));
    expect(asked).toHaveLength(5);
  });

  test('take two rounds after the root for words that find something, however many there are', async () => {
    const held = createHeldSource();
    const matcher = await openCompiledMatcher(held.source);
    const answer = matcher.match(anyOf([termWord('m', { prefix: 'always' }), exact('ab')]));
    const first = await held.next();
    expect(new Set(kinds(first))).toEqual(new Set(['terms']));
    expect(first.length).toBeGreaterThan(2);
    for (const name of first) {
      held.held.get(name)?.answer();
      held.held.delete(name);
    }
    const second = await held.next();
    expect(new Set(kinds(second))).toEqual(new Set(['postings']));
    for (const name of second) held.held.get(name)?.answer();
    expect([...(await answer).ordinals]).toEqual([0, 12]);
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
    // A part a letter, all of one size.
    const alike = partsOf(docs, { dictionaryPartBytes: 60, postingsPartBytes: 30 });
    const sizes = [...alike].filter(([name]) => name.startsWith('terms')).map(([, bytes]) => bytes.length);
    expect(new Set(sizes).size).toBe(1);
    const { source, asked } = createSource(alike);
    const matcher = await openCompiledMatcher(source, { maxKeptBytes: 2.5 * (sizes[0] ?? 0) });
    const termsAsked = async (term: string): Promise<number> => {
      const before = asked.length;
      await matcher.match(anyOf([exact(term)]));
      return asked.slice(before).filter((name) => name.startsWith('terms')).length;
    };
    expect(await termsAsked('aa')).toBe(1);
    expect(await termsAsked('mm')).toBe(1);
    expect(await termsAsked('aa')).toBe(0);
    expect(await termsAsked('zz')).toBe(1);
    expect(await termsAsked('aa')).toBe(0);
    expect(await termsAsked('mm')).toBe(1);
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
