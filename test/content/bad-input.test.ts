import { describe, expect, it } from 'vitest';
import { openSite, readPlain } from './open-site.js';

const reasonOf = async (source: string | Uint8Array): Promise<string> => {
  const { skip } = await readPlain(source);
  const { reason, line, message } = skip('post.md');
  return `${reason}:${line ?? ''} ${message}`;
};

describe('front matter that cannot be read hides its post', () => {
  it.each([
    ['malformed YAML', '---\ntitle: a\ntags: [b\n---\n\nbody\n', /^front-matter:4 has malformed YAML/],
    ['a tab for indentation', '---\n\tdraft: true\ntitle: a\n---\n', /^front-matter:2 has malformed YAML/],
    [
      'an error below blank lines',
      '\n\n---\ntitle: a\ntags: [b\n---\n',
      /^front-matter:6 has malformed YAML/,
    ],
    ['an unclosed fence', '---\ntitle: a\n\nbody\n', /^front-matter:1 opens front matter with --- and never/],
    ['a longer fence', '---\ntitle: a\n----\nbody\n---\n', /^front-matter:3 has a line .* starts with ---/],
    ['malformed TOML', '+++\ntitle = a\n+++\n', /^front-matter:2 has malformed TOML/],
    ['a TOML key twice', '+++\na = 1\na = 2\n+++\n', /^front-matter:3 has malformed TOML/],
    ['malformed JSON', '---json\n{"title": }\n---\n', /^front-matter:1 has malformed JSON/],
    ['unclosed JSON', '{\n"title": "a",\n', /^front-matter:1 opens JSON front matter/],
    ['another language', '---ini\ntitle=a\n---\n', /^front-matter:1 has front matter in ini/],
    ['no mapping', '---yaml\n- a\n---\n', /^front-matter:1 has front matter that is not a list of keys/],
  ])('%s', async (_, source, expected) => {
    expect(await reasonOf(source)).toMatch(expected);
  });

  it.each(['js', 'javascript', 'coffee', 'cson', ' JS'])('---%s never runs', async (language) => {
    const source = `---${language}\n{ title: (globalThis.frontMatterRan = true) }\n---\n`;
    expect(await reasonOf(source)).toMatch(/^front-matter:1 has front matter that is a program/);
    expect('frontMatterRan' in globalThis).toBe(false);
  });
});

describe('front matter that means harm', () => {
  const list = (item: string, count: number): string => `[${Array(count).fill(item).join(', ')}]`;

  it('refuses aliases that multiply', async () => {
    const levels = ['a', 'b', 'c', 'd', 'e', 'f'].map(
      (name, index, names) => `${name}: &${name} ${list(index === 0 ? 'x' : `*${names[index - 1]}`, 10)}`,
    );
    expect(await reasonOf(`---\n${levels.join('\n')}\n---\n`)).toMatch(
      /^front-matter:1 has front matter that amounts/,
    );
  });

  it('refuses more aliases than anybody writes', async () => {
    expect(await reasonOf(`---\na: &a x\ntags: ${list('*a', 101)}\n---\n`)).toMatch(/has 101 YAML aliases/);
    expect(
      (await readPlain(`---\ntitle: &a x\ntags: ${list('*a', 100)}\n---\n`)).post('post.md').tags,
    ).toEqual(['x']);
  });

  it.each([
    ['YAML', `---\na: ${'['.repeat(5000)}\n---\n`],
    ['TOML', `+++\na = ${'['.repeat(5000)}\n+++\n`],
    ['JSON', `{"a": ${'['.repeat(60_000)}${']'.repeat(60_000)}}\n`],
  ])('refuses %s nested without end', async (_, source) => {
    expect(await reasonOf(source)).toMatch(/^front-matter:/);
  });

  it('reads a long blank stretch in no time', async () => {
    const { post } = await readPlain(`---\ntitle: b${'\n'.repeat(100_000)}c: d\n---\n`);
    expect(post('post.md').title).toBe('b');
  });

  it('does not look for a closing fence without end', async () => {
    expect(await reasonOf(`---\na: b\n${'c: d\n'.repeat(60_000)}`)).toMatch(
      /does not close it within 256 kB/,
    );
  });

  it('takes __proto__ for a name like any other', async () => {
    const { post } = await readPlain('---\n__proto__: {draft: true}\nconstructor: x\ntitle: A\n---\nbody\n');
    expect(post('post.md').title).toBe('A');
    expect('draft' in {}).toBe(false);
  });
});

