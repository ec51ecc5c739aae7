/**
 * Links to posts. The address comes from a post's front matter, so it is checked before anyone can follow it.
 * @module
 */
import { addAnchor } from '../domain/add-anchor.js';

/** Stands for the page's own address: relative links keep its protocol. */
const anywhere = 'https://page.invalid/';

/** @returns the address if it is relative or speaks HTTP(S), else `undefined`: `javascript:` and its disguises are no link. */
export const toSafeUrl = (url: string): string | undefined => {
  // The parser of the platform sees what a browser will see: it drops the tabs and newlines that hide a protocol.
  if (!URL.canParse(url, anywhere)) return undefined;
  const { protocol } = new URL(url, anywhere);
  return protocol === 'https:' || protocol === 'http:' ? url : undefined;
};

/** The address of a heading inside a post; `undefined` if the heading has no anchor or the post no safe address. */
export const toHeadingUrl = (url: string, anchor: string): string | undefined => {
  const safe = toSafeUrl(url);
  return safe === undefined || anchor === '' ? undefined : addAnchor(safe, anchor);
};

/**
 * @param image as the post names it: relative to the post's own address
 * @returns the address if the page may load it, which is of its own site or speaks HTTPS: see `contentSecurityPolicy`
 */
export const toImageUrl = (image: string, postUrl: string): string | undefined => {
  const base = URL.canParse(postUrl, anywhere) ? new URL(postUrl, anywhere).href : anywhere;
  if (!URL.canParse(image, base)) return undefined;
  const { protocol, origin, href, pathname, search } = new URL(image, base);
  if (origin === new URL(anywhere).origin) return pathname + search;
  return protocol === 'https:' ? href : undefined;
};
