/**
 * Which files of a site are Hugo's content, where in it they are, and in which language: mounts, the languages' own
 * folders, `ignoreFiles`.
 * @module
 */

import { RE2JS } from 're2js';
import { isObject } from '../../../domain/is-object.js';
import { toText } from '../../front-matter/front-matter.js';
import { toGlob } from '../glob.js';
import { isBelow, toSourcePath } from '../source-path.js';
import { toNames } from '../taxonomy.js';
import type { HugoConfig } from './config.js';

interface Mount {
  /** Below the site's root. */
  readonly source: string;
  /** The folders below the content's root under which its files appear. */
  readonly target: readonly string[];
  readonly language: string | undefined;
  includes(path: string): boolean;
}

export interface Placed {
  /** Below the content's root. */
  readonly folders: readonly string[];
  /** Without the suffix of a language. */
  readonly name: string;
  /** As the suffix, the mount or the language's own folder says. */
  readonly language: string | undefined;
  /** That of files beside it without a suffix. */
  readonly folderLanguage: string | undefined;
}

export interface HugoContent {
  /** `undefined` for what is no content. */
  place(path: string): Placed | undefined;
  /** Why a file is left out, or `undefined`. */
  leftOut(path: string): string | undefined;
}

const toFolder = (path: string): string => path.replace(/^(?:\.?\/)+/, '').replace(/\/$/, '');

/** Hugo looks at what is included first, and then only at what is excluded. */
const toFilter = (mount: Readonly<Record<string, unknown>>): Mount['includes'] => {
  // Since 0.153 `files` holds both, an excluded pattern with `!` before it.
  const files = toNames(mount.files);
  const included = [...toNames(mount.includefiles), ...files.filter((pattern) => !pattern.startsWith('!'))];
  const excluded = [
    ...toNames(mount.excludefiles),
    ...files.flatMap((pattern) => /^!\s*(.*)$/s.exec(pattern)?.[1] ?? []),
  ];
  const toTests = (patterns: readonly string[]) =>
    patterns.map((pattern) => toGlob(`/${pattern.replace(/^\//, '')}`.toLowerCase(), 'gobwas'));
  const inclusions = toTests(included);
  const exclusions = toTests(excluded);
  return (path) => {
    const whole = `/${path.toLowerCase()}`;
    if (inclusions.some((glob) => glob.test(whole))) return true;
    return inclusions.length === 0 && !exclusions.some((glob) => glob.test(whole));
  };
};

const readMounts = (config: HugoConfig): Mount[] => {
  const module = isObject(config.settings.module) ? config.settings.module : {};
  const mounts = (Array.isArray(module.mounts) ? module.mounts : []).filter(isObject);
  const mounted = mounts.flatMap((mount): Mount[] => {
    const source = toText(mount.source);
    const [component, ...target] = toFolder(toText(mount.target) ?? '').split('/');
    if (source === undefined || component !== 'content') return [];
    // Since 0.153 the languages of a mount are in its `sites`.
    const matrix = isObject(mount.sites) && isObject(mount.sites.matrix) ? mount.sites.matrix : {};
    return [
      {
        source: toFolder(source),
        target,
        language: toText(mount.lang) ?? toNames(matrix.languages)[0],
        includes: toFilter(mount),
      },
    ];
  });
  if (mounted.length > 0) return mounted;
  const everything = { target: [], includes: () => true };
  const own = config.languages.flatMap((language): Mount[] => {
    const folder = toText(config.settingsOf(language).contentdir);
    const isOwn = folder !== undefined && folder !== toText(config.settings.contentdir);
    return isOwn ? [{ ...everything, source: toFolder(folder), language }] : [];
  });
  const common = toFolder(toText(config.settings.contentdir) ?? 'content');
  return [...own, { ...everything, source: common, language: undefined }];
};

/** Go's own syntax, matched in linear time; what Hugo cannot read either stops its build. */
const toPatterns = (patterns: unknown): RE2JS[] =>
  toNames(patterns).flatMap((pattern) => {
    try {
      return [RE2JS.compile(pattern)];
    } catch {
      return [];
    }
  });

export function createHugoContent(config: HugoConfig): HugoContent {
  const mounts = readMounts(config).sort((a, b) => b.source.length - a.source.length);
  const codes = new Set(config.languages);
  const ignored = new Map<string, readonly RE2JS[]>();
  const ignoredIn = (language: string | undefined): readonly RE2JS[] => {
    const key = language ?? '';
    const known = ignored.get(key) ?? toPatterns(config.settingsOf(language).ignorefiles);
    ignored.set(key, known);
    return known;
  };
  const below = (path: string, { source }: Mount): string =>
    source === '' ? path : path.slice(source.length + 1);

  const mountOf = (path: string): Mount | undefined =>
    mounts.find((mount) => isBelow(path, mount.source) && mount.includes(below(path, mount)));

  const place = (path: string): Placed | undefined => {
    const mount = mountOf(path);
    if (mount === undefined) return undefined;
    const { folders, name } = toSourcePath(below(path, mount));
    const beside = { folders: [...mount.target, ...folders], folderLanguage: mount.language };
    const dot = name.lastIndexOf('.');
    const suffix = name.slice(dot + 1);
    if (dot > 0 && codes.has(suffix.toLowerCase()))
      return { ...beside, name: name.slice(0, dot), language: suffix };
    return { ...beside, name, language: mount.language };
  };

  return {
    place,
    leftOut: (path) => {
      const placed = place(path);
      if (placed === undefined)
        return mounts.some(({ source }) => isBelow(path, source))
          ? 'is left out by the mounts of the configuration'
          : 'is outside the content folder';
      const language = placed.language ?? config.defaultLanguage;
      if (config.disabled.has(language.toLowerCase())) return `is in ${language}, which the site leaves out`;
      const isIgnored = ignoredIn(language).some((pattern) => pattern.matcher(`/${path}`).find());
      if (isIgnored) return 'is left out by ignoreFiles';
      // Of folders too.
      return path.split('/').some((name) => /^#|~$/.test(name))
        ? 'has a name that Hugo passes over, as editors leave such files'
        : undefined;
    },
  };
}
