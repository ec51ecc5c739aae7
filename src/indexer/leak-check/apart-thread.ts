/** The thread of {@link createApartReader}: opens the posts as a build does, and reads those that it is asked for. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Content } from '../../content/index.js';
import type { Post } from '../../domain/post.js';
import { openLines, openPosts } from '../open-posts.js';
import type { ApartOptions, ApartQuestion } from './apart-reader.js';

const { config, now }: ApartOptions = workerData;

async function* toInput(line: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(line);
}

let folder: Promise<Content> | undefined;

const read = async ({ source, line }: ApartQuestion): Promise<Post | undefined> => {
  if (line === undefined) folder ??= openPosts(config, now);
  const content = await (line === undefined ? folder : openLines(config, now, toInput(line)));
  const file = line === undefined ? source : content?.files[0];
  const outcome = file === undefined ? undefined : await content?.read(file);
  return outcome?.kind === 'post' ? outcome.post : undefined;
};

parentPort?.on('message', (question: ApartQuestion) => {
  void read(question).then((post) => parentPort?.postMessage(post));
});
