import { setTimeout } from 'node:timers/promises';
import { RESTJSONErrorCodes as Code, type RESTOptions } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { makeFormRequest } from './form-request.ts';
import { RETRY_MS } from './guarded-request.ts';

type MakeRequest = RESTOptions['makeRequest'];

/** More than the number of concurrent calls. */
const MAX_REMEMBERED = 2_000;

/** The error code that the client retries by itself. */
const RETRYABLE_CODE = 'ECONNRESET';

/** Codes of connections that break between or during calls: the client knows only some of them. */
const BROKEN_CODES: ReadonlySet<unknown> = new Set([RETRYABLE_CODE, 'EPIPE', 'UND_ERR_SOCKET']);

const ACKNOWLEDGED_ALREADY = new RegExp(`"code": *${Code.InteractionHasAlreadyBeenAcknowledged}\\b`);

/**
 * Sends requests for the client, with a pause after each failure, as the client would retry immediately. If an
 * interaction is already acknowledged on the second attempt, the first one succeeded and its response was lost.
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
