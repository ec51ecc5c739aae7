/**
 * Every setting: its meaning, default and check. A file, the environment and flags all set these and nothing else.
 * @module
 */
import { z } from 'zod';
import { generatorNames } from '../domain/generator-names.js';
import { interfaceLanguages } from '../domain/interface-languages.js';

/** Whose conventions the posts follow; `auto` looks at the folder. */
const generatorChoices = ['auto', ...generatorNames] as const;

const folder = z.string().min(1, 'must name a folder');

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
};

const isLanguage = (tag: string): boolean => /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag);

/** A list, or one text with commas as the environment and the command line have it. */
const pairs = z
  .array(z.string())
  .or(z.string().transform((text) => text.split(',')))
  .transform((list) => list.map((pair) => pair.trim()).filter((pair) => pair !== ''))
  .refine((list) => list.every((pair) => /^[^=]+=[^=]+$/.test(pair)), 'must be a list of key=value');

/** The settings as they may be written; all are optional. */
export const settingsSchema = z.strictObject({
  posts: folder.default('posts').describe('folder that holds the posts, or the root of the site'),
  index: folder.default('index').describe('folder of the built index'),
  generator: z
    .enum(generatorChoices, `must be one of ${generatorChoices.join(', ')}`)
    .default('auto')
    .describe('whose conventions the posts follow'),
  urlTemplate: z
    .string()
    .regex(/^(?:\/|https?:\/\/)/, 'must start with / or http(s)://')
    .optional()
    .describe('URL of a post where the generator does not decide it, such as /blog/:slug/'),
  baseUrl: z
    .string()
    .regex(/^(?:\/|https?:\/\/)/, 'must start with / or http(s)://')
    .optional()
    .describe('what every URL starts with, such as /blog or https://example.org'),
  siteUrl: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
    .optional()
    .describe(
      'address of the blog, such as https://example.org: what links to posts are relative to, in feeds and from the terminal',
    ),
  timeZone: z
    .string()
    .refine(isTimeZone, 'must be an IANA name such as Europe/Prague')
    .optional()
    .describe('time zone of the site, for dates that name none (default: the site’s own setting, else UTC)'),
  language: z
    .string()
    .refine(isLanguage, 'must be a BCP 47 tag such as en or pt-BR')
    .optional()
    .describe(
      'language of posts that do not say (default: the site’s own setting, else what the text tells, else that of the other posts)',
    ),
  jekyllDrafts: z
    .enum(['skip', 'follow'], 'must be skip or follow')
    .default('skip')
    .describe('posts in _posts that say draft: true: skip hides them, follow shows them as Jekyll does'),
  show: pairs
    .optional()
    .describe('values of front matter that hide no post, though they could: visibility=members,status=sent'),
  noindex: z
    .enum(['skip', 'include'], 'must be skip or include')
    .default('skip')
    .describe('posts that search engines are asked to leave out: skip hides them, include takes them'),
  dataPrograms: z
    .enum(['hide', 'ignore'], 'must be hide or ignore')
    .default('hide')
    .describe(
      'data of posts that is a program, which is never run: hide the posts that it may hide, or ignore it',
    ),
  ranking: z
    .string()
    .min(1, 'must name a file')
    .optional()
    .describe(
      'file of pins and recency (default: lookback.ranking.json beside the configuration, if it is there)',
    ),
  synonyms: z
    .enum(['mined', 'own', 'off'], 'must be mined, own or off')
    .default('mined')
    .describe(
      'words that mean the same: mined takes acronyms from the posts beside those of your own, own only these, off none',
    ),
  synonymsFile: z
    .string()
    .min(1, 'must name a file')
    .optional()
    .describe(
      'file of your own synonyms (default: lookback.synonyms.txt beside the configuration, if it is there)',
    ),
  maxPostBytes: z.coerce
    .number('must be a number of bytes')
    .int()
    .min(1024)
    .default(16 * 1024 * 1024)
    .describe('posts larger than this many bytes are skipped and reported'),
  maxPostSeconds: z.coerce
    .number('must be a number of seconds')
    .min(0.001)
    .max(86_400)
    .default(30)
    .describe('posts that take longer than this many seconds to read are skipped and reported'),
  minisearch: z
    .stringbool()
    .or(z.boolean())
    .default(true)
    .describe('write the serialized MiniSearch index too, which nothing but `--engine minisearch` reads'),
  page: z
    .stringbool()
    .or(z.boolean())
    .default(false)
    .describe('write a search page into the index that any file server can serve'),
  related: z
    .stringbool()
    .or(z.boolean())
    .default(false)
    .describe('write related.json too, which says of each post what other posts are about the same'),
  maxFiles: z.coerce
    .number('must be a number of files')
    .int()
    .min(16)
    .optional()
    .describe(
      'files that a build may write, the page included: with more of them a question costs fewer bytes (default: about one a post)',
    ),
  wait: z.coerce
    .number('must be a number of seconds')
    .min(0)
    .max(86_400)
    .default(300)
    .describe('seconds to wait for another build into the same folder before giving up'),
  strict: z.stringbool().or(z.boolean()).default(false).describe('exit with 2 when a post could not be read'),
  engine: z
    .enum(['compiled', 'minisearch'], 'must be compiled or minisearch')
    .default('compiled')
    .describe('what answers on the server: the compiled index, or MiniSearch on its own JSON'),
  title: z.string().min(1).default('Search').describe('heading of the search page'),
  homeUrl: z
    .string()
    .regex(/^(?:\/|https?:\/\/)/, 'must start with / or http(s)://')
    .optional()
    .describe('where the search page leads home (default: baseUrl, else / from a static page)'),
  interfaceLanguage: z
    .enum(interfaceLanguages, `must be one of ${interfaceLanguages.join(', ')}`)
    .optional()
    .describe(
      'language of the search page itself (default: on the server what the browser asks for, in a static page that of most posts)',
    ),
  stylesheet: z
    .string()
    .startsWith('/', 'must start with /')
    .optional()
    .describe('address of a style sheet of the site that the search page loads after its own'),
  host: z.string().min(1).default('127.0.0.1').describe('address the server listens on; 0.0.0.0 for all'),
  port: z.coerce
    .number('must be a number from 0 to 65535')
    .int()
    .min(0)
    .max(65535)
    .default(3000)
    .describe('port the server listens on; 0 for any free one'),
});

/** All settings, checked, with defaults filled in. */
export type Config = Readonly<z.output<typeof settingsSchema>>;
export type SettingName = keyof Config;

export const settingNames = Object.keys(settingsSchema.shape) as readonly SettingName[];

/** `maxPostBytes` is `LOOKBACK_MAX_POST_BYTES`. */
export const environmentName = (setting: SettingName): string =>
  `LOOKBACK_${setting.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
