/**
 * Checks every regular expression anew and writes down those that are linear:
 *
 *     npx tsx test/expressions/run.ts
 *
 * Exit code 1 if one is not, or if `safe.txt` was not what it should be.
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { problemOf, safeFile, toKey } from './check-expression.js';
import { collectExpressions } from './collect-expressions.js';

const { literals, made, unseen } = await collectExpressions();
const all = new Map([...literals, ...made].map((expression) => [toKey(expression), expression]));
const safe: string[] = [];
for (const [key, expression] of all) {
  const problem = problemOf(expression);
  if (problem === undefined) safe.push(key);
  else console.error(`${expression.file}: ${key} ${problem}`);
}
for (const { file, line, what } of unseen)
  console.error(`${file}:${line}: ${what} makes an expression unseen`);
const before = readFileSync(safeFile, 'utf8');
const after = `${safe.sort().join('\n')}\n`;
writeFileSync(safeFile, after);
console.log(
  `${safe.length} of ${all.size} expressions are linear${before === after ? '' : '; safe.txt changed'}`,
);
process.exitCode = safe.length < all.size || unseen.length > 0 || before !== after ? 1 : 0;
