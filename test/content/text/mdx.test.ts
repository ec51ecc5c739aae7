import { describe, expect, it } from 'vitest';
import { extractText } from '../../../src/content/text/extract-text.js';
import { markups } from './markups.js';

const mdx = (source: string) => extractText(source, { format: 'mdx', ...markups.github });

describe('MDX', () => {
  it('loses imports, exports, expressions and comments', () => {
    const source =
      "import A from './a'\nimport { b } from 'b'\n\nexport const meta = {\n\n  hidden: 'x',\n}\n\nWords {/* no */}{value} stay{' '}here.\n\nimport duties are prose.";
    expect(mdx(source).text).toBe('Words stay here.\nimport duties are prose.');
  });

  it('keeps the words inside elements and in shown attributes', () => {
    const source =
      '<Note title="Mind this" className="a b">\n\n    Indented *words*, no code.\n\n    - item\n\n</Note>\n\n<Card href={url} /> <b>inline</b> <Img src="a.png" alt="A door" />';
    const post = mdx(source);
    expect(post.text).toBe('Mind this\nIndented words, no code.\nitem\ninline A door');
    expect(post.code).toEqual([]);
  });

  it('keeps code to the letter', () => {
    const source = '```jsx\nimport x from "y";\n<A b={c} />\n```\n\nand `<A>{b}</A>`';
    expect(mdx(source).text).toBe('import x from "y";\n<A b={c} />\nand <A>{b}</A>');
  });

  it('is not confused by a lone backtick', () => {
    expect(mdx('A lone ` here.\n\nThen `<A>` and `{b}`.').text).toBe('A lone ` here.\nThen <A> and {b}.');
  });

  it('shows HTML that is set as an attribute', () => {
    expect(mdx('<Fragment set:html={"<pre class=\\"x\\">one<br />two</pre>"} />').text).toBe('one\ntwo');
  });

  it('uses the ids in comments', () => {
    expect(
      mdx('## The title {/*own-id*/}\n\n## Other {/* #second */}').headings.map(({ text, anchor }) => [
        text,
        anchor,
      ]),
    ).toEqual([
      ['The title', 'own-id'],
      ['Other', 'second'],
    ]);
  });

  it('falls back to Markdown where it is broken, and says where', () => {
    const post = mdx('Fine.\n\nBroken {brace and <Tag attr={1\n\nMore *words*.');
    expect(post.text).toContain('Broken {brace');
    expect(post.text).toContain('More words.');
    expect(post.notices[0]).toMatchObject({ line: 3 });
  });

  it('takes a lone < as a sign', () => {
    expect(mdx('1 < 2 and a <b').text).toBe('1 < 2 and a <b');
  });
});

describe('what MDX hides', () => {
  it.each([
    '<div hidden>secret</div>',
    '<div hidden={true}>\n\n## secret\n\n<div>secret</div>\n\nsecret\n\n</div>',
    '<div hidden={isClosed}>secret</div>',
    "<div style={{display: 'none'}}>secret</div>",
    '<div style={{ color: "red", visibility: "hidden" }}>secret</div>',
    '<div style="display: none">secret</div>',
    '<Note title="A secret title" hidden>secret</Note>',
    '<img src="a.png" alt="A secret" hidden />',
    '<dialog>secret</dialog>',
    '<iframe src="x">secret</iframe>',
    '<svg><title>secret</title><desc>secret <b>secret</b></desc></svg>',
    '<video src="x">secret</video>',
    '{/* secret */}',
    '{/*\n\nsecret\n\n*/}',
    '{false && <div>secret</div>}',
    '<!-- secret -->',
    '<div hidden>\n\n```\nsecret </div>\n```\n\n</div>',
  ])('%j', (source) => {
    const { text, headings } = mdx(`before\n\n${source}\n\nafter`);
    expect(text).toBe('before\nafter');
    expect(headings).toEqual([]);
  });

  it.each([
    '<div hidden={false}>shown</div>',
    '<div hidden="until-found">shown</div>',
    "<div style={{display: 'block'}}>shown</div>",
    '<dialog open>shown</dialog>',
    '<Dialog>shown</Dialog>',
    '<details>shown</details>',
    '<img hidden alt="x"> shown',
    '`<div hidden>` shown',
    '<svg><text>shown</text></svg>',
  ])('but not %j', (source) => {
    expect(mdx(`before\n\n${source}\n\nafter`).text).toMatch(/^before\n[\s\S]*shown\nafter$/);
  });

  it('and says where an element that hides does not end', () => {
    const { text, notices } = mdx('before\n\n<div hidden>\n\nsecret');
    expect(text).toBe('before');
    expect(notices).toMatchObject([{ line: 3 }]);
  });
});
