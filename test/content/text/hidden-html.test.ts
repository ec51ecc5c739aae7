import { describe, expect, it } from 'vitest';
import { type ExtractOptions, extractText } from '../../../src/content/text/extract-text.js';
import { markups } from './markups.js';

const plain: ExtractOptions = { format: 'markdown', ...markups.github };
const markdown = (source: string, options: Partial<ExtractOptions> = {}) =>
  extractText(source, { ...plain, ...options });
const html = (source: string) => markdown(source, { format: 'html' });

describe('elements that hide', () => {
  it.each([
    '<div hidden>secret</div>',
    '<div HIDDEN="">secret</div>',
    "<div class='x' hidden='hidden' id=y>secret</div>",
    '<div hidden="false">secret</div>',
    '<div style="display:none">secret</div>',
    '<div style="color: red; DISPLAY : None !important">secret</div>',
    '<div style="display:/* why */none;">secret</div>',
    '<div style=display:none>secret</div>',
    '<div style="display: block; display: none">secret</div>',
    '<div style="display: none !important; display: block">secret</div>',
    '<div style="visibility:hidden">secret</div>',
    '<div style="visibility: collapse">secret</div>',
    '<div style="display&#58;none">secret</div>',
    '<div popover>secret</div>',
    '<div hidden><div>secret</div>secret</div>',
    '<dialog>secret</dialog>',
    '<template><p>secret</p></template>',
    '<iframe src="x">secret <b>secret</b></iframe>',
    '<iframe><iframe></iframe>',
    '<object data="x"><p>secret</p></object>',
    '<video src="x">secret <a>secret</a></video>',
    '<audio src="x">secret</audio>',
    '<canvas>secret</canvas>',
    '<datalist id="d"><option>secret</option></datalist>',
    '<noscript><p>secret</p></noscript>',
    '<noembed>secret</noembed>',
    '<svg role="img"><title>secret</title><desc>secret</desc><metadata>secret</metadata></svg>',
    '<math><semantics><annotation encoding="t">secret</annotation></semantics></math>',
    '<svg><defs><text>secret</text></defs><symbol><text>secret</text></symbol></svg>',
    '<div style="display:n\\6f ne">secret</div>',
    '<div style="d\\000069splay:none">secret</div>',
    '<div v-if="false">secret</div>',
    '<div v-show="false">secret</div>',
    '<img hidden alt="secret">',
    '<img src="x" style="display:none" alt="secret">',
    '<h2 hidden>secret</h2>',
    '<pre hidden>secret <code>secret</code></pre>',
    '<!-- secret -->',
    '<!-- secret > secret -->',
  ])('%s', (source) => {
    for (const { text, headings, code } of [
      html(`<p>before</p>${source}<p>after</p>`),
      markdown(`before\n\n${source}\n\nafter`),
      markdown(`before\n\n- item ${source}\n\nafter`),
    ]) {
      expect(text).not.toContain('secret');
      expect(text).toMatch(/^before\n[\s\S]*after$/);
      expect(headings).toEqual([]);
      expect(code).toEqual([]);
    }
    expect(markdown(`before ${source} after`).text).toBe('before after');
  });

  it.each([
    '<div class="sr-only visually-hidden hidden">shown</div>',
    '<div aria-hidden="true">shown</div>',
    '<details><summary>shown</summary>shown</details>',
    '<dialog open>shown</dialog>',
    '<div hidden="until-found">shown</div>',
    '<div v-if="open">shown</div>',
    '<div data-hidden style="display:block">shown</div>',
    '<div style="display: none; display: block">shown</div>',
    '<div title="hidden" style="overflow:hidden">shown</div>',
    '<svg><text x="1">shown</text></svg>',
    '<p hidden>gone<p>shown</p>',
    '<ul><li hidden>gone<li>shown</ul>',
    '<section><div hidden>gone</section>shown',
    '<div hidden>gone</span></div>shown',
    '<table><tr><td hidden>gone<td>shown</table>',
    '<dl><dt hidden>gone<dd>shown</dl>',
    '<script>"<div hidden>"</script>shown',
  ])('but not %s', (source) => {
    for (const { text } of [html(source), markdown(`before\n\n${source}\n\nafter`)]) {
      expect(text).toContain('shown');
      expect(text).not.toContain('gone');
    }
  });

  it('go on over Markdown between their tags', () => {
    const source =
      'before\n\n<div hidden>\n\n## secret\n\nsecret *secret*\n\n- secret\n\n```\nsecret </div>\n```\n\n| secret |\n|---|\n| secret |\n\n<div>\n\nsecret\n\n</div>\n\nsecret\n\n</div>\n\nafter';
    const { text, headings, code } = markdown(source);
    expect(text).toBe('before\nafter');
    expect(headings).toEqual([]);
    expect(code).toEqual([]);
  });

  it('end with the block of Markdown that they were opened in', () => {
    expect(markdown('a <span hidden>secret\n\nafter').text).toBe('a\nafter');
    expect(markdown('> <div hidden>\n> secret\n\nafter').text).toBe('after');
    expect(markdown('- a <span hidden>secret\n- b\n\nafter').text).toBe('a\nb\nafter');
    expect(markdown('<p hidden>secret\n\nafter').text).toBe('after');
  });

  it('hide to the end when nothing closes them', () => {
    expect(html('before <div hidden>secret <p>secret').text).toBe('before');
    expect(html('before <!-- secret <p>secret').text).toBe('before');
    expect(markdown('before\n\n<div hidden>\n\nsecret\n\nsecret').text).toBe('before');
  });

  it('take their words out of the ids of headings', () => {
    for (const markup of [markups.github, markups.hugo, markups.kramdown, markups.vitepress, markups.zola]) {
      const source = '## Title <!-- secret -->\n\n## Other <span hidden>secret</span>';
      const { text, headings } = markdown(source, markup);
      expect(text).toBe('Title\nOther');
      expect(headings.map(({ anchor }) => anchor)).toEqual(['title', 'other']);
    }
  });

  it('hide where HTML says that a tag that closes itself is open, and not where components do', () => {
    expect(html('a <div hidden/>secret</div> b').text).toBe('a b');
    expect(markdown('a <span hidden/> b', markups.vitepress).text).toBe('a b');
  });
});
