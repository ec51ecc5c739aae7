/**
 * Hexo's slugs, of addresses and of headings: `slugize` of hexo-util.
 * @module
 */

/** Its table of diacritics amounts to Unicode's decomposition and these. */
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
