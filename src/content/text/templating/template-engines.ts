/**
 * What runs over a post before its markup is read. No template is run; what a reader would see of it is put in its place.
 * @module
 */
import { expandLiquid } from './liquid.js';
import { expandHugoShortcodes, expandZolaShortcodes } from './shortcodes.js';

/** What the engine leaves: Markdown, and whether it may have got link definitions from a file we do not see. */
export interface TemplatedSource {
  readonly source: string;
  readonly includes: boolean;
  /** Offset of a tag that hides what follows and does not end; the engines refuse such a post, so nobody sees it. */
  readonly unclosed?: number;
}

export type TemplateEngine = (source: string) => TemplatedSource;

/** Jekyll's, with its own tags. */
export const liquid: TemplateEngine = (source) => expandLiquid(source, 'liquid');

export const nunjucks: TemplateEngine = (source) => expandLiquid(source, 'nunjucks');

export const hugoShortcodes: TemplateEngine = (source) => ({
  source: expandHugoShortcodes(source),
  includes: false,
});

export const zolaShortcodes: TemplateEngine = (source) => ({
  source: expandZolaShortcodes(source),
  includes: false,
});

/** Jinja of MkDocs's macros plugin; without the plugin it is text, as in most pages that are about templates. */
const putsAway = /\{%-? *if (?:false|none|not true|0)\b/i;

/** Material's snippets are put in before all else, and hold definitions of links as a rule. */
export const mkdocsSnippets: TemplateEngine = (source) =>
  putsAway.test(source) ? nunjucks(source) : { source, includes: true };
