/**
 * The names and values by which authors hide posts, in their usual spellings: the clear ones only. Keys are those of
 * `Statement.key`.
 * @module
 */

export const yes: ReadonlySet<string> = new Set(['true', 'yes', 'y', 'on', '1', 'always']);
export const no: ReadonlySet<string> = new Set(['false', 'no', 'n', 'off', '0', 'never']);
const nothing: ReadonlySet<string> = new Set([...no, '', 'null', '~', 'none', 'nil']);

const keys = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const draftKeys = keys('draft drafts isdraft');
/** Hide with a yes. */
export const hidingKeys = keys(
  'private hidden hide unlisted headless unpublished eleventyexcludefromcollections excludefromsearch searchexclude searchhidden',
);
/** Hide with a no. */
export const showingKeys = keys(
  'published publish public visible listed permalink render search searchable searchindex insearchindex pagefind indexing',
);
/** Hide with anything. */
export const lockingKeys = keys('password postpassword encrypt encrypted');
export const isNothing = (value: string): boolean => nothing.has(value);

export const statusKeys = keys('status poststatus');
export const hiddenStatuses = keys(
  'draft auto-draft hidden private pending future scheduled trash unlisted unpublished skip inherit',
);
export const accessKeys = keys('visibility access');
export const closedAccess = keys('private members paid tiers unlisted hidden password protected draft');

export const publishKeys = keys(
  'date publishdate pubdate published publish publishedat publishon publishat scheduled scheduledat scheduledfor golive releasedate embargo embargountil availablefrom visiblefrom validfrom',
);
export const expiryKeys = keys(
  'expirydate expiry expires expiresat expireson expired expire expirationdate unpublishdate unpublishon unpublishat validuntil availableuntil visibleuntil',
);

/** The author asks search engines to stay away: with a yes, and with a no. */
export const noindexKeys = keys('noindex robotsnoindex sitemapexclude excludefromsitemap');
export const indexKeys = keys('sitemap searchengine searchengines');
