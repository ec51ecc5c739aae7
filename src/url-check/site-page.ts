/**
 * A page that the site has, and all the paths under which common servers have it.
 * @module
 */

export interface SitePage {
  /** Path of its URL, as written there. */
  readonly path: string;
  /** Other paths that lead to the page too. */
  readonly aliases: readonly string[];
}

/**
 * `/a/index.html` is `/a/`, and `/a.html` is `/a`.
 * @param isFile whether the path is known to be that of a file, so that `/a` leads to `/a/` too: a server sends whoever
 *   asks for a folder to its page, and a sitemap does not say what is a folder
 */
export function toSitePage(path: string, isFile = false): SitePage {
  const folder = /^(.*\/)index\.html?$/is.exec(path)?.[1];
  if (folder !== undefined)
    return { path: folder, aliases: [path, ...(isFile && folder !== '/' ? [folder.slice(0, -1)] : [])] };
  const name = path.replace(/\.html?$/i, '');
  if (name !== path) return { path, aliases: [name] };
  return { path, aliases: path.endsWith('/') ? [`${path}index.html`] : [] };
}
