import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

const readme = resolve(import.meta.dirname, '../README.md');

/** The block of a language that holds a text, as the README has it. */
export const sampleWith = async (language: string, text: string): Promise<string> => {
  const blocks = (await readFile(readme, 'utf8')).split(`\`\`\`${language}\n`).slice(1);
  const sample = blocks
    .map((rest) => rest.split('\n```')[0] ?? '')
    .find((candidate) => candidate.includes(text));
  if (sample === undefined) throw new Error(`the README has no ${language} with ${text}`);
  return sample;
};
