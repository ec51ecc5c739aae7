import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage, openNdjson } from '../../src/content/index.js';
import { now, openSite, type SiteOptions } from './open-site.js';

const english =
  'The scheduler looks at every task that waits and gives the next one to the worker which has been idle for longest.';
const czech =
  'Plánovač se podívá na každou úlohu, která čeká, a další předá tomu pracovníkovi, jenž byl nejdéle nečinný.';
const french =
  'L’ordonnanceur regarde chaque tâche qui attend et donne la suivante à celui des ouvriers qui est inactif depuis longtemps.';
const japanese =
  'スケジューラは待っているすべてのタスクを見て、最も長く待機しているワーカーに次の仕事を渡します。';

const post = (text: string, more = ''): string => `---\ntitle: T\n${more}---\n\n${text}\n`;

const languagesOf = async (
  files: Readonly<Record<string, string>>,
  options: SiteOptions = {},
): Promise<Record<string, string>> => {
  const { outcomes } = await openSite(files, { generator: 'plain', detectLanguage, ...options });
  return Object.fromEntries(
    [...outcomes].map(([file, outcome]) => [
      file,
      outcome.kind === 'post' ? `${outcome.post.language} ${outcome.languageRule}` : outcome.skip.reason,
    ]),
  );
};

describe('a name of two letters', () => {
  it.each(['om', 'cs', 'it', 'ts', 'os', 'id', 'pl'])(
    'is no language for a chance counterpart: %s',
    async (name) => {
      const files = {
        'about.md': post(english),
        'index.md': post(english),
        [`${name}/about.md`]: post(english),
        [`${name}/index.md`]: post(english),
        [`posts/deep/${name}/about.md`]: post(english),
        'posts/deep/about.md': post(english),
        [`guide.${name}.md`]: post(english),
        'guide.md': post(english),
      };
      for (const language of Object.values(await languagesOf(files))) expect(language).toBe('en text');
    },
  );

  it('is none where subjects are treated alike', async () => {
    const files = Object.fromEntries(
      ['cs', 'it', 'ts'].flatMap((name) =>
        ['setup', 'usage', 'faq'].map((page) => [`docs/${name}/${page}.md`, post(english)]),
      ),
    );
    for (const language of Object.values(await languagesOf(files))) expect(language).toBe('en text');
  });

  it('is one where the words are, and posts have counterparts', async () => {
    expect(
      await languagesOf({
        'a.md': post(english),
        'cs/a.md': post(czech),
        'fr/a.md': post(french),
        'docs/b.md': post(english),
        'docs/ja/b.md': post(japanese),
        'c.md': post(english),
        'c.fr.md': post(french),
        'posts/d/index.md': post(english),
        'posts/d/cs/index.md': post(czech),
      }),
    ).toEqual({
      'a.md': 'en text',
      'cs/a.md': 'cs path',
      'fr/a.md': 'fr path',
      'docs/b.md': 'en text',
      'docs/ja/b.md': 'ja path',
      'c.md': 'en text',
      'c.fr.md': 'fr path',
      'posts/d/index.md': 'en text',
      'posts/d/cs/index.md': 'cs path',
    });
  });

  it('is one where the site says so, whatever the words', async () => {
    const files = {
      '_config.yml': 'languages: [en, cs]\n',
      '_posts/2020-01-02-a.md': post(english),
      '_posts/cs/2020-01-02-b.md': post(english),
      '_posts/om/2020-01-02-a.md': post(english),
    };
    const { post: read } = await openSite(files, { detectLanguage });
    expect(read('_posts/cs/2020-01-02-b.md').language).toBe('cs');
    expect(read('_posts/om/2020-01-02-a.md').language).toBe('en');
  });

  it('is one where posts of a few words mirror others, right below what holds the pages', async () => {
    const few = (folder: string) => ({ [`${folder}a.md`]: '# A', [`${folder}b.md`]: '# B' });
    const languages = await languagesOf({
      ...few('docs/'),
      ...few('docs/cs/'),
      ...few('x/'),
      ...few('x/it/'),
    });
    expect(languages['docs/cs/a.md']).toBe('cs path');
    expect(languages['x/it/a.md']).toMatch(/ others$/);
  });

  it('is none for a page about the site, in the language of the site', async () => {
    const languages = await languagesOf({
      'index.md': '# Hej',
      'en/index.md': post(english),
      'om/index.md': '# Om mig',
      'om/kontakt.md': '# Kontakt',
    });
    expect(languages['om/index.md']).toMatch(/ others$/);
    expect(languages['en/index.md']).toBe('en path');
  });

  it('may be a language in one place and a subject in another', async () => {
    const languages = await languagesOf({
      'a.md': post(english),
      'it/a.md': post(
        'Il programma guarda ogni compito che aspetta e dà il prossimo a chi è rimasto fermo più a lungo.',
      ),
      'notes/a.md': post(english),
      'notes/it/a.md': post(english),
    });
    expect(languages['it/a.md']).toBe('it path');
    expect(languages['notes/it/a.md']).toBe('en text');
  });
});

