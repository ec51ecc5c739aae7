const definition = /^[ \t>]*\[\^([^\]\s[]{1,999})\]:/;
const reference = /\[\^([^\]\s[]{1,999})\]/g;

/** Labels in lower case of the footnotes that the text refers to, not those that are only defined, which no page shows. */
export function referencedFootnotes(markdown: string): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const line of withoutComments(markdown).split('\n')) {
    if (!line.includes('[^')) continue;
    const start = definition.exec(line)?.[0].length ?? 0;
    for (const [, label = ''] of line.slice(start).matchAll(reference)) labels.add(label.toLowerCase());
  }
  return labels;
}

function withoutComments(text: string): string {
  let out = '';
  let at = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', at)) {
    const end = text.indexOf('-->', start + 4);
    if (end < 0) break;
    out += text.slice(at, start);
    at = end + 3;
  }
  return out + text.slice(at);
}
