import type { Delivery } from '#core/publisher';

/** The outcome of a message that did not certainly arrive. */
export type FailedDelivery = Exclude<Delivery, { kind: 'sent' }>;

export const retryLater = (retryAfterMs: number, reason: string): FailedDelivery => ({
  kind: 'retry',
  retryAfterMs,
  reason,
});
export const unavailable = (reason: string): FailedDelivery => ({ kind: 'channelUnavailable', reason });
export const rejected = (reason: string): FailedDelivery => ({ kind: 'rejected', reason });
export const unknownOutcome = (reason: string): FailedDelivery => ({ kind: 'unknown', reason });

/** Another process holds the lease. */
export const LEASE_LOST = retryLater(0, 'Another process has taken it over.');