describe('posts of a few words', () => {
  it.each([
    ['你好，世界', 'zh'],
    ['今日は', 'ja'],
    ['カタカナ', 'ja'],
    ['안녕하세요', 'ko'],
    ['สวัสดี', 'th'],
    ['שלום', 'he'],
    ['Γειά', 'el'],
    ['Привет', 'ru'],
    ['مرحبا', 'ar'],
    ['नमस्ते', 'hi'],
    ['გამარჯობა', 'ka'],
    ['你好 Docker', 'zh'],
    ['Hi', 'en'],
    ['42 🎉', 'en'],
  ])('are told by their letters: %s', async (text, language) => {
    const languages = await languagesOf({ 'a.md': `---\ntitle: "${text}"\n---\n${text}\n` });
    expect(languages['a.md']?.split(' ')[0]).toBe(language);
  });

  it('a whole blog of them is in one language', async () => {
    const texts = [
      '今天下雨',
      '新的开始',
      '读书笔记',
      '学习 Rust',
      'Vue 和 React',
      '关于我',
      '旅行',
      '2020 总结',
    ];
    const files = Object.fromEntries(
      texts.map((text, at) => [`p${at}.md`, `---\ntitle: ${text}\n---\n${text}。\n`]),
    );
    for (const language of Object.values(await languagesOf(files))) expect(language).toBe('zh others');
  });

  it('are in that of the other posts which their letters allow', async () => {
    const others = Object.fromEntries([1, 2, 3].map((at) => [`o${at}.md`, post(czech)]));
    expect(await languagesOf({ ...others, 'a.md': '# Ahoj' })).toMatchObject({ 'a.md': 'cs others' });
    expect(await languagesOf({ ...others, 'a.md': '# 日記' })).toMatchObject({ 'a.md': 'zh others' });
    const inJapanese = Object.fromEntries([1, 2, 3].map((at) => [`o${at}.md`, post(japanese)]));
    expect(await languagesOf({ ...inJapanese, 'a.md': '# 日記' })).toMatchObject({ 'a.md': 'ja others' });
    expect(await languagesOf({ ...inJapanese, 'a.md': '# Docker' })).toMatchObject({ 'a.md': 'en others' });
    expect(await languagesOf({ ...inJapanese, 'a.md': '# 2020' })).toMatchObject({ 'a.md': 'ja others' });
    const ukrainian = post(
      'Планувальник дивиться на кожне завдання, що чекає, і передає наступне тому, хто довше за всіх був вільний.',
    );
    expect(await languagesOf({ 'o.md': ukrainian, 'a.md': '# Так' })).toMatchObject({ 'a.md': 'uk others' });
  });

  it('are in that of the site where it is said', async () => {
    expect(await languagesOf({ 'a.md': '# Hi' }, { language: 'fr' })).toEqual({ 'a.md': 'fr site' });
    expect(await languagesOf({ 'a.md': '---\nlang: de\n---\n# Hi' })).toEqual({ 'a.md': 'de front matter' });
  });

  it('have the same language whichever is read first, and whatever is hidden', async () => {
    const files = {
      ...Object.fromEntries([1, 2, 3].map((at) => [`o${at}.md`, post(french)])),
      ...Object.fromEntries([4, 5, 6, 7, 8].map((at) => [`o${at}.md`, post(czech, 'draft: true\n')])),
      'a.md': '# Hm',
      'z.md': '# Oh',
    };
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(Object.keys(files), { minLength: 1 }), async (order) => {
        const { content } = await openSite(files, { generator: 'plain', detectLanguage });
        for (const file of order) {
          const outcome = await content.read(file);
          if (file === 'a.md' || file === 'z.md')
            expect(outcome).toMatchObject({ post: { language: 'fr' }, languageRule: 'others' });
        }
      }),
      { numRuns: 20 },
    );
  });

  it('come through a pipe as from a folder', async () => {
    const lines = [czech, czech, 'Ahoj', '日記'].map((text, at) =>
      JSON.stringify({ id: `p${at}`, url: `/${at}/`, title: 'T', text }),
    );
    const input = (async function* () {
      yield Buffer.from(lines.join('\n'));
    })();
    const content = await openNdjson({ input, now, detectLanguage });
    const languages: string[] = [];
    for (const file of content.files) {
      const outcome = await content.read(file);
      languages.push(outcome.kind === 'post' ? outcome.post.language : outcome.skip.message);
    }
    expect(languages).toEqual(['cs', 'cs', 'cs', 'zh']);
  });
});
