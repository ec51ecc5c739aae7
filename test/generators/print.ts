/**
 * Builds the fixture sites with the real site generators and writes what these printed:
 *
 *     npx tsx test/generators/print.ts eleventy      # writes fixtures/eleventy/printed.json
 *     npx tsx test/generators/print.ts all --check   # writes nothing; exit code 1 if a file would change
 *
 * Each generator is installed from npm in a temporary folder, at the version of its own package.json. Hugo, Jekyll,
 * Pelican and MkDocs (with Material and mkdocs-static-i18n) do not come from npm: they are built if their command is there and left out if not.
 * @module
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { type PrintedPost, readPages } from './read-pages.js';

interface Builder {
  /** Where the built site is, below the site's folder. */
  readonly output: string;
  /** Zone of the machine that builds, where that decides; UTC otherwise. */
  readonly timeZone?: string;
  /** Not from npm: the command that must be there, and its arguments. */
  readonly command?: readonly [string, ...string[]];
  /** The first version of the command that knows all that the site uses. */
  readonly since?: string;
}

const builders: Readonly<Record<string, Builder>> = {
  eleventy: { output: '_site' },
  'eleventy-data': { output: '_site' },
  // Hexo takes a wall-clock time for that of the machine, so its authors set the site's zone to the machine's.
  hexo: { output: 'public', timeZone: 'Europe/Berlin' },
  'hexo-defaults': { output: 'public' },
  'hexo-hidden': { output: 'public' },
  vitepress: { output: '.vitepress/dist' },
  'vitepress-defaults': { output: '.vitepress/dist' },
  astro: { output: 'dist' },
  docusaurus: { output: 'build' },
  'docusaurus-versions': { output: 'build' },
  hugo: { output: 'public', command: ['hugo', '--quiet'] },
  'hugo-languages': { output: 'public', command: ['hugo', '--quiet'] },
  'hugo-hidden': { output: 'public', command: ['hugo', '--quiet'], since: '0.131' },
  'hugo-permalinks': { output: 'public', command: ['hugo', '--quiet'], since: '0.131' },
  jekyll: { output: '_site', command: ['jekyll', 'build', '--quiet', '--disable-disk-cache'] },
  'jekyll-defaults': { output: '_site', command: ['jekyll', 'build', '--quiet', '--disable-disk-cache'] },
  'jekyll-hidden': { output: '_site', command: ['jekyll', 'build', '--quiet', '--disable-disk-cache'] },
  'jekyll-zone': { output: '_site', command: ['jekyll', 'build', '--quiet', '--disable-disk-cache'] },
  mkdocs: { output: 'site', command: ['mkdocs', 'build', '--quiet'] },
  'mkdocs-i18n': { output: 'site', command: ['mkdocs', 'build', '--quiet'] },
  pelican: { output: 'output', command: ['pelican', 'content', '--settings', 'pelicanconf.py', '--quiet'] },
  'pelican-metadata': {
    output: 'output',
    command: ['pelican', 'content', '--settings', 'publishconf.py', '--quiet'],
  },
};

/** What `printed.json` holds. */
interface Printed {
  /** Name and version of what built the site. */
  readonly builtWith: string;
  readonly posts: readonly PrintedPost[];
  /** Source files without a page. */
  readonly withoutPage: readonly string[];
}

const isSource = (file: string): boolean =>
  /\.(?:md|markdown|mdx|rst)$/.test(file) && !file.split('/').some((part) => part === 'node_modules');

const listSources = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep).join('/'))
    .filter(isSource)
    .sort();

const environment = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', DOCUSAURUS_NO_PERSISTENT_CACHE: 'true' };

/** Name and version of the generator, from the first dependency of its package. */
const fromPackage = (home: string): string => {
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(home, 'package.json'), 'utf8'),
  );
  return Object.entries(dependencies)[0]?.join(' ') ?? '';
};

/** The version of a command that is not from npm; `undefined` if it is not there. */
const versionOf = (program: string): string | undefined => {
  const { stdout, status } = spawnSync(program, [program === 'hugo' ? 'version' : '--version'], {
    encoding: 'utf8',
  });
  return status === 0 ? /\d+\.\d+(?:\.\d+)?/.exec(stdout)?.[0] : undefined;
};

const isOlder = (version: string, since: string): boolean =>
  version.localeCompare(since, 'en', { numeric: true }) < 0;

const build = (name: string, { output, command, timeZone = 'UTC' }: Builder): Printed => {
  const home = join(import.meta.dirname, 'fixtures', name);
  const work = mkdtempSync(join(tmpdir(), `lookback-${name}-`));
  const startedAt = Date.now();
  try {
    cpSync(join(home, 'site'), work, { recursive: true });
    const sources = listSources(work);
    const run = (program: string, parameters: readonly string[]): string => {
      const env = { ...environment, TZ: timeZone };
      const done = spawnSync(program, parameters, { cwd: work, env, encoding: 'utf8', maxBuffer: 1e8 });
      if (done.status === 0) return done.stdout;
      throw new Error(`${program} failed: ${`${done.stdout}${done.stderr}`.slice(-3000)}`);
    };
    if (command === undefined) {
      cpSync(join(home, 'package.json'), join(work, 'package.json'));
      run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error']);
      run('npm', ['run', '--silent', 'build']);
    } else {
      run(command[0], command.slice(1));
    }
    const posts = readPages(join(work, output)).map((post): PrintedPost => {
      // A date of the build's own time is the file's, not one that the author wrote.
      const { date, day, ...rest } = post;
      const isFileTime = date !== undefined && Math.abs(Date.parse(date) - startedAt) < 3_600_000;
      return isFileTime ? rest : post;
    });
    const withPage = new Set(posts.map((post) => post.source));
    return {
      builtWith: command === undefined ? fromPackage(home) : `${command[0]} ${versionOf(command[0])}`,
      posts,
      withoutPage: sources.filter((source) => !withPage.has(source)),
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};

const withoutVersion = (printed: string): string => printed.replace(/"builtWith".*\n/, '');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean' } },
});
const wanted = positionals[0] === 'all' ? Object.keys(builders) : positionals;
if (wanted.length === 0 || wanted.some((name) => builders[name] === undefined)) {
  console.error(`Name a generator: all, ${Object.keys(builders).join(', ')}`);
  process.exit(1);
}

for (const name of wanted) {
  const builder = builders[name];
  if (builder === undefined) continue;
  if (builder.command && versionOf(builder.command[0]) === undefined) {
    console.log(`${name}: left out, there is no command ${builder.command[0]}`);
    continue;
  }
  if (builder.command && builder.since && isOlder(versionOf(builder.command[0]) ?? '', builder.since)) {
    console.log(`${name}: left out, ${builder.command[0]} is older than ${builder.since}`);
    continue;
  }
  const startedAt = performance.now();
  const printed = `${JSON.stringify(build(name, builder), null, 2)}\n`;
  const file = join(import.meta.dirname, 'fixtures', name, 'printed.json');
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  // Hugo, Jekyll, MkDocs and Pelican are at the version of the machine: only what they print is compared.
  if (existsSync(file) && withoutVersion(readFileSync(file, 'utf8')) === withoutVersion(printed)) {
    console.log(`${name}: as before (${seconds} s)`);
  } else if (values.check) {
    console.error(`${name}: differs from printed.json (${seconds} s)`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, printed);
    console.log(`${name}: written (${seconds} s)`);
  }
}
