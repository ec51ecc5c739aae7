/**
 * Files that are there whole or not at all, whatever happens while they are written.
 * @module
 */
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { temporaryPath } from './layout.js';
import { insist, makeFolder } from './make-folder.js';
import { readRegularFile } from './regular-file.js';

/** A file of the index and its content. */
export interface ContentFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Files that are written at once: a disk flushes many in the time of a few. */
const atOnce = 16;

/** Runs `work` for each, a bounded number at once, and starts no more once one has failed. */
const forEachAtOnce = async <Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<void> => {
  const queue = items.values();
  let failure: { readonly cause: unknown } | undefined;
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      if (failure !== undefined) return;
      await work(item).catch((cause: unknown) => {
        failure ??= { cause };
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (failure !== undefined) throw failure.cause;
};

/** File systems that cannot flush a folder keep its entries in an order of their own. */
const flushFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};

export class FileWriter {
  readonly #folder: string;
  readonly #build: string;

  /**
   * @param folder of the index
   * @param build eight hexadecimal digits of its own
   */
  constructor(folder: string, build: string) {
    this.#folder = folder;
    this.#build = build;
  }

  /**
   * Writes those that are not there as they should be, all before the first gets its name; when it returns, all are on the
   * disk. A file that is there is compared, not trusted: a damaged one is mended.
   */
  async write(files: readonly ContentFile[]): Promise<void> {
    const changed: ContentFile[] = [];
    await forEachAtOnce(files, async (file) => {
      const present = await readRegularFile(join(this.#folder, file.path));
      if (present?.equals(file.bytes)) return;
      changed.push(file);
      await this.#writeAside(file);
    });
    await forEachAtOnce(changed, (file) => this.#name(file));
    await forEachAtOnce(this.#foldersOf(files), flushFolder);
  }

  /** Forgets what was not given its name. */
  async abandon(files: readonly ContentFile[]): Promise<void> {
    await forEachAtOnce(files, ({ path }) => rm(this.#temporary(path), { force: true }));
  }

  #temporary(path: string): string {
    return join(this.#folder, temporaryPath(path, this.#build));
  }

  #foldersOf(files: readonly ContentFile[]): readonly string[] {
    const folders = new Set<string>();
    for (const { path } of files) {
      for (let parent = dirname(path); !folders.has(parent); parent = dirname(parent)) folders.add(parent);
    }
    return Array.from(folders, (path) => join(this.#folder, path));
  }

  #writeAside({ path, bytes }: ContentFile): Promise<void> {
    const temporary = this.#temporary(path);
    return insist(
      () => writeFile(temporary, bytes, { flush: true }),
      () => makeFolder(dirname(temporary)),
    );
  }

  #name(file: ContentFile): Promise<void> {
    return insist(
      () => rename(this.#temporary(file.path), join(this.#folder, file.path)),
      () => this.#writeAside(file),
    );
  }
}
