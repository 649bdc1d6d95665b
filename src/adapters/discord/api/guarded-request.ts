import { RESTJSONErrorCodes as Code, RateLimitError, type RESTOptions } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { makeFormRequest } from './form-request.ts';

type MakeRequest = RESTOptions['makeRequest'];
type Response = Awaited<ReturnType<MakeRequest>>;

/** The least delay between two attempts in milliseconds: a 429 without Retry-After would be retried immediately. */
export const RETRY_MS = 1_000;

/** How long Discord accepts the first response to an interaction, in milliseconds; later attempts are pointless. */
const INTERACTION_MS = 3_000;

/** How long all requests pause after a block by the proxy in front of Discord (1015: banned for too many calls). */
export const BLOCK_MS = 60_000;

export interface GuardOptions {
  /** Milliseconds between two attempts; shorter in tests. */
  readonly retryMs?: number;
  /** A monotonic clock in milliseconds. */
  readonly now?: () => number;
}

const MAX_INTERACTIONS = 2_000;
const CALLBACK = /\/interactions\/\d+\/[^/]+\/callback(?:\?|$)/;

/**
 * Limits retries: a 429 is never retried within a second, the first response to an interaction is abandoned when the
 * interaction expires, and a block by the proxy in front of Discord pauses all requests.
 *
 * @param make sends a request.
 */
export function makeGuardedRequest(
  make: MakeRequest = makeFormRequest,
  { retryMs = RETRY_MS, now = () => performance.now() }: GuardOptions = {},
): MakeRequest {
  const firstTries = new LRUCache<string, number>({ max: MAX_INTERACTIONS });
  let blockedUntil = Number.NEGATIVE_INFINITY;

  const refuseLate = (url: string): void => {
    const first = firstTries.get(url);
    if (first === undefined) firstTries.set(url, now());
    else if (now() - first >= INTERACTION_MS) throw expired();
  };

  return async (url, init) => {
    if (now() < blockedUntil) throw blocked(url, init.method ?? 'GET', blockedUntil - now());
    if (CALLBACK.test(url)) refuseLate(url);
    const response = await make(url, init);
    if (response.status !== 429) return response;
    const given = (Number(response.headers.get('retry-after')) || 0) * 1_000;
    const isBlock = !/\bjson\b/.test(response.headers.get('content-type') ?? '');
    const wait = Math.max(given, isBlock ? BLOCK_MS : retryMs);
    if (isBlock) blockedUntil = Math.max(blockedUntil, now() + wait);
    return withRetryAfter(response, wait / 1_000);
  };
}

async function withRetryAfter(response: Response, seconds: number): Promise<Response> {
  const headers = new Headers([...response.headers]);
  headers.set('retry-after', String(seconds));
  return new globalThis.Response(await response.text(), { status: response.status, headers });
}

/** Discord's own error for an expired interaction. */
const expired = (): Error =>
  Object.assign(new Error('the interaction was not acknowledged within three seconds'), {
    code: Code.UnknownInteraction,
    status: 404,
  });

const blocked = (url: string, method: string, retryAfter: number): RateLimitError =>
  new RateLimitError({
    ...{ url, method, retryAfter, timeToReset: retryAfter, sublimitTimeout: 0, limit: 0 },
    ...{ global: true, hash: '', majorParameter: '', route: '', scope: 'global' },
  });
