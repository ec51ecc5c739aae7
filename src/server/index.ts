/**
 * The search server: `createApp` makes it, `startServer` listens.
 * @module
 */
export type { ErrorBody } from './answer-errors.js';
export { type AppOptions, createApp } from './create-app.js';
export type { FailureEntry, Log, LogEntry, RequestEntry } from './log-entry.js';
export type { PageAssets } from './page-assets.js';
export { type RunningServer, type ServerOptions, startServer } from './start-server.js';
