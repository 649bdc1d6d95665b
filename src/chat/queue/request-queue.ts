import { setMaxListeners } from 'node:events';
import { UserError } from '#core/errors';
import { type Message, message } from '#core/messages/index';
import { withTimeout } from '../timeout.ts';
import { Backpressure } from './backpressure.ts';
import { dispatch } from './dispatch.ts';
import { LimiterPool, PRIORITY } from './limiter.ts';
import type { QueueKey, RateLimit, RateLimits, RetryPolicy } from './rate-limit.ts';

/** The queue of all requests to one platform. */
export interface RequestQueue {
  /**
   * Runs a call when it is its turn. Answers take precedence over posts.
   *
   * @throws OverloadedError if the queue is full; the error of the call if a retry is pointless.
   */
  send<T>(key: QueueKey, urgency: 'answer' | 'post', call: () => Promise<T>): Promise<T>;
  /** Whether a call would be rejected now, so that this can be reported before any work. */
  isFull(key: QueueKey): boolean;
  /** The number of waiting and running calls. */
  pending(): number;
  /** Accepts no further calls; resolves when the accepted ones are done, or after the timeout. */
  close(timeoutMs: number): Promise<void>;
}

/** The queue is full or closed; the message is shown to the user. */
export class OverloadedError extends UserError {
  override readonly name = 'BusyError';

  constructor(text: Message | string = message('error.busy')) {
    super(text);
  }
}

/** How many workspaces may reach their limit of waiting calls at once. */
const MAX_FULL_WORKSPACES = 20;
const RESTARTING = message('chat.restarting');

/**
 * Sends all requests to one platform, the most urgent first. A call must meet the rate limits of its channel, its
 * method and its workspace at the same time.
 *
 * @param maxWaiting how many calls of one workspace may wait; in total, {@link MAX_FULL_WORKSPACES} times as many.
 * @param retryDelay called after each failure with the number of attempts. While a call waits for its retry, calls
 *   to the same channel wait after it, or calls of the same method or workspace if it has no channel.
 */
export function makeRequestQueue(limits: RateLimits, maxWaiting: number, retryDelay: RetryPolicy): RequestQueue {
  const limiters = new LimiterPool();
  const counts = new Backpressure(maxWaiting, maxWaiting * MAX_FULL_WORKSPACES);
  const stopped = new AbortController();
  // Every waiting call adds a listener; without this, Node warns of a leak from ten on.
  setMaxListeners(0, stopped.signal);
  let closing: Promise<void> | undefined;

  return {
    async send(key, urgency, call) {
      if (closing) throw new OverloadedError(RESTARTING);
      if (counts.isFull(key.workspace)) throw new OverloadedError();
      const ticket = counts.admit(key.workspace);
      const stops = limiterKeys(key, limits);
      const route = stops.map(({ name, pace }) => limiters.acquire(name, pace));
      try {
        return await dispatch({ limiters: route, call, retryDelay, ticket, signal: stopped.signal }, PRIORITY[urgency]);
      } finally {
        ticket.release();
        for (const { name } of stops) limiters.release(name);
      }
    },
    isFull: (key) => closing !== undefined || counts.isFull(key.workspace),
    pending: () => counts.total,
    close(timeoutMs) {
      closing ??= withTimeout(counts.drained(), timeoutMs).then(() => stopped.abort(new OverloadedError(RESTARTING)));
      return closing;
    },
  };
}

interface LimiterKey {
  readonly name: string;
  readonly pace: RateLimit;
}

/** The limiters that count a call, the narrowest first: while a call waits in one, it does not block the others. */
function limiterKeys({ workspace, channel, method }: QueueKey, limits: RateLimits): readonly LimiterKey[] {
  const methodLimit = method === undefined ? undefined : limits.methods?.[method];
  return [
    ...(channel === undefined ? [] : [{ name: JSON.stringify([workspace, 'channel', channel]), pace: limits.channel }]),
    ...(methodLimit ? [{ name: JSON.stringify([workspace, 'method', method]), pace: methodLimit }] : []),
    { name: JSON.stringify([workspace]), pace: limits.workspace },
  ];
}
