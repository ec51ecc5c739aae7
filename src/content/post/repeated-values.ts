/**
 * What every passage of a post repeats besides its title: its address and its names. Bounded, so that an index grows with the
 * words of a post and not with their square.
 * @module
 */
import type { PostNotice } from '../content.js';
import { Skipped } from './skipped.js';

/** More than any path of a file system makes, each of its bytes written as `%20`. */
const longestAddress = 16_000;
/** Names of one kind together; about as much as a passage has words. */
const longestNames = 8_000;
const mostNames = 500;

/** @throws Skipped: half an address leads nowhere. */
export const checkAddress = (kind: 'URL' | 'id', address: string): void => {
  if (address.length > longestAddress)
    throw new Skipped(
      'invalid-post',
      `has ${kind === 'URL' ? 'a URL' : 'an id'} of ${address.length} characters`,
      {
        hint: `Give it a shorter one: at most ${longestAddress} are taken.`,
      },
    );
};

type Names = Readonly<Record<'tags' | 'categories' | 'authors', readonly string[]>>;

/** As many of the names of each kind as there is room for, each of them whole. */
export const boundNames = (names: Names, notify: (notice: PostNotice) => void): Names => {
  const bound = (kind: keyof Names): readonly string[] => {
    let room = longestNames;
    const kept = names[kind].slice(0, mostNames).filter(({ length }) => {
      if (length > room) return false;
      room -= length;
      return true;
    });
    const left = names[kind].length - kept.length;
    if (left > 0)
      notify({
        message: `has more ${kind} than can be kept: ${left} of ${names[kind].length} were left out`,
        hint: `At most ${mostNames} are kept, of ${longestNames} characters together.`,
      });
    return kept;
  };
  return { tags: bound('tags'), categories: bound('categories'), authors: bound('authors') };
};
