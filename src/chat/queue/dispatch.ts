import type { Ticket } from './backpressure.ts';
import { type Limiter, PRIORITY, type Priority } from './limiter.ts';
import type { RetryPolicy } from './rate-limit.ts';

/** A queued call. */
export interface QueuedCall<T> {
  /** The limiters it must pass: the first is its own, which it holds while it waits for a retry. */
  readonly limiters: readonly Limiter[];
  readonly call: () => Promise<T>;
  readonly retryDelay: RetryPolicy;
  readonly ticket: Ticket;
  /** Aborted when waiting calls must be rejected, with the error as its reason. */
  readonly signal: AbortSignal;
}

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

/** Passes a call through its limiters, and retries it as long as the retry policy says so. */
export async function dispatch<T>(queued: QueuedCall<T>, priority: Priority): Promise<T> {
  const { limiters, retryDelay, ticket, signal } = queued;
  const [own, ...others] = limiters;
  let { outcome } = await start(queued, 0, priority);
  try {
    for (let attempt = 1; ; attempt += 1) {
      const ended = await outcome;
      for (const limiter of others) limiter.ended();
      if (ended.ok) return ended.value;
      const wait = retryDelay(ended.error, attempt);
      if (wait === undefined) throw ended.error;
      ticket.setWaiting(true);
      await own?.backoff(wait, signal);
      ({ outcome } = await start(queued, 1, PRIORITY.retry));
    }
  } finally {
    own?.ended();
  }
}

/** Resolves with the pending outcome once the call has started. */
async function start<T>(
  queued: QueuedCall<T>,
  index: number,
  priority: Priority,
): Promise<{ outcome: Promise<Outcome<T>> }> {
  const { limiters, call, ticket, signal } = queued;
  const own = limiters[index];
  if (own) {
    return own.pass(priority, signal, () => start(queued, index + 1, priority));
  }
  for (const limiter of limiters) limiter.began();
  ticket.setWaiting(false);
  return { outcome: outcomeOf(call) };
}

/** Never rejects. A call that throws synchronously counts as failed. */
async function outcomeOf<T>(call: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    return { ok: false, error };
  }
}
