import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import Koa from 'koa';
import { expect, onTestFinished, test } from 'vitest';
import { type RunningServer, startServer } from '../../src/server/index.js';

const start = async (app: Koa, closeTimeout = 60_000): Promise<RunningServer> => {
  const server = await startServer({ app, port: 0, host: '127.0.0.1', closeTimeout });
  onTestFinished(() => server.close());
  return server;
};

/** An application whose answer waits until it is let go. */
const createSlowApp = () => {
  let release = () => {};
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const app = new Koa();
  app.use(async (context) => {
    arrive();
    await released;
    context.body = 'done';
  });
  return { app, arrived, release };
};

test('tells the address it listens on', async () => {
  const { url } = await start(new Koa());
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect((await fetch(url)).status).toBe(404);
});

test('a port in use is an error with a name', async () => {
  const { url } = await start(new Koa());
  const port = Number(new URL(url).port);
  await expect(startServer({ app: new Koa(), port, host: '127.0.0.1' })).rejects.toMatchObject({
    code: 'address-unavailable',
    message: expect.stringContaining(`127.0.0.1:${port}`),
  });
});

test('closing takes no more connections but lets a running request finish', async () => {
  const { app, arrived, release } = createSlowApp();
  const server = await start(app);
  const answer = fetch(server.url);
  await arrived;
  const closed = server.close();
  await expect(fetch(server.url)).rejects.toThrow();
  release();
  expect(await (await answer).text()).toBe('done');
  await closed;
});

test('closing does not wait for a connection that is kept alive', async () => {
  const app = new Koa();
  app.use((context) => {
    context.body = 'done';
  });
  const server = await start(app);
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  await new Promise<void>((resolve, reject) => {
    request(server.url, { agent }, (response) => response.resume().on('end', resolve))
      .on('error', reject)
      .end();
  });
  await server.close();
  await expect.poll(() => Object.keys(agent.freeSockets)).toEqual([]);
});

test('closing does not wait for a connection that has asked nothing', async () => {
  const server = await start(new Koa());
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  await once(socket, 'connect');
  await fetch(server.url);
  const ended = once(socket, 'close');
  await server.close();
  await ended;
});

test('closing cuts off who outlasts the timeout, and may be asked for twice', async () => {
  const { app, arrived, release } = createSlowApp();
  const server = await start(app, 1);
  const answer = fetch(server.url).catch((error: unknown) => error);
  await arrived;
  await Promise.all([server.close(), server.close()]);
  expect(await answer).toBeInstanceOf(Error);
  release();
});
