/**
 * The parts of a post's path that conventions speak of.
 * @module
 */

export interface SourcePath {
  /** Folders, outermost first. */
  readonly folders: readonly string[];
  /** File name without extension. */
  readonly name: string;
  /** With its dot, as written. */
  readonly extension: string;
}

export function toSourcePath(path: string): SourcePath {
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  const dot = file.lastIndexOf('.');
  return dot <= 0
    ? { folders, name: file, extension: '' }
    : { folders, name: file.slice(0, dot), extension: file.slice(dot) };
}

/** `a//b/../` cannot be asked for: empty and dot segments go; a closing `/` stays. */
export function joinPath(...parts: readonly string[]): string {
  const joined = parts.join('/');
  const segments = joined
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
  return `/${segments.join('/')}${segments.length > 0 && joined.endsWith('/') ? '/' : ''}`;
}

/** True if `path` is `folder` or below it; the empty folder holds everything. */
export const isBelow = (path: string, folder: string): boolean =>
  folder === '' || path === folder || path.startsWith(`${folder}/`);

/** The folders that hold a path, outermost first, the root (`''`) included. */
export function foldersAbove(path: string): string[] {
  const { folders } = toSourcePath(path);
  return ['', ...folders.map((_, index) => folders.slice(0, index + 1).join('/'))];
}
