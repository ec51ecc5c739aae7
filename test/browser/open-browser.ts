import { type Browser, chromium } from 'playwright-core';

/** A real Chromium: the one that npm installed where there is a build for the platform, else the Chrome of the machine. */
export const openBrowser = async (): Promise<Browser> => {
  if (process.platform !== 'linux') return chromium.launch({ channel: 'chrome' });
  // Tells the package to unpack the system libraries that a bare machine lacks. It is read on import.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({
    // In a single process the browser would end with its first window.
    args: [
      ...packaged.args.filter((flag) => flag !== '--single-process' && flag !== '--no-zygote'),
      '--no-sandbox',
    ],
    executablePath: await packaged.executablePath(),
    headless: true,
  });
};
