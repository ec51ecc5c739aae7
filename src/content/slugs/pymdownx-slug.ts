/**
 * `slugify` of PyMdown Extensions, which Material for MkDocs makes addresses with.
 * @module
 */

export type SlugCase = 'none' | 'lower' | 'lower-ascii' | 'fold';

const toCase: Readonly<Record<SlugCase, (text: string) => string>> = {
  none: (text) => text,
  lower: (text) => text.toLowerCase(),
  'lower-ascii': (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  fold: (text) => text.toLowerCase().replaceAll('ß', 'ss').replaceAll('ς', 'σ'),
};

/** Keeps letters, digits, `_` and `-`; each space becomes a separator, also where a sign between two has gone. */
export const pymdownxSlug = (text: string, letterCase: SlugCase = 'lower', separator = '-'): string =>
  toCase[letterCase](
    text
      .normalize('NFC')
      .replace(/<[^<>]*>/g, '')
      .trim(),
  )
    .replace(/[^\p{L}\p{N}_\- ]/gu, '')
    .replaceAll(' ', separator);
