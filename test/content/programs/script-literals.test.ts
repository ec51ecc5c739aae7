import { describe, expect, test } from 'vitest';
import { unknownValue } from '../../../src/content/programs/script-expressions.js';
import { readScriptLiterals, readTextsOf } from '../../../src/content/programs/script-literals.js';

describe('settings of a program', () => {
  test.each<[string, Readonly<Record<string, unknown>>]>([
    ["export default defineConfig({ base: '/b/', cleanUrls: true })", { base: '/b/', cleanUrls: true }],
    ["const site = { deep: { base: '/b/' } }; export default make(site);", { base: '/b/' }],
    ["const base = '/b/'; export default make({ base });", { base: '/b/' }],
    [
      "export default { srcExclude: ['a', \"b\"], rewrites: { 'x/:y': ':y' } };",
      { srcExclude: ['a', 'b'], rewrites: { 'x/:y': ':y' } },
    ],
    // What only running would tell, and what is written out beside it.
    ["export default { base: process.env.BASE, srcDir: 'src' };", { srcDir: 'src' }],
    // Two of the settings decide of pages: of these it is known that they are there.
    ["export default { srcExclude: [...more(), 'a'] };", { srcExclude: unknownValue }],
    ['export default { rewrites(id) { return id; } };', { rewrites: unknownValue }],
    // Twice, the same and differently.
    ["make({ base: '/b/' }); make({ base: '/b/' });", { base: '/b/' }],
    ["make({ base: '/b/' }); make({ base: '/c/' }); make({ base: '/b/' });", {}],
    // In comments, texts and patterns of names.
    ["// base: '/b/'\n/* lang: 'de' */\nexport default {};", {}],
    ["say(`{ base: '/b/' }`, \"{ lang: 'de' }\");", {}],
    ["const { base: renamed = '/b/' } = options;", {}],
    ['not a program {{{', {}],
  ])('%s', (source, values) => expect(readScriptLiterals(source)).toEqual(values));

  test('are found in calls, in the order of the file', () => {
    const source =
      'export const a = glob({ base: \'./a\' }); export const b = { loader: glob({ base: "./b" }) };';
    expect(readTextsOf(source, 'base')).toEqual(['./a', './b']);
  });
});
