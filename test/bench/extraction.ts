/**
 * Posts a second of our extraction beside bare remark with the same two plugins, in one run, in turns.
 * Use: extraction <folder of corpora> [corpus …]
 */
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import stripMarkdown from 'strip-markdown';
import { extractText } from '../../src/content/text/extract-text.js';
import { type CorpusPost, loadCorpora, sample } from './extraction-corpus.js';

const [folder = '', ...names] = process.argv.slice(2);
if (folder === '') throw new Error('Name the folder of the corpora.');
const postsPerCorpus = 150;
const rounds = 5;

/** Parse, strip, and no printing as Markdown: the least that the two packages can do. */
const bare = remark().use(remarkGfm).use(stripMarkdown).freeze();

/** Seconds of wall time; the least of the rounds is what counts, post by post, so that what else runs does not. */
function seconds(work: () => unknown): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

console.log('corpus               posts      MB   bare process/s   bare run/s   ours/s   ours:run');
const chosen = names.length > 0 ? names : ['rust-blog', 'digitalgov', 'bitcoinops'];
for (const { name, posts } of loadCorpora(folder, chosen)) {
  const drawn = sample(posts, postsPerCorpus, 1);
  const megabytes = drawn.reduce((sum, post) => sum + post.body.length, 0) / 1e6;
  const ways = [
    (post: CorpusPost) => String(bare.processSync(post.body)),
    (post: CorpusPost) => bare.runSync(bare.parse(post.body)),
    (post: CorpusPost) => extractText(post.body, post.options),
  ];
  const least = ways.map(() => drawn.map(() => Number.POSITIVE_INFINITY));
  for (let round = 0; round < rounds; round += 1) {
    drawn.forEach((post, i) => {
      ways.forEach((way, w) => {
        const times = least[w] ?? [];
        times[i] = Math.min(
          times[i] ?? 0,
          seconds(() => way(post)),
        );
      });
    });
  }
  const [processed = 0, run = 0, ours = 0] = least.map((times) => times.reduce((sum, time) => sum + time, 0));
  const rate = (time: number) => (drawn.length / time).toFixed(0);
  console.log(
    `${name.padEnd(20)} ${String(drawn.length).padStart(5)} ${megabytes.toFixed(2).padStart(7)} ${rate(processed).padStart(16)} ${rate(run).padStart(12)} ${rate(ours).padStart(8)} ${(run / ours).toFixed(2).padStart(10)}`,
  );
}
