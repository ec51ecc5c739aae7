import { createHash } from 'node:crypto';
import type { Middleware } from 'koa';
import { contentSecurityPolicy } from '../page/content-security-policy.js';

/** On every answer, errors too. A route may set another `Cache-Control`. */
export const setSecurityHeaders: Middleware = async (context, next) => {
  context.set({
    'Content-Security-Policy': `${contentSecurityPolicy}; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    // Asked again each time, and mostly answered 304: an index that was replaced shows at once.
    'Cache-Control': 'no-cache',
  });
  await next();
};

/** The index is public, so any site may read the API, without credentials. */
export const allowAllOrigins: Middleware = async (context, next) => {
  if (context.path.startsWith('/api/')) context.set('Access-Control-Allow-Origin', '*');
  await next();
};

/** Gives a good answer a tag made of its bytes, and sends 304 to who has these bytes. */
export const tagAnswers: Middleware = async (context, next) => {
  await next();
  if (context.status !== 200 || typeof context.body !== 'string') return;
  context.etag = createHash('sha256').update(context.body).digest('base64url').slice(0, 22);
  if (context.fresh) context.status = 304;
};
