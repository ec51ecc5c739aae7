/**
 * Is every word that a reader sees in our text? Fifty seeded posts a corpus are rendered by an independent renderer
 * (markdown-it, then parse5), and each of its words is looked for in ours. Prints the words that are missing and why;
 * `unexplained` is what has to be read. Use: completeness <folder of corpora> [corpus …]
 */
import MarkdownIt from 'markdown-it';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { extractText } from '../../src/content/text/extract-text.js';
import { type CorpusPost, loadCorpora, sample } from './extraction-corpus.js';

const [folder = '', ...names] = process.argv.slice(2);
if (folder === '') throw new Error('Name the folder of the corpora.');
const seed = Number(process.env.SEED ?? 7);

type HtmlNode = DefaultTreeAdapterTypes.Node;

function htmlWords(html: string): string {
  const parts: string[] = [];
  const stack: HtmlNode[] = [parse(html)];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.nodeName === '#text' && 'value' in node) parts.push(node.value);
    else if (/^(?:script|style|template|noscript)$/.test(node.nodeName)) continue;
    else if ('childNodes' in node) {
      if ('attrs' in node)
        parts.push(...node.attrs.filter(({ name }) => name === 'alt').map(({ value }) => ` ${value} `));
      // Inline elements do not part words; all others do.
      if (
        !/^(?:a|abbr|b|code|del|em|i|ins|kbd|mark|s|small|span|strong|sub|sup|u|tt|font)$/.test(node.nodeName)
      )
        parts.push(' ');
      for (let i = node.childNodes.length - 1; i >= 0; i -= 1) {
        const child = node.childNodes[i];
        if (child !== undefined) stack.push(child);
      }
    }
  }
  return parts.join('');
}

const renderer = new MarkdownIt({ html: true, linkify: false });

const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .replaceAll('\u00ad', '')
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );

/** Regions of the source whose words only an engine sees. */
const templateRegions: readonly (readonly [string, RegExp])[] = [
  ['template', /\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}|\{#[\s\S]*?#\}/g],
  ['comment', /<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}|\{% comment %\}[\s\S]*?\{% endcomment %\}/g],
  ['attribute list', /\{:[^}]*\}|\{[#.][^}\n]*\}|\]\([^)]*\)\{[^}]*\}/g],
  ['container', /^[ \t]*:{3,}.*$/gm],
  ['module', /^(?:import|export)\b[\s\S]*?(?=\n\s*\n)/gm],
  ['tag', /<\/?[A-Za-z][^<>]*>/g],
  ['expression', /\{[^{}]*\}/g],
  ['component', /<[A-Z][\s\S]*?\/>[ \t]*$/gm],
  ['address', /\]\([^)]*\)|^[ \t]*\[[^\]]+\]:.*$|\b(?:href|src)=["'][^"']*["']/gm],
  ['link label', /\]\[[^\]]*\]/g],
  ['footnote label', /\[\^[^\]]*\]/g],
  ['fence info', /^[ \t>]*(?:`{3,}|~{3,}).*$/gm],
  ['icon', /:[a-z0-9][\w+-]*:/gi],
  ['mark of MkDocs', /^[ \t]*(?:!!!|\?{3}\+?|={3}|\/{3}|-+8<).*$|\(\d+\)!?/gm],
  ['binary', /[A-Za-z0-9+/]{60,}={0,2}/g],
];

function explain(word: string, post: CorpusPost): string | undefined {
  for (const [category, region] of templateRegions) {
    for (const match of post.body.matchAll(region)) if (wordsOf(match[0]).has(word)) return category;
  }
  return undefined;
}

/** Lines that are wrapped inside a Japanese or Chinese sentence are joined by us: two words of the renderer are one.
 * So are a word and what follows a link that the renderer prints with its label. */
const joined = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

for (const { name, posts } of loadCorpora(folder, names)) {
  const counts = new Map<string, number>();
  const unexplained: string[] = [];
  let total = 0;
  for (const post of sample(posts, 50, seed)) {
    const rendered = post.options.format === 'html' ? post.body : renderer.render(post.body);
    const ours = extractText(post.body, post.options);
    const found = wordsOf(ours.text);
    for (const word of wordsOf(htmlWords(rendered))) {
      total += 1;
      if (found.has(word)) continue;
      const wide = /[\u3040-\u9fff]/.test(ours.text) && joined(ours.text).includes(word);
      const reason = wide ? 'wrapped line' : explain(word, post);
      counts.set(reason ?? 'unexplained', (counts.get(reason ?? 'unexplained') ?? 0) + 1);
      if (reason === undefined) unexplained.push(`${word} (${post.file.split('/').slice(-2).join('/')})`);
    }
  }
  const reasons = [...counts].map(([reason, count]) => `${reason} ${count}`).join(', ');
  console.log(`${name}: ${total} words; absent: ${reasons === '' ? 'none' : reasons}`);
  for (const line of unexplained.slice(0, 60)) console.log(`  ? ${line}`);
}
