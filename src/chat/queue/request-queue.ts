import { setMaxListeners } from 'node:events';
import { UserError } from '#core/errors';
import { type Message, message } from '#core/messages/index';
import { withTimeout } from '../timeout.ts';
import { Backpressure } from './backpressure.ts';
import { dispatch } from './dispatch.ts';
import { LimiterPool, PRIORITY } from './limiter.ts';
import type { QueueKey, RateLimit, RateLimits, RetryPolicy } from './rate-limit.ts';

/** Everything that goes out to one platform. */
export interface RequestQueue {
  /**
   * Runs a call when its turn has come. Answers go before posts.
   *
   * @throws OverloadedError if the queue is full; the error of the call if a retry is pointless.
   */
  send<T>(key: QueueKey, urgency: 'answer' | 'post', call: () => Promise<T>): Promise<T>;
  /** Whether a call would be turned away now, so that it can be said before anything is begun. */
  isFull(key: QueueKey): boolean;
  /** How many calls wait or run. */
  pending(): number;
  /** Takes nothing new; resolves when what has been taken is done, or after `patience` milliseconds. */
  close(timeoutMs: number): Promise<void>;
}

/** Nothing is sent, because too much waits already or because nothing new is taken; shown as written. */
export class OverloadedError extends UserError {
  override readonly name = 'BusyError';

  constructor(text: Message | string = message('error.busy')) {
    super(text);
  }
}

/** How many workspaces may have as many calls waiting as one may. */
const MAX_FULL_WORKSPACES = 20;
const RESTARTING = 'Onrecord is restarting: try again in a minute.';

/**
 * Everything that goes out to one platform, the most urgent first: the paces of its channel, its method and its workspace
 * hold for a call all at once.
 *
 * @param maxWaiting how many calls of one workspace may wait; of all together, {@link MAX_FULL_WORKSPACES} times as many.
 * @param retryDelay asked after each failure, with how often the call was made. While a call waits to be made again, those
 *   to the same channel wait behind it; those of the same method or workspace, where it names no channel.
 */
export function makeRequestQueue(limits: RateLimits, maxWaiting: number, retryDelay: RetryPolicy): RequestQueue {
  const gates = new LimiterPool();
  const counts = new Backpressure(maxWaiting, maxWaiting * MAX_FULL_WORKSPACES);
  const stopped = new AbortController();
  // Each that waits listens: Node would take more than ten for a leak, and say so.
  setMaxListeners(0, stopped.signal);
  let closing: Promise<void> | undefined;

  return {
    async send(key, urgency, call) {
      if (closing) throw new OverloadedError(RESTARTING);
      if (counts.isFull(key.workspace)) throw new OverloadedError();
      const ticket = counts.admit(key.workspace);
      const stops = limiterKeys(key, limits);
      const route = stops.map(({ name, pace }) => gates.acquire(name, pace));
      try {
        return await dispatch({ limiters: route, call, retryDelay, ticket, signal: stopped.signal }, PRIORITY[urgency]);
      } finally {
        ticket.release();
        for (const { name } of stops) gates.release(name);
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
function limiterKeys({ workspace, channel, method }: QueueKey, paces: RateLimits): readonly LimiterKey[] {
  const methodPace = method === undefined ? undefined : paces.methods?.[method];
  return [
    ...(channel === undefined ? [] : [{ name: JSON.stringify([workspace, 'channel', channel]), pace: paces.channel }]),
    ...(methodPace ? [{ name: JSON.stringify([workspace, 'method', method]), pace: methodPace }] : []),
    { name: JSON.stringify([workspace]), pace: paces.workspace },
  ];
}
