/**
 * `npx jiti test/browser/take-screenshot.ts <url> <out.png> [light|dark] [desktop|phone]`: the page as a visitor sees it.
 * @module
 */
import { argv, exit, stderr } from 'node:process';
import { openBrowser } from './open-browser.js';

const [, , url, file, colors = 'light', device = 'desktop'] = argv;
if (url === undefined || file === undefined) {
  stderr.write('usage: take-screenshot <url> <out.png> [light|dark] [desktop|phone]\n');
  exit(1);
}
const browser = await openBrowser();
const isPhone = device === 'phone';
const page = await browser.newPage({
  colorScheme: colors === 'dark' ? 'dark' : 'light',
  deviceScaleFactor: 2,
  hasTouch: isPhone,
  isMobile: isPhone,
  viewport: isPhone ? { width: 360, height: 740 } : { width: 1180, height: 860 },
});
await page.goto(url, { waitUntil: 'networkidle' });
await page.screenshot({ path: file });
await browser.close();
