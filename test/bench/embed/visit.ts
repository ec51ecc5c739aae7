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

/** How a page is visited. */
export interface VisitOptions {
  /** On a slow network. Default false. */
  readonly isSlow?: boolean;
  /** The page has loaded beforehand what it can; only what comes after is measured. Default false. */
  readonly isPreloaded?: boolean;
}

export const visit = async (
  browser: Browser,
  server: StaticServer,
  contender: Contender,
  questions: readonly string[],
  { isSlow = false, isPreloaded = false }: VisitOptions = {},
): Promise<readonly Asked[]> => {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  try {
    const page = await context.newPage();
    await page.goto(server.url);
    server.setSlow(isSlow);
    if (isPreloaded) await page.evaluate(`(async () => {${contender.preload}})()`);
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
    server.setSlow(false);
    await context.close();
  }
};
