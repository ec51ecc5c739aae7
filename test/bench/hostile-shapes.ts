/**
 * Looks for posts that cost more than their share:
 *
 *     npm run bench:hostile-shapes                 # every generator; takes hours
 *     npm run bench:hostile-shapes hugo            # one
 *     npm run bench:hostile-shapes hugo markdown   # and one group of constructs
 *
 * Prints the shapes whose time grows faster than n^1.3, or that take longer than 4 s for 256 KB, with the seconds of
 * processor time for 16, 64 and 256 KB. What it finds belongs into `test/hostile/hostile-posts.test.ts`.
 * @module
 */
import { TooSlow, withinTime } from '../../src/content/index.js';
import { generatorNames } from '../../src/domain/generator-names.js';
import { createReader } from '../hostile/read-post.js';
import { constructs, type Shape, shapesOf } from '../hostile/shapes.js';

const [wantedGenerator, wantedGroup] = process.argv.slice(2);
const fourfold = 4 ** 1.3;
/** Less than so many seconds say nothing of how they grow. */
const floor = { small: 0.06, middle: 0.3, large: 2 };

const secondsOf = (work: () => void): number => {
  const before = process.cpuUsage();
  try {
    withinTime(60, work);
  } catch (error) {
    if (!(error instanceof TooSlow)) throw error;
    return Number.POSITIVE_INFINITY;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

for (const generator of generatorNames) {
  if (wantedGenerator !== undefined && wantedGenerator !== generator) continue;
  const read = createReader(generator);
  const measure = (shape: Shape, size: number): number => secondsOf(() => read(shape.make(size * 1024)));
  let tried = 0;
  for (const [group, list] of Object.entries(constructs)) {
    if (wantedGroup !== undefined && wantedGroup !== group) continue;
    for (const shape of list.flatMap(shapesOf)) {
      tried += 1;
      const small = measure(shape, 16);
      if (small < floor.small) continue;
      const middle = measure(shape, 64);
      if (middle < floor.middle) continue;
      const large = measure(shape, 256);
      if (large > floor.large && (large > fourfold * middle || large > 4))
        console.log(generator, group, shape.name, ...[small, middle, large].map((s) => s.toFixed(2)));
    }
  }
  console.log(`${generator}: ${tried} shapes tried`);
}
