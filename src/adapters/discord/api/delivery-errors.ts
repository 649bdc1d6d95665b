import { RESTJSONErrorCodes as Code, DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import {
  type FailedDelivery,
  LEASE_LOST,
  rejected,
  retryLater,
  unavailable,
  unknownOutcome,
} from '#chat/failed-delivery';
import { isUnsentCode, PlatformError, type PlatformErrorKind } from '#chat/platform-error';
import type { RetryPolicy } from '#chat/queue/rate-limit';
import { OverloadedError } from '#chat/queue/request-queue';
import { message } from '#core/messages/index';
import { PLATFORM } from '../tenant.ts';
import { DiscordApiError } from './errors.ts';

/** A failed call and its consequence for the delivery. */
export class PostError extends PlatformError {
  override readonly name = 'PostError';
  readonly delivery: FailedDelivery;
  /** The error from Discord or the network, without secrets. */
  readonly apiError: DiscordApiError;

  /** @param delivery the consequence, if more is known than the error contains. */
  constructor(error: unknown, delivery?: FailedDelivery) {
    super('a call to Discord failed');
    this.apiError = error instanceof DiscordApiError ? error : new DiscordApiError(error);
    this.delivery = delivery ?? toFailedDelivery(error, this.apiError);
  }

  override get kind(): PlatformErrorKind {
    return this.apiError.kind;
  }

  override get details(): Readonly<Record<string, unknown>> {
    return this.apiError.details;
  }
}

/** The longest wait in milliseconds that a post spends in the queue; for a longer one it is postponed. */
const MAX_WAIT_MS = 20_000;
const MAX_WAITS = 5;

/** The delays before resending a post whose response was lost, in multiples of the least delay between two attempts. */
const RETRY_FACTORS: readonly number[] = [1, 1, 2];

/**
 * Retries rate-limited calls, and calls whose response was lost. Resending with the same nonce creates no second
 * message: Discord returns the existing one.
 */
export const makeRetryPolicy =
  (retryMs: number): RetryPolicy =>
  (error, attempt) => {
    if (!(error instanceof PostError)) return undefined;
    const { delivery } = error;
    if (delivery.kind === 'unknown') {
      const factor = RETRY_FACTORS[attempt - 1];
      return factor === undefined ? undefined : factor * retryMs;
    }
    if (delivery.kind !== 'retry' || !error.apiError.name.startsWith('RateLimitError')) return undefined;
    if (attempt > MAX_WAITS || delivery.retryAfterMs > MAX_WAIT_MS) return undefined;
    return Math.max(delivery.retryAfterMs, retryMs);
  };

/** Thrown if the last check before sending finds that the lease on the message is lost. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const FORBIDDEN = unavailable(message('delivery.forbidden'));
const CHANNEL_GONE = unavailable(message('delivery.channelGone'));
const WRONG_KIND = unavailable(message('delivery.wrongKind'));
const THREAD_LOCKED = unavailable(message('delivery.threadClosed'));
const DM_CLOSED = unavailable(message('delivery.directClosed'));
const BUSY_CHANNEL = retryLater(MINUTE, message('delivery.channelBusy', { platform: PLATFORM }));

/** By Discord error code: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const FAILURES: Readonly<Record<number, FailedDelivery>> = {
  [Code.UnknownChannel]: CHANNEL_GONE,
  [Code.UnknownGuild]: CHANNEL_GONE,
  [Code.UnknownMessage]: unavailable(message('delivery.deleted')),
  [Code.ActionCannotBePerformedDueToSlowmodeRateLimit]: BUSY_CHANNEL,
  [Code.ChannelSendRateLimit]: BUSY_CHANNEL,
  [Code.ServerSendRateLimit]: BUSY_CHANNEL,
  [Code.MissingAccess]: FORBIDDEN,
  [Code.CannotSendMessagesToThisUser]: DM_CLOSED,
  [Code.CannotSendMessagesInNonTextChannel]: WRONG_KIND,
  [Code.MissingPermissions]: FORBIDDEN,
  [Code.CannotExecuteActionOnThisChannelType]: WRONG_KIND,
  [Code.InvalidActionOnArchivedThread]: THREAD_LOCKED,
  [Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]: DM_CLOSED,
  [Code.CannotReplyWithoutPermissionToReadMessageHistory]: unavailable(message('delivery.noReply')),
  [Code.ThreadLocked]: THREAD_LOCKED,
  [Code.MessageWasBlockedByAutomaticModeration]: rejected(message('delivery.moderated')),
  [Code.TitleWasBlockedByAutomaticModeration]: rejected(message('delivery.moderated')),
};

const TOKEN_REJECTED = retryLater(MINUTE, message('delivery.token', { platform: PLATFORM, setting: 'DISCORD_TOKEN' }));

function toFailedDelivery(error: unknown, { code, status }: DiscordApiError): FailedDelivery {
  if (error instanceof LeaseLostError) return LEASE_LOST;
  if (error instanceof OverloadedError) return retryLater(SECOND, error.text);
  if (error instanceof RateLimitError) {
    return retryLater(
      Math.max(error.retryAfter, error.timeToReset, 0),
      message('delivery.pause', { platform: PLATFORM }),
    );
  }
  if (error instanceof DiscordAPIError) return fromApiError(Number(code), status ?? 0);
  if (error instanceof HTTPError)
    return unknownOutcome(message('delivery.platformStatus', { platform: PLATFORM, reason: String(status) }));
  if (isUnsentCode(code))
    return retryLater(5 * SECOND, message('delivery.unreachableWhy', { platform: PLATFORM, reason: String(code) }));
  return unknownOutcome(message('delivery.noAnswer', { platform: PLATFORM }));
}

/**
 * Without a Discord error code, a proxy in front of Discord rejected the call: this reveals nothing about the channel.
 */
function fromApiError(code: number, status: number): FailedDelivery {
  if (status === 401) return TOKEN_REJECTED;
  const known = FAILURES[code];
  if (known) return known;
  if (!(code > 0))
    return retryLater(MINUTE, message('delivery.before', { platform: PLATFORM, reason: String(status) }));
  if (status === 403) return FORBIDDEN;
  if (status === 404) return CHANNEL_GONE;
  return rejected(message('delivery.notTaken', { platform: PLATFORM, reason: String(code) }));
}
