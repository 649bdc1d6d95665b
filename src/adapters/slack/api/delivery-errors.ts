import { type FailedDelivery, rejected, retryLater, unavailable, unknownOutcome } from '#chat/failed-delivery';
import { errorKind } from '#chat/platform-error';
import { OverloadedError } from '#chat/queue/request-queue';
import { SlackApiError } from './errors.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** The app was never installed in the workspace, or was uninstalled. */
export const NOT_INSTALLED = unavailable('Onrecord is not installed in this workspace any more: install it again.');
/** Slack rejects the only token in use; a new one requires a restart. */
export const TOKEN_REJECTED = retryLater(MINUTE, 'Slack does not take SLACK_BOT_TOKEN at present.');
/** Not yet, or not at present. */
export const NOT_CONNECTED = retryLater(10 * SECOND, 'Slack is not connected at present.');
export const UNANSWERED = unknownOutcome('Slack’s answer got lost.');

export const UNINVITED = unavailable(
  'Onrecord is not in the channel, or the channel is gone: type /invite @Onrecord there.',
);
const FORBIDDEN = unavailable(
  'The channel’s settings do not let Onrecord post: its managers can allow it, or choose another channel.',
);
const THREADLESS = unavailable('The thread is closed, or the channel has none.');
const POSSIBLY_SENT = unknownOutcome('Slack had an error of its own while it took the message.');
const MIGRATING = retryLater(10 * MINUTE, 'Slack is moving the channel or its workspace.');

/** By Slack's reasons: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const FAILURES: Readonly<Record<string, FailedDelivery>> = {
  channel_not_found: UNINVITED,
  not_in_channel: UNINVITED,
  user_not_in_channel: UNINVITED,
  is_archived: unavailable('The channel is archived: unarchive it, or choose another one.'),
  restricted_action_non_threadable_channel: THREADLESS,
  restricted_action_thread_locked: THREADLESS,
  cannot_reply_to_message: THREADLESS,
  thread_not_found: THREADLESS,
  messages_tab_disabled: unavailable('The app’s Messages tab is switched off: switch it on under App Home.'),
  missing_scope: unavailable(
    'Onrecord has no scope chat:write: add it under OAuth & Permissions, then reinstall the app.',
  ),
  no_permission: FORBIDDEN,
  access_denied: FORBIDDEN,
  ekm_access_denied: retryLater(10 * MINUTE, 'The organisation’s key management does not allow posting at present.'),
  ratelimited: retryLater(MINUTE, 'Slack asks for a pause.'),
  rate_limited: retryLater(MINUTE, 'Slack asks for a pause.'),
  message_limit_exceeded: retryLater(10 * MINUTE, 'The workspace has sent more messages than its plan allows.'),
  request_timeout: retryLater(SECOND, 'The message did not reach Slack whole.'),
  unreachable: retryLater(5 * SECOND, 'Slack cannot be reached.'),
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

/** By the beginning of a reason or of a status. */
const FAILURES_BY_PREFIX: readonly (readonly [start: RegExp, ending: (reason: string) => FailedDelivery])[] = [
  [/^(?:restricted_action|channel_is_)/, () => FORBIDDEN],
  [/^http_5/, (reason) => unknownOutcome(`Slack had an error of its own (${reason}).`)],
  [/^http_/, (reason) => retryLater(MINUTE, `Something before Slack turned the message away (${reason}).`)],
  [/(?:_too_long|_too_large|^invalid_metadata\w*)$|^too_many_/, (reason) => notTaken(reason)],
];

const notTaken = (reason: string): FailedDelivery => rejected(`Slack does not take the post as it stands (${reason}).`);

/** What became of a message, by what came back. */
export function toFailedDelivery(error: unknown): FailedDelivery {
  if (error instanceof OverloadedError) return retryLater(SECOND, error.message);
  if (!(error instanceof SlackApiError)) return UNANSWERED;
  const { reason, retryAfter } = error;
  if (retryAfter !== undefined) return retryLater(Math.max(retryAfter, 1) * SECOND, 'Slack asks for a pause.');
  if (Object.hasOwn(FAILURES, reason)) return FAILURES[reason] as FailedDelivery;
  const family = FAILURES_BY_PREFIX.find(([start]) => start.test(reason))?.[1];
  if (family) return family(reason);
  return errorKind(error) === 'invalidPayload' ? notTaken(reason) : retryLater(MINUTE, `Slack says ${reason}.`);
}
