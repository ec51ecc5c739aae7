import { describe, expect, it } from 'vitest';
import { type ExtractOptions, extractText } from '../../../src/content/text/extract-text.js';
import { markups } from './markups.js';

const megabyte = 1_000_000;
const kramdown: ExtractOptions = { format: 'markdown', ...markups.jekyll };
const mkdocs: ExtractOptions = { format: 'markdown', ...markups.mkdocs };
const common: ExtractOptions = { format: 'markdown', ...markups.github };
const html: ExtractOptions = { ...common, format: 'html' };
const mdx: ExtractOptions = { ...common, format: 'mdx' };
const hugo: ExtractOptions = { ...common, ...markups.hugo };

const fill = (unit: string, length = megabyte): string => unit.repeat(Math.ceil(length / unit.length));
/** Less of what the Markdown parser reads block by block, for its own time is the most of it. */
const fillBlocks = (unit: string): string => fill(unit, 150_000);
const growing = (line: (indent: string) => string): string => {
  const lines: string[] = [];
  for (let i = 0, length = 0; length < megabyte; i += 1) {
    const text = line(' '.repeat(4 * (i % 1_500)));
    lines.push(text);
    length += text.length + 1;
  }
  return lines.join('\n');
};

describe('a megabyte of what hides', () => {
  it.each<[string, ExtractOptions, string]>([
    ['nested elements', html, fill('<div hidden>')],
    ['nested elements in Markdown', common, fillBlocks('<div hidden>\n\na\n\n')],
    ['elements in a line', common, fill('<span hidden>a</span> ')],
    ['formatting elements that are not closed', html, `${fill('<b hidden><p>')}${'</b>'.repeat(50_000)}`],
    ['formatting elements in Markdown', common, fillBlocks('a <b hidden>b\n\n')],
    ['end tags of nothing', html, fill('<div hidden></p></td></b></span>')],
    ['links inside of links', html, fill('<a><div>')],
    ['cells', html, fill('<table><td hidden>a<td>')],
    ['declarations', html, `<p style="${fill('display:none;/*')}">a`],
    ['attributes', html, `<p ${fill('hidden style="display:none" ')}>a`],
    ['comments that open', kramdown, fill('{::comment}a ')],
    ['comments that open on lines', kramdown, fillBlocks('{::comment}\n\n')],
    ['comments with one end', kramdown, `${fill('{::comment}a{:/comment} ')}{:/}`],
    ['tags of extensions that do not end', kramdown, fill('{::comment ')],
    [
      'backticks of all lengths',
      kramdown,
      `{::comment}${Array.from({ length: 1_400 }, (_, i) => '`'.repeat(i)).join(' ')}`,
    ],
    ['definitions', kramdown, fillBlocks('[a]: b "c "d" e"\n')],
    ['definitions in quotes', kramdown, fillBlocks('> - [a]: b "c "d" e\n')],
    ['abbreviations', kramdown, fill('*[a]: b\n')],
    ['attribute lists that hide', kramdown, fillBlocks('- a\n{: hidden=""}\n\n')],
    ['attribute lists of nothing', kramdown, fillBlocks('{: hidden=""}\n\n')],
    ['comments of Liquid', kramdown, fill('{% comment %}')],
    ['comments of Liquid that end', kramdown, fill('{% comment %}a{% endcomment %}')],
    ['branches', kramdown, fill('{% if false %}')],
    ['long conditions', kramdown, `{% if ${fill('false or ')}%}a{% endif %}`],
    ['equal signs', kramdown, `{% if ${fill('== ')}%}a{% endif %}`],
    ['comments of Hugo', hugo, fill('{{< comment >}}')],
    ['elements of MDX', mdx, fill('<div hidden>\n')],
    ['styles of MDX', mdx, fill("<p style={{display: 'none'}}>a</p>\n")],
    ['comments of HTML', kramdown, fill('<!-- ')],
    ['admonitions further and further in', mkdocs, growing((indent) => `${indent}!!! note "a"`)],
    ['tabs', mkdocs, fill('=== "a"\n    b\n')],
    ['definitions of terms', mkdocs, growing((indent) => `${indent}:   a`)],
    ['blocks', mkdocs, fill('/// note | a\n    b: c\n')],
    ['snippets', mkdocs, fill('--8<--\n')],
    ['dashes of snippets', mkdocs, fill('-')],
    ['dashes and marks of snippets', mkdocs, fill('---8<')],
    ['words of an admonition', mkdocs, `!!! ${fill('note ')}`],
    ['quotes of an admonition', mkdocs, `!!! note ${fill('"a" ')}`],
    ['icons', mkdocs, fill(':a')],
    ['keys', mkdocs, fill('++a+')],
    ['marks', mkdocs, fill('==a ^^b ')],
    ['raised words', mkdocs, fill('a~b^c')],
    ['attribute lists', mkdocs, fill('{ .a ')],
    ['macros', mkdocs, fill('{{ a ')],
    ['notes of code', mkdocs, `\`\`\`\n${fill('# (1) ')}\n\`\`\``],
    ['tags with markdown', mkdocs, fill('<div markdown ')],
    ['shebangs', mkdocs, fill('`#!a')],
  ])('%s is read in time', { timeout: 30_000 }, (_, options, source) => {
    expect(extractText(source, options).text.length).toBeLessThanOrEqual(source.length + 100);
  });
});
