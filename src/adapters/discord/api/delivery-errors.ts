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
import { DiscordApiError } from './errors.ts';

/** A call that failed, with what that means. */
export class PostError extends PlatformError {
  override readonly name = 'PostError';
  readonly delivery: FailedDelivery;
  /** What Discord or the network said, without secrets. */
  readonly apiError: DiscordApiError;

  /** @param delivery what it means, where more is known than the error tells. */
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

/** A wait that a post makes in its place, milliseconds; for a longer one it is put off. */
const MAX_WAIT_MS = 20_000;
const MAX_WAITS = 5;

/** When a post whose answer got lost is sent once more, in multiples of the least time between two tries. */
const RETRY_FACTORS: readonly number[] = [1, 1, 2];

/**
 * What is tried again at once: what Discord holds up for a moment, and what may have arrived although the answer got lost.
 * Sent again under the same nonce, that is the same message: Discord gives it back instead of making a second one.
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

/** The last check before sending found that the message may no longer be sent. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const FORBIDDEN = unavailable(
  'Onrecord may not write in this channel: give its role “View Channel” and “Send Messages” there, or invite it again.',
);
const CHANNEL_GONE = unavailable('The channel is gone: make a schedule for another one.');
const WRONG_KIND = unavailable('Nothing can be posted in this kind of channel: choose a text channel.');
const THREAD_LOCKED = unavailable('The thread is closed: open it again, or choose another channel.');
const DM_CLOSED = unavailable(
  'This person takes no direct messages from Onrecord: their privacy settings can allow them.',
);
const BUSY_CHANNEL = retryLater(MINUTE, 'Discord lets nothing more into this channel at present.');

/** By Discord's codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const FAILURES: Readonly<Record<number, FailedDelivery>> = {
  [Code.UnknownChannel]: CHANNEL_GONE,
  [Code.UnknownGuild]: CHANNEL_GONE,
  [Code.UnknownMessage]: unavailable('The post has been deleted.'),
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
  [Code.CannotReplyWithoutPermissionToReadMessageHistory]: unavailable(
    'Onrecord may not reply in this channel: give its role “Create Public Threads” and “Read Message History” there, or ' +
      'invite it again.',
  ),
  [Code.ThreadLocked]: THREAD_LOCKED,
  [Code.MessageWasBlockedByAutomaticModeration]: rejected('AutoMod of the server does not let the post through.'),
  [Code.TitleWasBlockedByAutomaticModeration]: rejected('AutoMod of the server does not let the post through.'),
};

const TOKEN_REJECTED = retryLater(MINUTE, 'Discord does not take DISCORD_TOKEN at present.');

function toFailedDelivery(error: unknown, { code, status }: DiscordApiError): FailedDelivery {
  if (error instanceof LeaseLostError) return LEASE_LOST;
  if (error instanceof OverloadedError) return retryLater(SECOND, error.message);
  if (error instanceof RateLimitError) {
    return retryLater(Math.max(error.retryAfter, error.timeToReset, 0), 'Discord asks for a pause.');
  }
  if (error instanceof DiscordAPIError) return fromApiError(Number(code), status ?? 0);
  if (error instanceof HTTPError) return unknownOutcome(`Discord had an error of its own (${status}).`);
  if (isUnsentCode(code)) return retryLater(5 * SECOND, `Discord cannot be reached (${code}).`);
  return unknownOutcome('Discord’s answer got lost.');
}

/** Without a code of Discord's, something before it turned the call away: that says nothing about the channel. */
function fromApiError(code: number, status: number): FailedDelivery {
  if (status === 401) return TOKEN_REJECTED;
  const known = FAILURES[code];
  if (known) return known;
  if (!(code > 0)) return retryLater(MINUTE, `Discord, or a proxy before it, turned the call away (${status}).`);
  if (status === 403) return FORBIDDEN;
  if (status === 404) return CHANNEL_GONE;
  return rejected(`Discord does not take the post as it stands (${code}).`);
}
