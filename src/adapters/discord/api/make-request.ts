import { setTimeout } from 'node:timers/promises';
import { RESTJSONErrorCodes as Code, type RESTOptions } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { makeFormRequest } from './form-request.ts';
import { RETRY_MS } from './guarded-request.ts';

type MakeRequest = RESTOptions['makeRequest'];

/** More calls than are under way at once. */
const MAX_REMEMBERED = 2_000;

/** What the client makes again by itself. */
const RETRYABLE_CODE = 'ECONNRESET';

/** Connections that break between two calls, or in one: the client knows only some of their names. */
const BROKEN_CODES: ReadonlySet<unknown> = new Set([RETRYABLE_CODE, 'EPIPE', 'UND_ERR_SOCKET']);

const ACKNOWLEDGED_ALREADY = new RegExp(`"code": *${Code.InteractionHasAlreadyBeenAcknowledged}\\b`);

/**
 * Requests as the client makes them, each failed one followed by a pause, as the client would try again at once. An
 * interaction that is acknowledged already on the second try was acknowledged by the first, whose response got lost.
 */
export function makeRetryingRequest(make: MakeRequest = makeFormRequest, retryMs: number = RETRY_MS): MakeRequest {
  const unanswered = new LRUCache<string, true>({ max: MAX_REMEMBERED });
  return async (url, init) => {
    try {
      const response = await make(url, init);
      const again = unanswered.delete(url);
      if (response.status < 500) return again && response.status === 400 ? await asAcknowledged(response) : response;
      unanswered.set(url, true);
      await setTimeout(retryMs);
      return response;
    } catch (error) {
      if (!isBroken(error)) throw error;
      unanswered.set(url, true);
      await setTimeout(retryMs);
      throw Object.assign(new Error(error.message, { cause: error }), { code: RETRYABLE_CODE });
    }
  };
}

const isBroken = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && BROKEN_CODES.has(error.code);

async function asAcknowledged(response: Awaited<ReturnType<MakeRequest>>): ReturnType<MakeRequest> {
  const text = await response.text();
  if (ACKNOWLEDGED_ALREADY.test(text)) return new Response(null, { status: 204 });
  return new Response(text, { status: response.status, headers: [...response.headers] });
}
