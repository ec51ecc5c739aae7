/**
 * The names and values by which authors hide posts. It is a list of its own, so that a name that the first opinion loses is
 * still known here. Keys are those of `Statement.key`.
 * @module
 */

const keys = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

export const yes = keys('true yes y on 1 always');
export const no = keys('false no n off 0 never');
const nothing: ReadonlySet<string> = new Set([...no, '', 'null', '~', 'none', 'nil']);

export const isNothing = (value: string): boolean => nothing.has(value);

/** What says that all may see a post. */
const open = keys(
  'public publish published everyone everybody anyone all world open visible listed live true yes y on 1 always',
);

export const isOpen = (value: string): boolean => open.has(value) || value === '';

/** Hide with anything but a no. */
export const draftKeys = keys('draft drafts isdraft saveasdraft');
export const hidingKeys = keys(
  `private isprivate hidden ishidden bookhidden geekdochidden unlisted isunlisted headless
  unpublished unpublish nopublish notpublished dontpublish donotpublish membersonly subscribersonly
  eleventyexcludefromcollections excludefromsearch excludesearch searchexclude booksearchexclude searchexcluded
  searchhidden hidesearch hidefromsearch hideinsearch hiddenfromsearch hiddeninsearch nosearch`,
);
/** Hide with a yes, and are used for other things too. */
export const yesKeys = keys(
  `hide ignore ignored emailonly wip unfinished scheduled embargo embargoed expired deleted trashed disabled restricted
  protected confidential secret internal paywall paywalled premium loginrequired requirelogin requireslogin requireauth
  requiresauth`,
);
/** Hide with a no, or with what is neither that nor a yes nor a date. */
export const showingKeys = keys(
  'published ispublished publish public ispublic visible isvisible listed islisted dgpublish',
);
/** Hide with a no, and are used for other things too. */
export const noKeys = keys(
  `permalink render build routable discoverable search searchable searchindex insearchindex searchindexed includeinsearch
  showinsearch insearch localsearch sitesearch indexing algolia lunr pagefind tipuesearchactive`,
);
/** Hide with anything. */
export const lockingKeys = keys('password postpassword passphrase passcode encrypt encrypted encryption');

/** Hide with one of {@link hiddenStatuses}, which are written as keys are, and are used for other things too. */
export const statusKeys = keys(
  'status state publishstate publicationstate audience privacy permission permissions scope membership tier',
);
export const hiddenStatuses = keys(
  `draft drafts autodraft hidden private pending pendingreview future schedule scheduled queue queued
  trash trashed deleted removed spam unlisted unpublished notpublished skip inherit sent embargo embargoed expired password
  passwordprotected protected members membersonly paid onlypaid onlyfree tiers internal confidential`,
);
/** Hide with anything but one of the words of {@link isOpen}. */
export const accessKeys = keys(
  `visibility postvisibility pagevisibility contentvisibility access accesslevel accesscontrol postaccess contentaccess
  poststatus pagestatus publishstatus publishedstatus publishingstatus publicationstatus`,
);

export const publishKeys = keys(
  `date dategmt postdate postdategmt publishdate publisheddate publishingdate publicationdate datepublished pubdate published
  publish publishat publishedat publishon publishedon publishtime publishfrom publishafter startpublish scheduled scheduledat
  scheduledfor scheduledon scheduleddate scheduledate scheduleat golive goliveat goliveon golivedate livedate embargo
  embargoed embargodate embargountil embargoeduntil visiblefrom visibleafter showfrom showafter hideuntil hiddenuntil
  draftuntil privateuntil notbefore releasedate releaseat releaseon availablefrom availableon validfrom`,
);
export const expiryKeys = keys(
  `expirydate expiry expire expires expireat expiresat expireson expiredate expirationdate expiration expired expiredat
  unpublishdate unpublishon unpublishat unpublishafter unpublishedat publishuntil publisheduntil endpublish visibleuntil
  showuntil hideafter notafter removeafter deleteafter takedowndate availableuntil validuntil validthrough`,
);

/** The author asks search engines to stay away: with a yes, with a no, and with the word `noindex`. */
export const noindexKeys = keys(
  `noindex metanoindex seonoindex robotsnoindex norobots norobot donotindex dontindex nosearchengines nosearchengine nositemap
  excludefromsitemap excludesitemap sitemapexclude sitemapexcluded sitemapignore sitemapdisable disablesitemap
  hidefromsitemap hiddenfromsitemap`,
);
export const indexKeys = keys(
  `sitemap insitemap showinsitemap includeinsitemap searchengine searchengines indexable isindexable allowindex allowindexing
  allowrobots seoindex`,
);
export const robotsKeys = keys('robots robot metarobots robotsmeta seorobots googlebot bingbot xrobotstag');

/** Mappings that hold what else stands on top. */
export const recordGroups = keys('params extra post attributes properties ghost wp wordpress');
/** Mappings that hold what goes into the head of a page, and anything else. */
export const headGroups = keys(
  'seo meta metas metatags metadata head customhead headextra extrahead robots metarobots yoast',
);
