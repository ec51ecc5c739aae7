import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SharedCache, type SharedCacheOptions } from '../../src/sharing/shared-cache.js';

interface Load {
  readonly key: string;
  readonly signal: AbortSignal;
  finish(): void;
  fail(error: Error): void;
}

interface Value {
  readonly key: string;
  readonly number: number;
}

/** A cache whose loads end when the test says so, whether or not anybody waits; each value is a new object. */
const createHeld = (options?: SharedCacheOptions<string, Value>) => {
  const loads: Load[] = [];
  const cache = new SharedCache<string, Value>((key, signal) => {
    const number = loads.length;
    return new Promise((resolve, reject) => {
      loads.push({ key, signal, finish: () => resolve({ key, number }), fail: reject });
    });
  }, options);
  return { cache, loads, keys: () => loads.map(({ key }) => key) };
};

const createWaiter = () => {
  const controller = new AbortController();
  return { signal: controller.signal, leave: () => controller.abort('enough') };
};

/** Lets everything happen that waits for nothing but its turn. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('what several wait for', () => {
  test('is loaded once, and kept', async () => {
    const { cache, loads } = createHeld();
    const waiting = Promise.all([cache.get('a'), cache.get('a'), cache.getAll(['a', 'a'])]);
    expect(loads).toHaveLength(1);
    loads[0]?.finish();
    const [one, other, [third, fourth]] = await waiting;
    expect([other, third, fourth, await cache.get('a')].every((value) => value === one)).toBe(true);
    expect(loads).toHaveLength(1);
  });

  test('comes to those who stay when one leaves', async () => {
    const { cache, loads } = createHeld();
    const [leaver, patient] = [createWaiter(), createWaiter()];
    const leaving = cache.get('a', leaver.signal);
    const staying = cache.get('a', patient.signal);
    const unbounded = cache.get('a');
    leaver.leave();
    await expect(leaving).rejects.toBe('enough');
    expect(loads[0]?.signal.aborted).toBe(false);
    loads[0]?.finish();
    expect(await staying).toEqual({ key: 'a', number: 0 });
    expect(await unbounded).toBe(await staying);
    expect(await cache.get('a')).toBe(await staying);
  });

  test('is given up when the last of them leaves, and loaded anew for the next', async () => {
    const { cache, loads } = createHeld();
    const waiters = [createWaiter(), createWaiter()];
    const waits = waiters.map(({ signal }) => cache.get('a', signal));
    for (const { leave } of waiters) leave();
    for (const wait of waits) await expect(wait).rejects.toBe('enough');
    expect(loads[0]?.signal.aborted).toBe(true);
    expect(loads[0]?.signal.reason).toBe('enough');
    const next = cache.get('a');
    // A source that does not hear of it may still answer; that is nobody's value.
    loads[0]?.finish();
    await settle();
    expect(loads).toHaveLength(2);
    loads[1]?.finish();
    expect(await next).toEqual({ key: 'a', number: 1 });
    expect(await cache.get('a')).toBe(await next);
  });

  test('is nobody’s and not kept when it comes after all have left', async () => {
    const { cache, loads } = createHeld();
    const { signal, leave } = createWaiter();
    const leaving = cache.get('a', signal);
    leave();
    await expect(leaving).rejects.toBe('enough');
    loads[0]?.finish();
    await settle();
    const next = cache.get('a');
    loads[1]?.finish();
    expect(await next).toEqual({ key: 'a', number: 1 });
  });

  test('is not given up by who waited to the end and aborts later', async () => {
    const { cache, loads } = createHeld();
    const { signal, leave } = createWaiter();
    const value = cache.get('a', signal);
    loads[0]?.finish();
    await value;
    leave();
    expect(loads[0]?.signal.aborted).toBe(false);
    expect(await cache.get('a')).toBe(await value);
  });

  test('is not asked for by who has left before', async () => {
    const { cache, loads } = createHeld();
    await expect(cache.get('a', AbortSignal.abort('never mind'))).rejects.toBe('never mind');
    expect(loads).toEqual([]);
  });
});

describe('what fails', () => {
  test('fails for all who wait, and is loaded anew for who hears of it', async () => {
    const { cache, loads } = createHeld();
    const again = cache.get('a').catch(() => cache.get('a'));
    const waiting = cache.get('a');
    loads[0]?.fail(new Error('offline'));
    await expect(waiting).rejects.toThrow('offline');
    expect(loads).toHaveLength(2);
    loads[1]?.finish();
    expect(await again).toEqual({ key: 'a', number: 1 });
  });

  test('takes with it what else only the same waiter waits for', async () => {
    const { cache, loads } = createHeld();
    const all = cache.getAll(['a', 'b', 'c']);
    const one = cache.get('c');
    loads[0]?.fail(new Error('offline'));
    await expect(all).rejects.toThrow('offline');
    expect(loads.map(({ signal }) => signal.aborted)).toEqual([false, true, false]);
    loads[2]?.finish();
    expect(await one).toEqual({ key: 'c', number: 2 });
  });
});

describe('what is kept', () => {
  test('is asked for all at once and given in the order of the keys, whichever comes first', async () => {
    const { cache, loads, keys } = createHeld();
    const all = cache.getAll(['c', 'a', 'b']);
    expect(keys()).toEqual(['c', 'a', 'b']);
    for (const load of loads.toReversed()) load.finish();
    expect((await all).map(({ key }) => key)).toEqual(['c', 'a', 'b']);
  });

  /** Loads the keys one after another, each at once. */
  const loadInTurn = async (held: ReturnType<typeof createHeld>, asked: string): Promise<string> => {
    const before = held.loads.length;
    for (const key of asked) {
      const value = held.cache.get(key);
      held.loads.at(-1)?.finish();
      await value;
    }
    return held.keys().slice(before).join('');
  };

  test('goes when there is no room, the least recently used first', async () => {
    const held = createHeld({ room: 2 });
    expect(await loadInTurn(held, 'abab')).toBe('ab');
    expect(await loadInTurn(held, 'cb')).toBe('c');
    expect(await loadInTurn(held, 'a')).toBe('a');
    expect(await loadInTurn(held, 'bab')).toBe('');
  });

  test('goes by size, but for what came last', async () => {
    const sizes = new Map([...'abcd'].map((key, at) => [key, at + 1]));
    const held = createHeld({
      room: 3,
      sizeOf: (key, value) => (value.key === key ? (sizes.get(key) ?? 0) : Infinity),
    });
    expect(await loadInTurn(held, 'abab')).toBe('ab');
    // Larger than all the room: the others go, and it stays until the next comes.
    expect(await loadInTurn(held, 'dd')).toBe('d');
    expect(await loadInTurn(held, 'aba')).toBe('ab');
    expect(await loadInTurn(held, 'cc')).toBe('c');
    expect(await loadInTurn(held, 'ab')).toBe('ab');
  });

  test('stays while there is no limit', async () => {
    const held = createHeld();
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    expect(await loadInTurn(held, letters)).toBe(letters);
    expect(await loadInTurn(held, letters)).toBe('');
  });
});

