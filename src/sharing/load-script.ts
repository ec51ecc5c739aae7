/**
 * Code that is loaded when it is first needed, because most questions do without: in a page, a file that the bundler makes of it.
 * @module
 */
import { LookbackError } from '../domain/errors.js';

/**
 * @param what it is, for whoever waits for it in vain
 * @param load a literal `import`
 * @throws LookbackError `index-unreachable` where the file does not load; whoever asks next tries again
 */
export const loadScript = async <Script>(what: string, load: () => Promise<Script>): Promise<Script> => {
  try {
    return await load();
  } catch (cause) {
    throw new LookbackError('index-unreachable', `The ${what} do not load.`, { cause });
  }
};
