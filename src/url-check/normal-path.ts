/**
 * One spelling for all that lead to one page.
 * @module
 */

const decodeRun = (run: string): string => {
  try {
    return decodeURIComponent(run);
  } catch {
    return run.toUpperCase();
  }
};

/**
 * `%c3%bc`, `%C3%BC`, `ü` and `u` with its dots apart are one; so are `&` and `%26`, ` ` and `%20`. `%2F`, `%3F`, `%23`
 * and `%25` are not the signs that they stand for.
 */
export const toNormalPath = (path: string): string =>
  path
    .replace(/(?:%[89A-Fa-f][0-9A-Fa-f])+/g, decodeRun)
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .normalize('NFC')
    .replace(/%[0-7][0-9A-Fa-f]/g, (octet) => {
      const char = String.fromCharCode(Number.parseInt(octet.slice(1), 16));
      return /[ -~]/.test(char) && !'/?#%'.includes(char) ? char : octet.toUpperCase();
    });
