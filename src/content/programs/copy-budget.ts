/** Items, entries and characters; settings of real sites put together some thousands. */
const maxCopied = 1_000_000;

/**
 * How much one program of settings may put together of what it has written out: each copy may be copied again, and a
 * few kilobytes would become gigabytes.
 */
export class CopyBudget {
  #left = maxCopied;

  /**
   * False once what is copied is too much; the value is then not known.
   * @param copied its length, or what has entries, which are not counted any more then
   */
  allows(copied: number | object): boolean {
    if (this.#left >= 0) this.#left -= typeof copied === 'number' ? copied : Object.keys(copied).length;
    return this.#left >= 0;
  }
}
