import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';
import { unpackChromium } from './unpack-chromium.js';

/** A real Chromium: the one that npm installed where there is a build for the platform, else the Chrome of the machine. */
export const openBrowser = async (): Promise<Browser> => {
  if (process.platform !== 'linux') return playwright.launch({ channel: 'chrome' });
  return playwright.launch({
    // In a single process the browser would end with its first window.
    args: [
      ...chromium.args.filter((flag) => flag !== '--single-process' && flag !== '--no-zygote'),
      '--no-sandbox',
    ],
    ...(await unpackChromium()),
    headless: true,
  });
};
