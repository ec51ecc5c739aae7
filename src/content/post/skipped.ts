/**
 * How the reading of one source ends.
 * @module
 */
import type { SkipReason } from '../../domain/skip.js';
import type { PostOutcome, SourcePlace } from '../content.js';
import { TooSlow, withinTime } from '../within-time.js';

/** Thrown inside the reading of one file and turned into its outcome there. */
export class Skipped extends Error {
  readonly reason: SkipReason;
  readonly hint: string;
  readonly line: number | undefined;
  readonly due: number | undefined;

  constructor(
    reason: SkipReason,
    message: string,
    details: { readonly hint: string; readonly line?: number | undefined; readonly due?: number | undefined },
  ) {
    super(message);
    this.reason = reason;
    this.hint = details.hint;
    this.line = details.line;
    this.due = details.due;
  }
}

/** What the author is told of a post whose time was up, whatever was done with it. */
const tooSlow = {
  reason: 'too-slow',
  hint: 'Put its data or generated text into a file of its own, or raise maxPostSeconds.',
} as const;

/** Whatever ended the reading of a file, as the reason why it is no post. */
export const toSkipped = (error: unknown): Skipped => {
  if (error instanceof Skipped) return error;
  if (error instanceof TooSlow) return new Skipped(tooSlow.reason, error.message, tooSlow);
  return new Skipped(
    'unreadable',
    `could not be read: ${error instanceof Error ? error.name : 'unknown error'}`,
    {
      hint: 'Please report this, with the post if it may be shown.',
    },
  );
};

/**
 * Reads one source in its time. Whatever ends the reading is its outcome.
 * @param bytes size of the source
 */
export const toOutcome = (
  place: SourcePlace,
  bytes: number,
  seconds: number,
  read: () => PostOutcome,
): PostOutcome => {
  try {
    return withinTime(seconds, read);
  } catch (error) {
    const { reason, message, hint, line = place.line, due } = toSkipped(error);
    return {
      kind: 'skip',
      skip: { file: place.file, reason, message, hint, ...(line !== undefined && { line }) },
      bytes,
      ...(due !== undefined && { due }),
    };
  }
};
