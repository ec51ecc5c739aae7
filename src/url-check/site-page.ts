/** A page that the site has. */
export interface SitePage {
  /** Path of its URL, as written there. */
  readonly path: string;
  /** Another path under which every common server has the page too: `/a` for the file `a.html`. */
  readonly alias?: string;
}
