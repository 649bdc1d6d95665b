import { setTimeout } from 'node:timers/promises';
import { RESTJSONErrorCodes as Code, DefaultRestOptions, type RESTOptions } from 'discord.js';
import { remember } from '#chat/remember';

type MakeRequest = RESTOptions['makeRequest'];

/** Milliseconds before a call that Discord had an error with is made again: the client itself would not wait. */
const RETRY_DELAY_MS = 300;

/** More calls than are under way at once. */
const MAX_REMEMBERED = 2_000;

/** What the client makes again by itself. */
const RETRYABLE_CODE = 'ECONNRESET';

/** Connections that break between two calls, or in one: the client knows only some of their names. */
const BROKEN_CODES: ReadonlySet<unknown> = new Set([RETRYABLE_CODE, 'EPIPE', 'UND_ERR_SOCKET']);

const ACKNOWLEDGED_ALREADY = new RegExp(`"code": *${Code.InteractionHasAlreadyBeenAcknowledged}\\b`);

/**
 * Calls as the client makes them, so that an answer of Discord that gets lost is asked for again. What Discord then says
 * was acknowledged already was so by the call before.
 */
export function makeRetryingRequest(make: MakeRequest = DefaultRestOptions.makeRequest): MakeRequest {
  const unanswered = new Map<string, true>();
  return async (url, init) => {
    try {
      const response = await make(url, init);
      const again = unanswered.delete(url);
      if (response.status < 500) return again && response.status === 400 ? await asAcknowledged(response) : response;
      remember(unanswered, url, true, MAX_REMEMBERED);
      await setTimeout(RETRY_DELAY_MS);
      return response;
    } catch (error) {
      if (!isBroken(error)) throw error;
      remember(unanswered, url, true, MAX_REMEMBERED);
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
