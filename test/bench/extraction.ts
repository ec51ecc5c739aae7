/**
 * Posts a second of our extraction beside bare remark with the same two plugins, in one run, in turns.
 * Use: extraction <folder of corpora> [corpus …]
 */
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import stripMarkdown from 'strip-markdown';
import { extractText } from '../../src/content/text/extract-text.js';
import { loadCorpora, sample } from './extraction-corpus.js';

const [folder = '', ...names] = process.argv.slice(2);
if (folder === '') throw new Error('Name the folder of the corpora.');
const postsPerCorpus = 300;
const rounds = 3;

/** Parse, strip, and no printing as Markdown: the least that the two packages can do. */
const bare = remark().use(remarkGfm).use(stripMarkdown).freeze();

/** Processor time, so that what else runs on the machine does not count. */
function seconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

console.log('corpus               posts      MB   bare process/s   bare run/s   ours/s   ours:run');
const chosen = names.length > 0 ? names : ['rust-blog', 'digitalgov', 'bitcoinops'];
for (const { name, posts } of loadCorpora(folder, chosen)) {
  const drawn = sample(posts, postsPerCorpus, 1);
  const megabytes = drawn.reduce((sum, post) => sum + post.body.length, 0) / 1e6;
  let processed = Number.POSITIVE_INFINITY;
  let run = Number.POSITIVE_INFINITY;
  let ours = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    ours = Math.min(
      ours,
      seconds(() => drawn.forEach((post) => void extractText(post.body, post.options))),
    );
    run = Math.min(
      run,
      seconds(() => drawn.forEach((post) => void bare.runSync(bare.parse(post.body)))),
    );
    processed = Math.min(
      processed,
      seconds(() => drawn.forEach((post) => void String(bare.processSync(post.body)))),
    );
  }
  const rate = (time: number) => (drawn.length / time).toFixed(0);
  console.log(
    `${name.padEnd(20)} ${String(drawn.length).padStart(5)} ${megabytes.toFixed(2).padStart(7)} ${rate(processed).padStart(16)} ${rate(run).padStart(12)} ${rate(ours).padStart(8)} ${(run / ours).toFixed(2).padStart(10)}`,
  );
}
