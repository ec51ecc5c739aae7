/**
 * Slugs of generators that write all the world's letters in ASCII: Zola and Pelican.
 * @module
 */
import unidecode from 'unidecode';

/** Rust's `slug` crate: runs of anything but a-z and 0-9 become one hyphen. */
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
