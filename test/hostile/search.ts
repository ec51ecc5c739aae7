import { TooSlow, withinTime } from '../../src/content/within-time.js';
import { type GeneratorName, generatorNames } from '../../src/domain/generator-names.js';
import { createReader } from './read-post.js';
import { constructs, shapesOf } from './shapes.js';

const arg = process.argv[2];
const part = process.argv[3] ?? '0/1';
const [mine, of] = part.split('/').map(Number) as [number, number];
const names = arg && arg !== 'all' ? (arg.split(',') as GeneratorName[]) : generatorNames;
const cpu = (work: () => void): number => {
  const before = process.cpuUsage();
  try {
    withinTime(20, work);
  } catch (e) {
    if (!(e instanceof TooSlow)) throw e;
    return Infinity;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};
const size = 64 * 1024;
let tried = 0;
for (const generator of names) {
  const read = createReader(generator);
  read('# warm\n\nup [a](b) | c');
  let i = 0;
  for (const [group, list] of Object.entries(constructs))
    for (const construct of list)
      for (const shape of shapesOf(construct)) {
        if (i++ % of !== mine) continue;
        tried += 1;
        const first = shape.make(size);
        const a = cpu(() => read(first));
        if (a < 0.12) continue;
        const b = a === Infinity ? Infinity : cpu(() => read(shape.make(2 * size)));
        const again = b === Infinity ? Infinity : cpu(() => read(shape.make(4 * size)));
        if (b / a > 2.5 || again / b > 2.5 || again > 2)
          console.log(generator, group, shape.name, a.toFixed(2), b.toFixed(2), again.toFixed(2));
      }
}
console.log('tried', tried);
