/**
 * Does markup become words? Looks at the 500 most frequent terms and at 200 seeded passages of every corpus for template
 * syntax, tags, entities and base64, outside of code (where a post shows such things on purpose).
 * Exit code 1 when it finds any. Use: markup-leaks <folder of corpora> [corpus …]
 */
import { type ExtractedText, extractText } from '../../src/content/text/extract-text.js';
import { type CorpusPost, createRandom, loadCorpora } from './extraction-corpus.js';

const [folder = '', ...names] = process.argv.slice(2);
if (folder === '') throw new Error('Name the folder of the corpora.');
const topTerms = 500;
const passages = 200;
const passageLength = 300;

const leaks: readonly (readonly [string, RegExp])[] = [
  ['template tag', /\{%|%\}/],
  ['template output', /(?<![\\^_\w{])\{\{\s*[\w$."'-]/],
  ['attribute list', /\{:|\{#[\w-]+\}|\{\.[\w-]+\}/],
  ['module', /\bimport\b[^.;\n]{0,80}\bfrom\s+['"]/],
  ['tag', /<\/?(?:div|span|p|a|br|img|script|style|table|td|[A-Z][A-Za-z]+)\b[^<>\n]*>/],
  ['entity', /&(?:nbsp|amp|lt|gt|quot|mdash|#\d+);/],
  ['base64', /(?=[^\s]*[A-Z][^\s]*[A-Z])(?=[^\s]*\d)[A-Za-z0-9+/]{150,}={0,2}/],
  ['container', /(?:^|\n):{3,}/],
  ['comment', /<!--|-->/],
];
/** Terms that only a template engine or a browser sees; as a word of prose each would be rare. */
const technicalTerms = /^(?:endraw|endhighlight|endfor|endif|endcapture|endcomment|nbsp|classname|noopener)$/;

interface Extracted {
  readonly post: CorpusPost;
  readonly text: string;
}

/** The text with its code blanked out. */
function prose({ text, code }: ExtractedText): string {
  let out = '';
  let at = 0;
  for (const { start, end } of code) {
    out += `${text.slice(at, start)} `;
    at = end;
  }
  return out + text.slice(at);
}

let failed = false;
for (const { name, posts } of loadCorpora(folder, names)) {
  const texts: Extracted[] = posts.map((post) => ({
    post,
    text: prose(extractText(post.body, post.options)),
  }));
  const counts = new Map<string, number>();
  for (const { text } of texts) {
    for (const [term] of text.toLowerCase().matchAll(/[\p{L}\p{N}_]+/gu))
      counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const top = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, topTerms);
  const findings = top
    .filter(([term]) => technicalTerms.test(term))
    .map(([term, count]) => `term ${term} (${count} times)`);

  const random = createRandom(11);
  const full = texts.filter(({ text }) => text.length > 0);
  for (let i = 0; i < passages && full.length > 0; i += 1) {
    const { post, text } = full[Math.floor(random() * full.length)] ?? { text: '' };
    const start = Math.floor(random() * Math.max(1, text.length - passageLength));
    const passage = text.slice(start, start + passageLength);
    for (const [kind, pattern] of leaks) {
      const found = pattern.exec(passage);
      if (found !== null)
        findings.push(
          `${kind}: ${JSON.stringify(passage.slice(Math.max(0, found.index - 30), found.index + 60))} in ${post?.file}`,
        );
    }
  }
  // The whole of every text too, for those who read this: only counted, and the first of each kind shown.
  const everywhere = leaks.map(([kind, pattern]) => {
    const hits = texts.filter(({ text }) => pattern.test(text));
    const first = hits[0];
    const at = first === undefined ? 0 : (pattern.exec(first.text)?.index ?? 0);
    return {
      kind,
      posts: hits.length,
      first:
        first === undefined
          ? ''
          : `${JSON.stringify(first.text.slice(Math.max(0, at - 30), at + 50))} in ${first.post.file}`,
    };
  });
  console.log(
    `${name}: ${findings.length} findings in ${top.length} terms and ${Math.min(passages, full.length * passages)} passages`,
  );
  for (const finding of findings) console.log(`  ! ${finding}`);
  for (const { kind, posts: count, first } of everywhere)
    if (count > 0) console.log(`  (${kind} in ${count} of ${texts.length} posts: ${first})`);
  failed ||= findings.length > 0;
}
process.exitCode = failed ? 1 : 0;
