/**
 * How the reading of one file ends early.
 * @module
 */
import type { SkipReason } from '../domain/skip.js';

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
