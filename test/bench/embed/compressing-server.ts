/**
 * Static files as a CDN serves them: text compressed on the way, what is compressed already as it is. Every answer is
 * written down.
 * @module
 */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** What CDNs take for compressing while they answer. */
export const dynamicQuality = 5;

/** Types that CDNs compress; all others (`.pf_fragment`, `.pf_index`, `.pagefind`) are sent as they are. */
const compressed: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

export interface Answered {
  readonly path: string;
  /** As sent. */
  readonly bodyBytes: number;
  readonly headerBytes: number;
}

export interface StaticServer {
  readonly url: string;
  /** Every answer so far. */
  readonly answered: readonly Answered[];
  close(): Promise<void>;
}

export const isCompressed = (path: string): boolean => extname(path) in compressed;

export const compress = (bytes: Uint8Array, quality: number): Uint8Array =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

/** @param folders first segment of a path -> the folder with its files */
export const startStaticServer = async (folders: Readonly<Record<string, string>>): Promise<StaticServer> => {
  const answered: Answered[] = [];
  const find = async (path: string): Promise<Uint8Array | undefined> => {
    if (path === '/') return new TextEncoder().encode('<!doctype html><html lang="en"><title>Search</title>');
    const [, first = '', ...rest] = path.split('/');
    const folder = folders[first];
    if (folder === undefined) return undefined;
    return readFile(join(folder, normalize(rest.join('/')))).catch(() => undefined);
  };
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = await find(path);
    const type = path === '/' ? compressed['.html'] : compressed[extname(path)];
    const body = file && type !== undefined ? compress(file, dynamicQuality) : file;
    response.writeHead(file ? 200 : 404, {
      'content-type': type ?? 'application/octet-stream',
      'content-length': body?.length ?? 0,
      'cache-control': 'public, max-age=3600',
      ...(file && type !== undefined && { 'content-encoding': 'br', vary: 'accept-encoding' }),
    });
    const headerBytes = Reflect.get(response, '_header')?.length ?? 0;
    response.end(body);
    answered.push({ path, bodyBytes: body?.length ?? 0, headerBytes });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    answered,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
