import { onTestFinished } from 'vitest';
import { type AppOptions, createApp, type RunningServer, startServer } from '../../src/server/index.js';
import { createSampleEngine } from './sample-engine.js';

/** A real server on a free port, closed when the test ends. */
export const serve = async (
  options: Partial<AppOptions> & { readonly closeTimeout?: number } = {},
): Promise<RunningServer> => {
  const engine = options.engine ?? (await createSampleEngine());
  const app = createApp({ ...options, engine });
  const { closeTimeout = 1000 } = options;
  const server = await startServer({ app, port: 0, host: '127.0.0.1', closeTimeout });
  onTestFinished(() => server.close());
  return server;
};
