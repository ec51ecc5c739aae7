/**
 * What generators make of a name in a URL, and some of them of a heading too.
 * @module
 */
import unidecode from 'unidecode';

/** Zola, Rust's `slug` crate; all the world's letters in ASCII: runs of anything but a-z and 0-9 become one hyphen. */
export const toAsciiSlug = (text: string): string =>
  unidecode(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Pelican's `slugify` with its default substitutions: other characters than word characters, blanks and hyphens go first. */
export const toPelicanSlug = (text: string): string =>
  unidecode(text.normalize('NFKD').replace(/[^\p{L}\p{M}\p{N}_\s-]/gu, ''))
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/[-\s]+/g, '-')
    .toLowerCase();

/** Hexo's table of diacritics amounts to Unicode's decomposition and these. */
const diacritics: Readonly<Record<string, string>> = {
  ß: 's',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
};

/** Hexo: `slugize` of hexo-util. */
export const slugize = (text: string, transform: 'none' | 'lower' | 'upper' = 'none'): string => {
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[ßæÆœŒøØłŁđĐı]/g, (letter) => diacritics[letter] ?? letter)
    .replace(/\p{Cc}/gu, '')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, '-')
    .replace(/^-|-$/g, '');
  if (transform === 'lower') return plain.toLowerCase();
  return transform === 'upper' ? plain.toUpperCase() : plain;
};

export type SlugCase = 'none' | 'lower' | 'lower-ascii' | 'fold';

const toCase: Readonly<Record<SlugCase, (text: string) => string>> = {
  none: (text) => text,
  lower: (text) => text.toLowerCase(),
  'lower-ascii': (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  fold: (text) => text.toLowerCase().replaceAll('ß', 'ss').replaceAll('ς', 'σ'),
};

/** `slugify` of PyMdown Extensions, which Material for MkDocs makes addresses with: keeps letters, digits, `_` and `-`; each space becomes a separator, also where a sign between two has gone. */
export const pymdownxSlug = (text: string, letterCase: SlugCase = 'lower', separator = '-'): string =>
  toCase[letterCase](
    text
      .normalize('NFC')
      .replace(/<[^<>]*>/g, '')
      .trim(),
  )
    .replace(/[^\p{L}\p{N}_\- ]/gu, '')
    .replaceAll(' ', separator);