type Step =
  | { readonly do: 'ask'; readonly keys: readonly string[] }
  | { readonly do: 'leave' | 'finish' | 'fail'; readonly at: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      keys: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('leave' as const, 'finish' as const, 'fail' as const),
      at: fc.nat(20),
    }),
  },
);

/** Someone who waits for some keys. */
interface Wait {
  readonly keys: readonly string[];
  readonly leave: () => void;
  outcome: 'waiting' | 'given' | 'left' | 'failed';
}

test('in whatever order they ask, leave and are served, nobody is in the way of another', async () => {
  const met = { shared: 0, left: 0, failed: 0, abandoned: 0, kept: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      const { cache, loads } = createHeld({ room: 2 });
      const waits: Wait[] = [];
      const ended = new Set<Load>();
      const running = () => loads.filter((load) => !ended.has(load) && !load.signal.aborted);
      for (const taken of steps) {
        if (taken.do === 'ask') {
          const { signal, leave } = createWaiter();
          const wait: Wait = { keys: taken.keys, leave, outcome: 'waiting' };
          const before = loads.length;
          if (taken.keys.some((key) => running().some((load) => load.key === key))) met.shared += 1;
          cache.getAll(taken.keys, signal).then(
            (values) => {
              wait.outcome = 'given';
              expect(values.map(({ key }) => key)).toEqual(taken.keys);
            },
            (error: unknown) => {
              wait.outcome = error === 'enough' ? 'left' : 'failed';
            },
          );
          waits.push(wait);
          if (loads.length - before < new Set(taken.keys).size) met.kept += 1;
        } else if (taken.do === 'leave') {
          const waiting = waits.filter(({ outcome }) => outcome === 'waiting');
          const wait = waiting[taken.at % waiting.length];
          if (wait === undefined) continue;
          wait.leave();
          await settle();
          met.left += 1;
          expect(wait.outcome).toBe('left');
        } else {
          const load = running()[taken.at % running().length];
          if (load === undefined) continue;
          const concerned = waits.filter(
            ({ outcome, keys }) => outcome === 'waiting' && keys.includes(load.key),
          );
          ended.add(load);
          if (taken.do === 'finish') load.finish();
          else load.fail(new Error('offline'));
          await settle();
          if (taken.do === 'fail') {
            met.failed += 1;
            expect(concerned.map(({ outcome }) => outcome)).toEqual(concerned.map(() => 'failed'));
          }
        }
        await settle();
        met.abandoned += loads.filter((load) => load.signal.aborted).length;
        // One load a key that somebody waits for, and no other.
        const wanted = new Set(waits.flatMap(({ outcome, keys }) => (outcome === 'waiting' ? keys : [])));
        const runningKeys = running().map(({ key }) => key);
        expect(new Set(runningKeys).size).toBe(runningKeys.length);
        expect(runningKeys.filter((key) => !wanted.has(key))).toEqual([]);
        for (const { outcome, keys } of waits) {
          // Who still waits has something to wait for.
          if (outcome === 'waiting') expect(keys.some((key) => runningKeys.includes(key))).toBe(true);
        }
      }
      for (const load of running()) {
        ended.add(load);
        load.finish();
      }
      await settle();
      expect(waits.filter(({ outcome }) => outcome === 'waiting')).toEqual([]);
    }),
    { numRuns: 200 },
  );
  for (const [kind, times] of Object.entries(met)) expect(times, kind).toBeGreaterThan(100);
});
