import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** What happens to a request instead of the plain answer; `undefined` for the plain answer. */
export type Fault = (
  path: string,
  response: ServerResponse,
  bytes: Buffer | undefined,
) => undefined | Promise<void> | void;

export interface FolderServer {
  /** With a slash at its end. */
  readonly url: string;
  /** Paths asked for, in order, without the leading slash. */
  readonly requests: string[];
  /** May be set, changed and taken away while it serves. */
  fault: Fault | undefined;
  folder: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.txt': 'text/plain',
};

/** As strict as a host may be: nothing but files of its own, no inline script. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:";

/** A plain file server on a free port: no compression, no rewriting, no caching headers. */
export const serveFolder = async (folder: string): Promise<FolderServer> => {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).slice(1);
    served.requests.push(path);
    const file = normalize(
      join(served.folder, path.endsWith('/') || path === '' ? `${path}index.html` : path),
    );
    const bytes = file.startsWith(served.folder) ? await readFile(file).catch(() => undefined) : undefined;
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
    await served.fault?.(path, response, bytes);
    if (response.headersSent) return;
    response.writeHead(bytes === undefined ? 404 : 200).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const served: FolderServer = {
    url: `http://127.0.0.1:${port}/`,
    requests: [],
    fault: undefined,
    folder,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return served;
};
