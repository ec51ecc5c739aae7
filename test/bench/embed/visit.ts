/**
 * A visitor who asks one question after another in a browser that has nothing in its cache.
 * @module
 */
import type { Browser } from 'playwright-core';
import type { Answered, StaticServer } from './compressing-server.js';
import type { Contender } from './contenders.js';

/** What a question moved over the network. */
export interface Asked {
  readonly found: number;
  /** Until the first result with its snippet was there. */
  readonly firstMs: number;
  readonly answered: readonly Answered[];
}

/** Chrome's own "Slow 4G": 1.6 Mbit/s down and 750 kbit/s up with its factors, 150 ms times 3.75 a request. */
export const slow4g = {
  offline: false,
  downloadThroughput: ((1.6 * 1000 * 1000) / 8) * 0.9,
  uploadThroughput: ((750 * 1000) / 8) * 0.9,
  latency: 150 * 3.75,
};

export const visit = async (
  browser: Browser,
  server: StaticServer,
  contender: Contender,
  questions: readonly string[],
  isSlow = false,
): Promise<readonly Asked[]> => {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(server.url);
    if (isSlow) {
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', slow4g);
    }
    const asked: Asked[] = [];
    for (const text of questions) {
      const before = server.answered.length;
      const answer = await page.evaluate<Pick<Asked, 'found' | 'firstMs'>>(
        `(async (text) => {${contender.ask}})(${JSON.stringify(text)})`,
      );
      asked.push({
        ...answer,
        answered: server.answered.slice(before).filter(({ path }) => path.startsWith(`/${contender.root}/`)),
      });
    }
    return asked;
  } finally {
    await context.close();
  }
};
