/**
 * The plugin mkdocs-static-i18n: which language a page is in, and where.
 * @module
 */
import { isObject } from '../../../domain/is-object.js';
import { toText } from '../../front-matter/front-matter.js';
import { isOn, type MkdocsPlugin } from './plugins.js';

export interface MkdocsLanguages {
  /** @param path below the folder of the documents, with or without its extension. */
  place(path: string): {
    readonly language: string | undefined;
    /** Folder of the language in the built site; empty for the default. */
    readonly prefix: string;
    /** Without the language. */
    readonly path: string;
  };
  leftOut(path: string): string | undefined;
}

export function createMkdocsLanguages(plugins: readonly MkdocsPlugin[]): MkdocsLanguages | undefined {
  const options = plugins.find(({ name }) => name === 'i18n')?.options;
  if (options === undefined) return undefined;
  const listed = (Array.isArray(options.languages) ? options.languages : []).filter(isObject);
  const codes = listed.flatMap(({ locale }) => toText(locale) ?? []);
  const fallback = toText(listed.find((language) => language.default === true)?.locale) ?? codes[0];
  const left = new Set(listed.filter(({ build }) => !isOn(build)).map(({ locale }) => toText(locale)));
  const byFolder = options.docs_structure === 'folder';

  const place: MkdocsLanguages['place'] = (path) => {
    const language = byFolder
      ? codes.find((code) => path.startsWith(`${code}/`))
      : codes.find((code) => path.replace(/\.md$/, '').endsWith(`.${code}`));
    if (language === undefined) return { language: fallback, prefix: '', path };
    const inner = byFolder
      ? path.slice(language.length + 1)
      : path.replace(/\.md$/, '').slice(0, -language.length - 1);
    return { language, prefix: language === fallback ? '' : language, path: inner };
  };
  return {
    place,
    leftOut: (path) => {
      const { language } = place(path);
      return language !== undefined && left.has(language)
        ? `is in ${language}, which the site leaves out`
        : undefined;
    },
  };
}
