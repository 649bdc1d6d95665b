import type { webApi } from '@slack/bolt';
import { errorKind } from '#chat/platform-error';
import { KeyedQueues } from '#chat/queue/keyed-queues';
import { makeRequestQueue } from '#chat/queue/request-queue';
import type { Endpoints } from './endpoints.ts';
import { reasonIn, SlackApiError, toSlackApiError } from './errors.ts';
import { MAX_WAITING, retryDelay, type SlackRateLimits } from './rate-limits.ts';
import { postToSecretUrl } from './secret-url.ts';

/** The rate limits that apply to a call. */
export interface QueueKey {
  readonly workspace: string;
  /** The channel a message is posted to; undefined if only one user sees it. */
  readonly channel?: string;
}

/** A value that is sent as JSON. */
export type Payload = Readonly<Record<string, unknown>>;

/** Sends all calls to Slack within its rate limits. Its methods throw {@link SlackApiError} or OverloadedError. */
export interface ApiQueue {
  call(client: webApi.WebClient, method: string, payload: Payload, key: QueueKey): Promise<webApi.WebAPICallResult>;
  /**
   * Posts a message once, after all queued answers. It is never retried, since a failed attempt may have arrived.
   *
   * @param stillOwned checked last, immediately before the message is sent.
   * @returns undefined if the message may not be sent.
   */
  post(
    client: webApi.WebClient,
    payload: Payload,
    key: QueueKey,
    stillOwned: () => Promise<boolean>,
  ): Promise<webApi.WebAPICallResult | undefined>;
  /**
   * Posts to a `response_url`, which accepts five messages within 30 minutes: at the rate of posts if the whole channel
   * sees the message, otherwise immediately.
   */
  respond(url: string, payload: Payload, key: QueueKey): Promise<void>;
  /** Bypasses the queue to report that it is full; dropped if there are too many such messages. */
  respondUnqueued(url: string, payload: Payload): Promise<void>;
  /** Whether a message would be rejected now. */
  isFull(workspace: string): boolean;
  /** The number of queued and running calls. */
  pending(): number;
  /** Rejects new calls; resolves when all accepted calls have finished, or after `timeoutMs` milliseconds. */
  close(timeoutMs: number): Promise<void>;
}

export function makeApiQueue(endpoints: Endpoints, limits: SlackRateLimits): ApiQueue {
  const outgoing = makeRequestQueue(limits, MAX_WAITING, retryDelay);
  const addresses = makeRequestQueue(limits.addresses ?? limits, MAX_WAITING, retryDelay);
  const posts = new KeyedQueues(MAX_POSTS);
  let unqueued = 0;
  return {
    call: (client, method, payload, key) =>
      outgoing.send({ ...key, method }, 'answer', () => callMethod(client, method, payload)),
    post: (client, payload, key, stillOwned) =>
      posts.run(key.workspace, async () => {
        const ended = await outgoing.send({ ...key, method: POST }, 'post', () =>
          settle(async () => ((await stillOwned()) ? callMethod(client, POST, payload) : undefined)),
        );
        if (ended.status === 'rejected') throw ended.reason;
        return ended.value;
      }),
    respond: (url, payload, key) => {
      const [queue, queueKey] = key.channel === undefined ? [addresses, { ...key, channel: url }] : [outgoing, key];
      return queue.send(queueKey, 'answer', () => postToUrl(url, payload, endpoints));
    },
    async respondUnqueued(url, payload) {
      if (unqueued >= MAX_UNQUEUED) return;
      unqueued += 1;
      try {
        await postToUrl(url, payload, endpoints);
      } catch {
        // A user who does not see the notice presses the button again.
      } finally {
        unqueued -= 1;
      }
    },
    isFull: (workspace) => outgoing.isFull({ workspace }) || addresses.isFull({ workspace }),
    pending: () => outgoing.pending() + addresses.pending(),
    close: async (timeoutMs) => {
      await Promise.all([outgoing.close(timeoutMs), addresses.close(timeoutMs)]);
    },
  };
}

const POST = 'chat.postMessage';
/** The maximum number of posts per workspace among the queued answers; others wait separately and displace none. */
const MAX_POSTS = 20;
const MAX_UNQUEUED = 10;
const METHOD = 'response_url';

async function callMethod(
  client: webApi.WebClient,
  method: string,
  payload: Payload,
): Promise<webApi.WebAPICallResult> {
  try {
    return await client.apiCall(method, payload);
  } catch (error) {
    throw toSlackApiError(method, error);
  }
}

/** Returns the outcome as a value, so that the retry policy is not consulted. */
async function settle<T>(call: () => Promise<T>): Promise<PromiseSettledResult<T>> {
  try {
    return { status: 'fulfilled', value: await call() };
  } catch (reason) {
    return { status: 'rejected', reason };
  }
}

async function postToUrl(url: string, payload: Payload, { answers }: Endpoints): Promise<void> {
  const body = { contentType: 'application/json', content: JSON.stringify(payload) };
  const { status, retryAfter, text } = await postToSecretUrl(METHOD, url, answers, body);
  if (status === 429) throw new SlackApiError(METHOD, 'ratelimited', retryAfter);
  const reason = reasonOf(text);
  const refusal = reason === undefined ? undefined : new SlackApiError(METHOD, reason);
  // An unknown error code says less than the status, which says that Slack is unavailable.
  if (refusal && (status < 500 || errorKind(refusal) !== 'unexpected')) throw refusal;
  if (status >= 300) throw new SlackApiError(METHOD, `http_${status}`);
}

/** Returns Slack's error code, from JSON (`{"ok":false,"error":"used_url"}`) or plain text; undefined for `ok`. */
function reasonOf(text: string): string | undefined {
  const reason = /"error"\s*:\s*"([^"]*)"/.exec(text)?.[1] ?? text.trim();
  return /^[a-z_]+$/.test(reason) && reason !== 'ok' ? reasonIn(reason) : undefined;
}
