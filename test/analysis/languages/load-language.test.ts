import { describe, expect, it, test } from 'vitest';
import { createAnalyzer } from '../../../src/analysis/index.js';
import { unknownLanguage } from '../../../src/analysis/languages/language-words.js';
import { loadLanguage } from '../../../src/analysis/languages/load-language.js';

describe('a language', () => {
  it('is known by what its tag begins with', async () => {
    const [bokmal, nynorsk, norwegian] = await Promise.all(['nb', 'nn', 'no'].map(loadLanguage));
    expect(nynorsk).toBe(bokmal);
    expect(norwegian).toBe(bokmal);
    expect(await loadLanguage('pt-BR')).toBe(await loadLanguage('pt'));
    expect((await loadLanguage('zh-Hans')).isStopWord('什么')).toBe(true);
  });

  it('is the same object each time: what is worked out from its stems is kept by it', async () => {
    expect(await loadLanguage('de')).toBe(await loadLanguage('DE-at'));
  });

  it('without rules stems nothing and takes no word for a stop word', async () => {
    for (const language of ['und', 'pl', 'vi', '', 'x-private'])
      expect(await loadLanguage(language)).toBe(unknownLanguage);
    expect(unknownLanguage.stem('searching')).toBe('searching');
  });
});

describe('a stop word', () => {
  test.each([
    ['en', "how what does who to be or not the it don't isn't"],
    ['de', 'wie was wo welche der die das für über während'],
    ['es', 'como cuando el la qué está'],
    ['fr', "qui que le la l'on même été"],
    ['it', 'come che il la perché'],
    ['pt', 'como quando não são'],
    ['sv', 'hur vad och på är'],
    ['nb', 'hvordan hva hvorfor på være'],
    ['ru', 'как что где ещё'],
    ['el', 'πως και που'],
    ['ar', 'أين إلى الذي'],
    ['sr', 'kako koji šta između naći'],
    ['lt', 'šis šita'],
    ['tr', 'nasıl hangi değil'],
    ['zh', '什么 怎么'],
  ])('in %s is every one of: %s', async (language, words) => {
    const { isStopWord } = await loadLanguage(language);
    const terms = words.split(' ').flatMap((word) => createAnalyzer(language).terms(word)[0] ?? []);
    expect(terms.filter((term) => !isStopWord(term))).toEqual([]);
  });

  it('is no word that tells', async () => {
    const telling = {
      en: 'rust search engine kubernetes',
      de: 'Suche Haus Rust',
      fr: 'recherche moteur',
      zh: '搜索 引擎',
    };
    for (const [language, words] of Object.entries(telling)) {
      const { isStopWord } = await loadLanguage(language);
      expect(createAnalyzer(language).terms(words).filter(isStopWord)).toEqual([]);
    }
  });
});
