import { createHmac, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/** The Content Security Policy: pages load from this process only, and contain no inline scripts or styles. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every response: disable caching, framing and the Referer header. */
export const secureHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('content-security-policy', POLICY);
  context.header('x-content-type-options', 'nosniff');
  context.header('referrer-policy', 'no-referrer');
  context.header('cross-origin-opener-policy', 'same-origin');
  context.header('cross-origin-resource-policy', 'same-origin');
  if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store');
};

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/**
 * Refuses requests whose Host header is not a loopback name. A third-party site can make its name resolve to
 * 127.0.0.1 (DNS rebinding), but the browser still sends that name.
 */
export const loopbackOnly: MiddlewareHandler = async (context, next) => {
  if (!LOOPBACK.test(context.req.header('host') ?? '')) {
    return context.text('This page answers under 127.0.0.1 and localhost only.', 421);
  }
  return next();
};

/** Refuses cross-site requests: they carry another origin, or lack the header that the page's script sends. */
export const sameOriginOnly: MiddlewareHandler = async (context, next) => {
  const site = context.req.header('sec-fetch-site');
  const isOurs = context.req.header('x-onrecord') === 'page' && (site === undefined || site === 'same-origin');
  return isOurs ? next() : context.text('Only the page itself may ask this.', 403);
};

/** Signs URLs of single articles, so that none can be guessed from another. */
export interface Signer {
  sign(id: string, tenantKey: string): string;
  verify(id: string, tenantKey: string, signature: string): boolean;
}

export function createSigner(secret: string): Signer {
  const sign = (id: string, tenantKey: string): string =>
    createHmac('sha256', secret)
      .update(JSON.stringify([id, tenantKey]))
      .digest('base64url')
      .slice(0, 32);
  return { sign, verify: (id, tenantKey, signature) => isSame(sign(id, tenantKey), signature) };
}

/** Whether two secrets are equal, compared in constant time. */
export function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
