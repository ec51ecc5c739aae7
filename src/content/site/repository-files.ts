/**
 * What a repository holds beside posts, told by the names that repositories use. They are believed only where one begins:
 * further down `build/` is as likely the subject of posts.
 * @module
 */
import { toSourcePath } from '../generators/source-path.js';

/** In a version or a language: `CHANGELOG-2.0`, `README.zh-CN`. */
const variant = String.raw`(?:[-_.](?:v?\d[\d.]*|[a-z]{2}(?:[-_][a-z]{2,4})?))?`;
/** Documents of a repository, by the names that its hosts and tools look for. */
const documentNames = new RegExp(
  `^(?:readme|change-?log|contribut(?:ing|ors)|authors|maintainers|code[-_]of[-_]conduct|licen[cs]e|copying|codeowners|claude|agents|gemini|copilot[-_]instructions|(?:issue|pull[-_]request)[-_]template)${variant}$`,
  'i',
);
/** Words that name such a document in capitals, and may be the subject of a post otherwise. */
const documentWords = new RegExp(
  `^(?:CHANGES|HISTORY|NEWS|RELEASES?|RELEASE[-_]NOTES|NOTICE|SECURITY|SUPPORT|GOVERNANCE|FUNDING|BACKERS|SPONSORS|CREDITS|THANKS|ACKNOWLEDGE?MENTS|ROADMAP|TODO|UPGRAD(?:E|ING)|MIGRAT(?:ION|ING)|INSTALL(?:ATION|ING)?|BUILDING|DEPLOY(?:MENT|ING)|DEVELOP(?:MENT|ING)|TESTING|HACKING|ARCHITECTURE|DESIGN|STYLE[-_]?GUIDE|SKILL)${variant}$`,
);

/** Names that no post has anywhere, unless it has front matter. */
export const isDocument = (name: string): boolean =>
  documentWords.test(name) || (documentNames.test(name) && (/^readme/i.test(name) || /^[A-Z]{3}/.test(name)));

/** Papers that every repository has and hosts look for, in any folder of it; `license-change.md` and `security-update.md` are posts. */
const papers = new RegExp(
  [
    '^(?:(?:un)?licen[cs]e(?:[-_.](?:mit|apache|[al]?gpl|bsd|mpl|isc|ofl|cc0?|cc[-_]by(?:[-_]sa)?|code|content|docs)(?:[-_v]?[0-9.]{1,5})?)?',
    'copying(?:[-_.]lesser)?',
    'contributing',
    'code[-_]of[-_]conduct',
    'security',
    'notice',
    // In another language: CONTRIBUTING.pt-BR.md
    'third[-_]party[-_]notices)(?:\\.[a-z]{2}(?:[-_][a-z]{2,4})?)?$',
  ].join('|'),
  'i',
);

/** Whether a file without front matter is one of them, whatever makes the site. */
export const isRepositoryPaper = (name: string): boolean => papers.test(name);

/** What others wrote, each in a folder of its own. */
const foreignFolders = new Set(['vendor', 'themes', 'bower_components', 'third_party', 'third-party']);
/** What a build writes. */
const generatedFolders = new Set(['out', 'build', 'dist', 'target', 'coverage', 'storybook-static']);
/** What a program is made of, and tried with. */
const programFolders = new Set([
  'packages',
  'apps',
  'libs',
  'crates',
  'templates',
  'layouts',
  'includes',
  'partials',
  'archetypes',
  'components',
  'scripts',
  'tools',
  'test',
  'tests',
  '__tests__',
  'spec',
  'e2e',
  'cypress',
  'fixtures',
  '__fixtures__',
  'examples',
  'example',
]);
/** Where posts are kept, in a repository or in one of its packages. */
const contentFolder = /^(?:contents?|_?posts?|_?blogs?|articles|_?drafts|writings?|journal|news)$/i;

const isHtml = (path: string): boolean => /\.html?$/i.test(path);

/** What a repository's own rules ask of a file before it is taken for a post. */
export type Demand = 'nothing' | 'front matter' | 'title and date';

/**
 * @param path below the root of the repository, or below another folder
 * @param isRoot whether it is below the root
 */
export function demandOf(path: string, isRoot: boolean): Demand {
  const { folders, name } = toSourcePath(path);
  const [first = '', second = ''] = folders;
  if (isRoot && folders.length === 0 && (documentNames.test(name) || isDocument(name)))
    return 'title and date';
  const isContent = folders.slice(1).some((folder) => contentFolder.test(folder));
  if (first === 'public' && (isHtml(path) || (isRoot && !isContent))) return 'front matter';
  if (isRoot && first === 'src' && isHtml(path)) return 'front matter';
  if (isRoot && programFolders.has(first === 'src' ? second : first))
    return isContent ? 'front matter' : 'title and date';
  if (isRoot && (generatedFolders.has(first) || foreignFolders.has(first))) return 'title and date';
  return isDocument(name) ? 'front matter' : 'nothing';
}

/** Parts and forms of pages, wherever they are. */
const partFolder =
  /^(?:_(?:includes?|layouts?|templates?|partials?|components?|data|sass)|(?:issue|pull[-_]request)[-_]template)$/i;

/**
 * Why a file is no post, whatever it says.
 * @param isRoot whether the path is below the root of a repository
 */
export function foreignTo(path: string, isRoot: boolean): string | undefined {
  const { folders } = toSourcePath(path);
  const [first = ''] = folders;
  if (isRoot && foreignFolders.has(first) && folders.length > 1)
    return `is in ${first}, which holds what others wrote`;
  const part = folders.find((folder) => partFolder.test(folder));
  return part === undefined ? undefined : `is in ${part}, a part of other pages`;
}

/** Pages that a build wrote, or copies of sources that it took over: they are found under their own names. */
export function isGenerated(path: string, sources: ReadonlySet<string>): boolean {
  const [first = '', ...rest] = path.split('/');
  const isServed = first === 'public';
  if (!(isServed || generatedFolders.has(first)) || rest.length === 0) return false;
  const own = rest.join('/');
  const origins = isServed ? ['', 'content/', 'src/'] : ['', 'content/', 'src/', 'public/', 'static/'];
  return isHtml(path) || origins.some((origin) => sources.has(origin + own));
}
