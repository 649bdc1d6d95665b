import type { QueueKey, RetryPolicy } from '#chat/queue/rate-limit';
import { makeRequestQueue, type RequestQueue } from '#chat/queue/request-queue';
import { makeRetryPolicy } from './delivery-errors.ts';

/** Marks the queue keys of channel messages; the keys of command answers have no method. */
export const MESSAGE_METHOD = 'message';

/** Answers of one server that may wait at the same time. */
const MAX_WAITING = 100;

/** No retries here: the client retries when Discord asks for it. */
const noRetry: RetryPolicy = () => undefined;

/** “Interaction endpoints are not bound to the bot’s Global Rate Limit”: the client’s own buckets set the rate. */
const ANSWERS = { channel: { every: 0, atOnce: 1 }, workspace: { every: 0, atOnce: 50 } } as const;

/** All other calls count against one limit for all servers. */
const ALL_GUILDS = 'everywhere';

/**
 * 50 calls a second for the whole bot, a few of them reserved for calls that are not counted here; one at a time per
 * channel. At most (1000 + 30) / 21.5 + 1 calls start in any second, which leaves one for calls that arrive late.
 *
 * @see https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
 */
const MESSAGES = { channel: { every: 0, atOnce: 1 }, workspace: { every: 21.5, atOnce: 50, catchUp: 30 } } as const;

/** More than are ever in flight: the callers that post limit their own calls. */
const MAX_MESSAGES = 20_000;

/**
 * The queue of all outgoing calls: answers to commands and buttons are limited per server, messages to channels by the
 * bot's global rate limit. An answer waits for no post, neither to other channels nor delayed in its own.
 */
export function makeApiQueue(retryMs: number): RequestQueue {
  const answers = makeRequestQueue(ANSWERS, MAX_WAITING, noRetry);
  const messages = makeRequestQueue(MESSAGES, MAX_MESSAGES, makeRetryPolicy(retryMs));
  return {
    send: (queueKey, urgency, call) =>
      isMessage(queueKey)
        ? messages.send(globalKey(queueKey, urgency), urgency, call)
        : answers.send(queueKey, urgency, call),
    isFull: (queueKey) =>
      isMessage(queueKey) ? messages.isFull(globalKey(queueKey, 'answer')) : answers.isFull(queueKey),
    pending: () => answers.pending() + messages.pending(),
    close: async (timeoutMs) => void (await Promise.all([answers.close(timeoutMs), messages.close(timeoutMs)])),
  };
}

const isMessage = ({ method }: QueueKey): boolean => method === MESSAGE_METHOD;

const globalKey = ({ channel }: QueueKey, urgency: 'answer' | 'post'): QueueKey =>
  channel === undefined || urgency === 'answer' ? { workspace: ALL_GUILDS } : { workspace: ALL_GUILDS, channel };
