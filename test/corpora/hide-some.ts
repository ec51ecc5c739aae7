/**
 * `npx tsx test/corpora/hide-some.ts <folder of blogs> [draws] [name[:limit] ...]`: makes drafts of a random tenth of the
 * posts of each blog and builds it, again and again. Exit code 1 if a build is stopped or a draft is indexed: what hidden
 * and public posts have in common is no leak.
 */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadConfig } from '../../src/config/index.js';
import { buildIndex } from '../../src/indexer/index.js';
import { openPosts } from '../../src/indexer/open-posts.js';

const [folder, draws = '3', ...only] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: tsx test/corpora/hide-some.ts <folder of blogs> [draws] [name[:limit] ...]');
  process.exit(1);
}

/** A small generator of numbers: the same seed gives the same drafts. */
const createRandom = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

/** The post as a draft, or `undefined` where that is not plainly done. */
const toDraft = (source: string): string | undefined => {
  const [, fence, rest] = /^\uFEFF?(---|\+\+\+)\r?\n([\s\S]*)$/.exec(source) ?? [];
  if (rest === undefined) return undefined;
  return fence === '---' ? `---\ndraft: true\n${rest}` : `+++\ndraft = true\n${rest}`;
};

const names = (await readdir(folder, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .flatMap((name) => {
    const [chosen = name, limit = 'Infinity'] =
      only.find((text) => text.split(':')[0] === name)?.split(':') ?? [];
    return only.length === 0 || only.some((text) => text.split(':')[0] === name)
      ? [{ name: chosen, limit: Number(limit) }]
      : [];
  });

let failures = 0;
for (const { name, limit } of names) {
  const temporary = await mkdtemp(join(tmpdir(), 'lookback-hide-'));
  for (let draw = 1; draw <= Number(draws); draw += 1) {
    const random = createRandom(draw * 7_919 + name.length);
    const flags = { urlTemplate: '/x/:path/', index: join(temporary, 'index') };
    try {
      const found = await openPosts(
        await loadConfig({ folder: temporary, flags: { ...flags, posts: join(folder, name) } }),
        new Date(),
      );
      const copy = join(temporary, `posts-${draw}`);
      const chosen = found.files.filter(() => random() < limit / found.files.length);
      if (limit === Number.POSITIVE_INFINITY) await cp(join(folder, name), copy, { recursive: true });
      let hidden = 0;
      for (const file of chosen) {
        const source = await readFile(join(folder, name, file), 'utf8');
        const draft = random() < 0.1 ? toDraft(source) : undefined;
        if (draft !== undefined) hidden += 1;
        await mkdir(dirname(join(copy, file)), { recursive: true });
        await writeFile(join(copy, file), draft ?? source);
      }
      const started = performance.now();
      const config = await loadConfig({
        folder: temporary,
        flags: { ...flags, posts: copy, generator: found.generator, minisearch: false },
      });
      const { indexed, skips } = await buildIndex(config);
      const drafts = skips.filter(({ reason }) => reason === 'draft').length;
      const doubtful = skips.filter(({ reason }) => reason === 'doubtful').length;
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(
        `${name} ${draw}: ${hidden} hidden, ${indexed} indexed, ${drafts} drafts, ${doubtful} doubtful, ${seconds} s`,
      );
      if (doubtful > 0) failures += 1;
      await rm(copy, { recursive: true });
    } catch (error) {
      failures += 1;
      console.log(`${name} ${draw}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  await rm(temporary, { recursive: true });
}
console.log(failures === 0 ? 'no build was stopped' : `${failures} builds failed`);
process.exitCode = failures > 0 ? 1 : 0;
