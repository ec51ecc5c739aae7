/**
 * Static files as a CDN serves them: over HTTP/2, text compressed on the way, what is compressed already as it is. Every
 * answer is written down.
 * @module
 */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createSecureServer, type ServerHttp2Session } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { createSelfSignedCertificate } from './self-signed-certificate.js';
import { SlowNetwork } from './slow-network.js';

/** What CDNs take for compressing while they answer. */
export const dynamicQuality = 5;

/** Types that CDNs compress; all others (`.pf_fragment`, `.pf_index`, `.pagefind`) are sent as they are. */
const compressedTypes: Readonly<Record<string, string>> = {
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
  /** Written out; HTTP/2 sends less. */
  readonly headerBytes: number;
}

export interface StaticServer {
  readonly url: string;
  /** Every answer so far. */
  readonly answered: readonly Answered[];
  setSlow(isSlow: boolean): void;
  close(): Promise<void>;
}

export const isCompressed = (path: string): boolean => extname(path) in compressedTypes;

export const compress = (bytes: Uint8Array, quality: number): Uint8Array =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });

const emptyPage = new TextEncoder().encode(
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Search</title><link rel="icon" href="data:,">',
);

const writtenOut = (headers: Readonly<Record<string, string | number>>): number =>
  Object.entries(headers).reduce((sum, [name, value]) => sum + `${name}: ${value}\r\n`.length, 0);

/** @param folders first segment of a path -> the folder with its files */
export const startStaticServer = async (folders: Readonly<Record<string, string>>): Promise<StaticServer> => {
  const answered: Answered[] = [];
  const sessions = new Set<ServerHttp2Session>();
  let network: SlowNetwork | undefined;

  const find = async (path: string): Promise<Uint8Array | undefined> => {
    if (path === '/') return emptyPage;
    const [, first = '', ...rest] = path.split('/');
    const folder = folders[first];
    if (folder === undefined) return undefined;
    return readFile(join(folder, normalize(rest.join('/')))).catch(() => undefined);
  };

  const server = createSecureServer(createSelfSignedCertificate());
  server.on('session', (session) => {
    sessions.add(session);
    session.once('close', () => sessions.delete(session));
  });
  server.on('stream', async (stream, requested) => {
    // A page that is closed cuts its streams off.
    stream.on('error', () => {});
    const path = decodeURIComponent(new URL(requested[':path'] ?? '/', 'https://localhost').pathname);
    const file = await find(path);
    const type = compressedTypes[path === '/' ? '.html' : extname(path)];
    const body = file && type !== undefined ? compress(file, dynamicQuality) : (file ?? new Uint8Array());
    const headers = {
      ':status': file ? 200 : 404,
      'content-type': type ?? 'application/octet-stream',
      'content-length': body.length,
      'cache-control': 'public, max-age=3600',
      ...(file && type !== undefined && { 'content-encoding': 'br', vary: 'accept-encoding' }),
    };
    answered.push({ path, bodyBytes: body.length, headerBytes: writtenOut(headers) });
    const send = (chunk: Uint8Array): void => {
      if (!stream.headersSent) stream.respond(headers);
      stream.write(chunk);
    };
    if (network) await network.send(body, send);
    else send(body);
    stream.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `https://127.0.0.1:${port}/`,
    answered,
    setSlow(isSlow) {
      network = isSlow ? new SlowNetwork() : undefined;
    },
    async close() {
      for (const session of sessions) session.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};
