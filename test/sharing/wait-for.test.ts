import { getEventListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
import { waitFor } from '../../src/sharing/wait-for.js';

const never = new Promise<never>(() => {});

describe('waitFor', () => {
  test('gives what the promise gives, value or error', async () => {
    const { signal } = new AbortController();
    expect(await waitFor(Promise.resolve(1), signal)).toBe(1);
    expect(await waitFor(Promise.resolve(1), undefined)).toBe(1);
    await expect(waitFor(Promise.reject(new Error('offline')), signal)).rejects.toThrow('offline');
  });

  test('ends when the signal aborts, or has aborted before', async () => {
    const controller = new AbortController();
    const waiting = waitFor(never, controller.signal);
    controller.abort('enough');
    await expect(waiting).rejects.toBe('enough');
    await expect(async () => waitFor(never, controller.signal)).rejects.toBe('enough');
  });

  test('leaves nothing at a signal that lives on', async () => {
    const { signal } = new AbortController();
    const waiting = waitFor(Promise.resolve(1), signal);
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    await waiting;
    await Promise.resolve();
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});
