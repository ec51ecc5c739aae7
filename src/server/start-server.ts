import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type Koa from 'koa';
import { LookbackError } from '../domain/errors.js';

export interface ServerOptions {
  readonly app: Koa;
  /** 0 for any that is free. */
  readonly port: number;
  /** Name or address of the interface to listen on; `localhost` is for this machine only. */
  readonly host: string;
  /** How long {@link RunningServer.close} waits for running requests, in milliseconds. Default: 10,000. */
  readonly closeTimeout?: number;
}

export interface RunningServer {
  /** Where the page is, with the port that was chosen: `http://localhost:8080/`. */
  readonly url: string;
  /** Takes no more connections, lets running requests finish, then resolves; cuts off those that outlast the timeout. */
  close(): Promise<void>;
}

/** @throws LookbackError `address-unavailable` if the port is in use, or not ours to take. */
export const startServer = async ({
  app,
  port,
  host,
  closeTimeout = 10_000,
}: ServerOptions): Promise<RunningServer> => {
  const sockets = new Set<Socket>();
  const running = new Set<ServerResponse>();
  const answer = app.callback();
  const server = createServer((request, response) => {
    running.add(response);
    response.once('close', () => running.delete(response));
    void answer(request, response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await listen(server, port, host);
  let closed: Promise<void> | undefined;
  return {
    url: toUrl(server, host),
    close() {
      closed ??= close(server, { sockets, running, timeout: closeTimeout });
      return closed;
    },
  };
};

const listen = (server: Server, port: number, host: string): Promise<void> => {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      reject(
        new LookbackError('address-unavailable', `Cannot listen on ${host}:${port}: ${cause.message}.`, {
          cause,
        }),
      );
    });
    server.listen(port, host, resolve);
  });
};

interface Closing {
  readonly sockets: ReadonlySet<Socket>;
  readonly running: ReadonlySet<ServerResponse>;
  readonly timeout: number;
}

const close = (server: Server, { sockets, running, timeout }: Closing): Promise<void> =>
  new Promise((resolve) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), timeout);
    server.close(() => {
      clearTimeout(cutOff);
      resolve();
    });
    // Node takes a connection that has asked nothing yet for a busy one, and browsers open such in advance.
    const busy = new Set([...running].map(({ req }) => req.socket));
    for (const socket of sockets) if (!busy.has(socket)) socket.destroy();
    for (const response of running) if (!response.headersSent) response.setHeader('Connection', 'close');
  });

const toUrl = (server: Server, host: string): string => {
  const { port } = server.address() as AddressInfo;
  const isAnywhere = host === '0.0.0.0' || host === '::';
  const name = isAnywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}/`;
};