describe('encodings', () => {
  const utf16 = (text: string, order: 'le' | 'be'): Uint8Array => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
    return order === 'le' ? bytes : bytes.swap16();
  };
  const source = '---\r\ntitle: Žluťoučký\r\n---\r\n\r\nfirst\r\n\r\nsecond\r\n';

  it.each([
    ['CRLF', Buffer.from(source)],
    ['CR', Buffer.from(source.replaceAll('\n', ''))],
    ['a byte order mark', Buffer.from(`\uFEFF${source}`)],
    ['UTF-16, little end first', utf16(source, 'le')],
    ['UTF-16, big end first', utf16(source, 'be')],
  ])('reads %s', async (_, bytes) => {
    const { post } = await readPlain(bytes);
    expect(post('post.md')).toMatchObject({
      title: 'Žluťoučký',
      text: expect.stringMatching(/^first\n+second\n*$/),
    });
  });

  it('names the line of a byte that is no UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('one\ntwo\n'), Buffer.from([0xe9]), Buffer.from('\n')]);
    expect(await reasonOf(bytes)).toBe('encoding:3 is not valid UTF-8');
  });

  it('refuses half a character of UTF-16, and UTF-32', async () => {
    expect(await reasonOf(Uint8Array.of(0xff, 0xfe, 0x41, 0x00, 0x42))).toMatch(
      /^encoding: is not valid UTF-16LE/,
    );
    expect(await reasonOf(Uint8Array.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0))).toMatch(/^encoding:1 is UTF-32/);
  });

  it('leaves NUL out and says so', async () => {
    const { post, outcomes } = await readPlain('# Title\n\nbo\0dy\n');
    expect(post('post.md').text).toContain('body');
    expect(outcomes.get('post.md')).toMatchObject({ notices: [{ line: 3, message: /NUL/ }] });
  });
});

describe('files that are no posts', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t\n'],
    ['a byte order mark alone', '\uFEFF'],
    ['front matter without a title', '---\nlayout: post\n---\n'],
  ])('skips %s as empty', async (_, source) => {
    expect(await reasonOf(source)).toMatch(/^empty:/);
  });

  it('keeps a post that is a title alone', async () => {
    expect((await readPlain('---\ntitle: Soon\n---\n')).post('post.md')).toMatchObject({
      title: 'Soon',
      text: '',
    });
  });

  it('skips a post of 50 MB without reading it', async () => {
    const { skip, outcomes } = await readPlain(Buffer.alloc(50 * 1024 * 1024, 'word '));
    expect(skip('post.md')).toMatchObject({ reason: 'too-large' });
    expect(outcomes.get('post.md')?.bytes).toBe(50 * 1024 * 1024);
  });

  it('keeps a title short that is a heading, whole characters of it', async () => {
    const { post } = await readPlain(`# a${'😀'.repeat(5_000)}`);
    expect(post('post.md').title).toBe(`a${'😀'.repeat(999)}`);
  });

  it('skips a post that is still being read when its time is up, and reads the others', async () => {
    const { skip, post } = await openSite(
      { 'a.md': '# First', 'b.md': '# Slow\n\n*a* [b](c) `d`\n\n'.repeat(690_000), 'c.md': '# Last *one*' },
      { maxPostSeconds: 5 },
    );
    expect(skip('b.md')).toMatchObject({
      file: expect.stringMatching(/b\.md$/),
      reason: 'too-slow',
      message: 'took longer than 5 s',
      hint: expect.stringContaining('maxPostSeconds'),
    });
    expect([post('a.md').title, post('c.md').title]).toEqual(['First', 'Last one']);
  });

  it('skips markup that it does not read, and the papers of a repository', async () => {
    const { skip } = await openSite({
      'a.rst': 'Title\n=====\n',
      'LICENSE.md': 'You may',
      '404.md': '# Gone\n',
    });
    for (const file of ['a.rst', 'LICENSE.md', '404.md']) expect(skip(file).reason).toBe('not-a-post');
  });
});

describe('posts without front matter', () => {
  it.each([
    ['none at all', '# Title\n\nbody\n'],
    ['a thematic break', '---\n\nbody\n\n---\n\nmore\n'],
    ['a thematic break above prose', '---\nSome prose.\n'],
    ['a long thematic break', '-----\ntitle: x\n-----\n'],
    ['a list between breaks', '---\n- one\n- two\n---\n'],
    ['a template', '{% include header.html %}\nbody\n'],
  ])('reads %s as Markdown', async (_, source) => {
    expect((await readPlain(source)).outcomes.get('post.md')).toMatchObject({ kind: 'post' });
  });

  it.each([
    ['...', '---\ntitle: A\n...\nbody\n'],
    ['blanks after the fence', '---  \ntitle: A\n---\t\nbody\n'],
    ['text quoted over lines', '---\ntitle: "A"\nexcerpt: "one\ntwo"\n---\nbody\n'],
    ['nothing after it', '---\ntitle: A\n---'],
    ['TOML', '+++\ntitle = "A"\n+++\nbody\n'],
    ['JSON', '{\n  "title": "A"\n}\n\nbody\n'],
    ['JSON in fences', '---json\n{"title": "A"}\n---\nbody\n'],
    ['JSON without braces', ';;;\n"title": "A"\n;;;\nbody\n'],
    ['indented keys', '---\n  title: A\n  layout: x\n---\nbody\n'],
    ['a key that has no line of its own', '---\n? title\n: A\n---\nbody\n'],
    ['blank lines before it', '\n  \n---\ntitle: A\n---\nbody\n'],
    ['comments and blank lines', '---\n# a comment\n\ntitle: A\n---\nbody\n'],
  ])('reads front matter with %s', async (_, source) => {
    expect((await readPlain(source)).post('post.md').title).toBe('A');
  });
});
