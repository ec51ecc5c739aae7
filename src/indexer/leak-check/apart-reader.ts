/**
 * Reads posts in a thread that has never seen another one: what it says of a public post, no hidden post has said.
 * @module
 */
import { Worker } from 'node:worker_threads';
import type { Config } from '../../config/index.js';
import type { Post } from '../../domain/post.js';

/** What the thread is started with. */
export interface ApartOptions {
  readonly config: Config;
  readonly now: Date;
}

/** One of `Content.files`; or a line, where the posts are lines. */
export interface ApartQuestion {
  readonly source: string;
  readonly line?: string;
}

export interface ApartReader {
  /** The post, or `undefined` where there is none. */
  read(question: ApartQuestion): Promise<Post | undefined>;
  close(): Promise<void>;
}

/** A thread runs what is compiled, which lies elsewhere while the sources run. */
const script = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/indexer/leak-check/apart-thread.js' : './apart-thread.js',
  import.meta.url,
);

/** The thread is started by the first question. Questions are asked one after the other. */
export const createApartReader = (options: ApartOptions): ApartReader => {
  let worker: Worker | undefined;
  return {
    read: (question) =>
      new Promise((resolve, reject) => {
        worker ??= new Worker(script, { workerData: options, execArgv: [] });
        const thread = worker;
        const onMessage = (post: Post | undefined): void => {
          thread.off('error', reject);
          resolve(post);
        };
        thread.once('message', onMessage).once('error', reject);
        thread.postMessage(question);
      }),
    close: async () => {
      await worker?.terminate();
      worker = undefined;
    },
  };
};
