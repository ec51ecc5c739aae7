/** An id may hold any character; a lone surrogate has no encoding, and no browser would find it anyway. */
const encodeAnchor = (anchor: string): string => encodeURIComponent(anchor.replace(/\p{Surrogate}/gu, ''));

/**
 * The address of a heading inside a post.
 * @param anchor not empty
 */
export const addAnchor = (url: string, anchor: string): string => {
  const hash = url.indexOf('#');
  return `${hash < 0 ? url : url.slice(0, hash)}#${encodeAnchor(anchor)}`;
};
