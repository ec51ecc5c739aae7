/**
 * All regular expressions of the program: those that are written out, and those that are made while it reads the posts
 * of every generator.
 * @module
 */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Expression, type FoundExpressions, findExpressions, readSources } from './find-expressions.js';
import { type MadeExpression, recordExpressions } from './record-expressions.js';

const root = resolve(import.meta.dirname, '../../src');
const fixtures = resolve(import.meta.dirname, '../generators/fixtures');

const readFixtures = async (): Promise<void> => {
  const { openContent } = await import('../../src/content/index.js');
  for (const name of readdirSync(fixtures)) {
    const content = await openContent({
      folder: join(fixtures, name, 'site'),
      now: new Date('2025-06-01T12:00:00Z'),
      ...(name === 'astro' && { urlTemplate: '/:slug/' }),
    });
    for (const file of content.files) await content.read(file);
  }
};

/** What is made for a tag that stands in a post, or for a text. */
const readTags = async (): Promise<void> => {
  const { createAnalyzer } = await import('../../src/analysis/index.js');
  const { extractText } = await import('../../src/content/text/extract-text.js');
  const { hugoShortcodes, liquid } = await import('../../src/content/text/templating/template-engines.js');
  for (const tag of [
    'highlight',
    'raw',
    'comment',
    'prism',
    'verbatim',
    'schema',
    'stylesheet',
    'javascript',
  ])
    extractText(`{% ${tag} %}a{% end${tag} %}`, { format: 'markdown', templates: liquid });
  extractText('{{< highlight go >}}a{{< /highlight >}}', { format: 'markdown', templates: hugoShortcodes });
  createAnalyzer('en').terms('Some words');
};

export interface CollectedExpressions {
  readonly literals: readonly Expression[];
  readonly made: readonly MadeExpression[];
  /** How many places of a file make expressions. */
  readonly makers: ReadonlyMap<string, number>;
  readonly unseen: FoundExpressions['unseen'];
}

export const collectExpressions = async (): Promise<CollectedExpressions> => {
  const { literals, made: makers, unseen } = findExpressions(readSources(root));
  const recording = recordExpressions();
  for (const file of makers.keys()) await import(join(root, file));
  await readFixtures();
  await readTags();
  recording.stop();
  return { literals, made: recording.made, makers, unseen };
};
