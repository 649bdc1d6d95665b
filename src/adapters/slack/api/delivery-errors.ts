import { type FailedDelivery, rejected, retryLater, unavailable, unknownOutcome } from '#chat/failed-delivery';
import { errorKind } from '#chat/platform-error';
import { OverloadedError } from '#chat/queue/request-queue';
import { message } from '#core/messages/index';
import { PLATFORM } from '../tenant.ts';
import { SlackApiError } from './errors.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const PAUSE = message('delivery.pause', { platform: PLATFORM });

/** The app was never installed in the workspace, or was uninstalled. */
export const NOT_INSTALLED = unavailable(message('delivery.uninstalled'));
/** Slack rejects the only token in use; a new one requires a restart. */
export const TOKEN_REJECTED = retryLater(
  MINUTE,
  message('delivery.token', { platform: PLATFORM, setting: 'SLACK_BOT_TOKEN' }),
);
/** The connection is not open yet, or is interrupted. */
export const NOT_CONNECTED = retryLater(10 * SECOND, message('delivery.notConnected', { platform: PLATFORM }));
export const UNANSWERED = unknownOutcome(message('delivery.noAnswer', { platform: PLATFORM }));

export const UNINVITED = unavailable(message('delivery.uninvited'));
const FORBIDDEN = unavailable(message('delivery.channelSettings'));
const THREADLESS = unavailable(message('delivery.noThread'));
const POSSIBLY_SENT = unknownOutcome(message('delivery.platformError', { platform: PLATFORM }));
const MIGRATING = retryLater(10 * MINUTE, message('delivery.moving', { platform: PLATFORM }));

/** The outcome by Slack error code: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const FAILURES: Readonly<Record<string, FailedDelivery>> = {
  channel_not_found: UNINVITED,
  not_in_channel: UNINVITED,
  user_not_in_channel: UNINVITED,
  is_archived: unavailable(message('delivery.archived')),
  restricted_action_non_threadable_channel: THREADLESS,
  restricted_action_thread_locked: THREADLESS,
  cannot_reply_to_message: THREADLESS,
  thread_not_found: THREADLESS,
  messages_tab_disabled: unavailable(message('delivery.messagesTab')),
  missing_scope: unavailable(message('delivery.noScope')),
  no_permission: FORBIDDEN,
  access_denied: FORBIDDEN,
  ekm_access_denied: retryLater(10 * MINUTE, message('delivery.keys')),
  ratelimited: retryLater(MINUTE, PAUSE),
  rate_limited: retryLater(MINUTE, PAUSE),
  message_limit_exceeded: retryLater(10 * MINUTE, message('delivery.plan')),
  request_timeout: retryLater(SECOND, message('delivery.notWhole', { platform: PLATFORM })),
  unreachable: retryLater(5 * SECOND, message('delivery.unreachable', { platform: PLATFORM })),
  team_added_to_org: MIGRATING,
  external_channel_migrating: MIGRATING,
  unanswered: UNANSWERED,
  // “It’s possible some aspect of the operation succeeded before the error was raised.”
  internal_error: POSSIBLY_SENT,
  fatal_error: POSSIBLY_SENT,
  service_unavailable: POSSIBLY_SENT,
  // An intermediary, such as a proxy, sent a page instead of Slack’s response.
  no_reason_given: UNANSWERED,
};

/** The outcome by the prefix of an error code or HTTP status. */
const FAILURES_BY_PREFIX: readonly (readonly [start: RegExp, ending: (reason: string) => FailedDelivery])[] = [
  [/^(?:restricted_action|channel_is_)/, () => FORBIDDEN],
  [/^http_5/, (reason) => unknownOutcome(message('delivery.platformStatus', { platform: PLATFORM, reason }))],
  [/^http_/, (reason) => retryLater(MINUTE, message('delivery.before', { platform: PLATFORM, reason }))],
  [/(?:_too_long|_too_large|^invalid_metadata\w*)$|^too_many_/, (reason) => notTaken(reason)],
];

const notTaken = (reason: string): FailedDelivery =>
  rejected(message('delivery.notTaken', { platform: PLATFORM, reason }));

/** Converts an error to the outcome of a delivery. */
export function toFailedDelivery(error: unknown): FailedDelivery {
  if (error instanceof OverloadedError) return retryLater(SECOND, error.text);
  if (!(error instanceof SlackApiError)) return UNANSWERED;
  const { reason, retryAfter } = error;
  if (retryAfter !== undefined) return retryLater(Math.max(retryAfter, 1) * SECOND, PAUSE);
  if (Object.hasOwn(FAILURES, reason)) return FAILURES[reason] as FailedDelivery;
  const family = FAILURES_BY_PREFIX.find(([start]) => start.test(reason))?.[1];
  if (family) return family(reason);
  return errorKind(error) === 'invalidPayload'
    ? notTaken(reason)
    : retryLater(MINUTE, message('delivery.says', { platform: PLATFORM, reason }));
}
