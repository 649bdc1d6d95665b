import type { QueueKey, RetryPolicy } from '#chat/queue/rate-limit';
import { makeRequestQueue, type RequestQueue } from '#chat/queue/request-queue';
import { makeRetryPolicy } from './delivery-errors.ts';

/** Marks the queue keys of channel messages; the keys of command answers have no method. */
export const MESSAGE_METHOD = 'message';

/** Answers of one server that may wait at once. */
const MAX_WAITING = 100;

/** Nothing is tried again here: the client does that, when Discord says so. */
const noRetry: RetryPolicy = () => undefined;

/** “Interaction endpoints are not bound to the bot’s Global Rate Limit”: the client’s own buckets say how fast. */
const ANSWERS = { channel: { every: 0, atOnce: 1 }, workspace: { every: 0, atOnce: 50 } } as const;

/** Everything else counts, all servers together. */
const ALL_GUILDS = 'everywhere';

/**
 * 50 calls a second for the whole bot, a few of them left for what is not counted here; one at a time to a channel. In no
 * second do more begin than (1000 + 30) / 21.5 + 1, which leaves one for those that arrive later than others.
 *
 * @see https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
 */
const MESSAGES = { channel: { every: 0, atOnce: 1 }, workspace: { every: 21.5, atOnce: 50, catchUp: 30 } } as const;

/** More than are ever in flight: the callers that post limit how many they send. */
const MAX_MESSAGES = 20_000;

/**
 * Everything that goes out: answers to commands and buttons by server, messages to channels by what Discord allows the
 * bot as a whole. An answer waits for no post: neither for those to other channels, nor for one that is held up in its own.
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
