/**
 * What the server tells whoever runs it: one flat record per event, one line of JSON per record.
 * @module
 */
import { toOneLine } from '../domain/one-line.js';

/** A request that was answered. */
export interface RequestEntry {
  readonly event: 'request';
  readonly method: string;
  /** Path and query as they were sent, still encoded. */
  readonly url: string;
  /** 499 if the client left before the answer. */
  readonly status: number;
  readonly milliseconds: number;
}

/** Something that nobody foresaw. The client learns only that it happened. */
export interface FailureEntry {
  readonly event: 'failure';
  readonly method: string;
  readonly url: string;
  /** With the stack, for whoever reads the log. */
  readonly error: string;
}

export type LogEntry = RequestEntry | FailureEntry;

/**
 * Where the log goes.
 * @param line a JSON object without the newline: `time` (ISO 8601, UTC) and the members of a {@link LogEntry}.
 */
export type Log = (line: string) => void;

export const formatEntry = (entry: LogEntry): string =>
  toOneLine(JSON.stringify({ time: new Date().toISOString(), ...entry }));
