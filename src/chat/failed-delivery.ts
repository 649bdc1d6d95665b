import { message, type Text } from '#core/messages/index';
import type { Delivery } from '#core/publisher';

/** The outcome of a message that may not have arrived. */
export type FailedDelivery = Exclude<Delivery, { kind: 'sent' }>;

export const retryLater = (retryAfterMs: number, reason: Text): FailedDelivery => ({
  kind: 'retry',
  retryAfterMs,
  reason,
});
export const unavailable = (reason: Text): FailedDelivery => ({ kind: 'channelUnavailable', reason });
export const rejected = (reason: Text): FailedDelivery => ({ kind: 'rejected', reason });
export const unknownOutcome = (reason: Text): FailedDelivery => ({ kind: 'unknown', reason });

/** Another process holds the lease. */
export const LEASE_LOST = retryLater(0, message('delivery.takenOver'));
