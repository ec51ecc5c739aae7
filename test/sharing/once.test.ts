import { describe, expect, test } from 'vitest';
import { once } from '../../src/sharing/once.js';

describe('once', () => {
  test('opens when it is first asked, and for all who ask', async () => {
    let opened = 0;
    const open = once(async () => {
      opened += 1;
      return { opened };
    });
    expect(opened).toBe(0);
    const [one, other] = await Promise.all([open(), open()]);
    expect([one, await open()]).toEqual([other, other]);
    expect(opened).toBe(1);
  });

  test('a failure goes to all who wait for it, and is forgotten when they hear of it', async () => {
    let tried = 0;
    const open = once(async () => {
      tried += 1;
      if (tried === 1) throw new Error('offline');
      return tried;
    });
    // Asked again in the very turn in which the failure is told.
    const again = open().catch(() => open());
    const waiting = open();
    await expect(waiting).rejects.toThrow('offline');
    expect(await again).toBe(2);
    expect(await open()).toBe(2);
    expect(tried).toBe(2);
  });
});
