import { BusyError } from '#chat/queue/request-queue';
import type { Delivery } from '#core/publisher';
import { meaningOf, Refusal } from '../api/errors.ts';

/** How a message ended that did not arrive for certain. */
export type Ending = Exclude<Delivery, { kind: 'sent' }>;

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const later = (after: number, reason: string): Ending => ({ kind: 'later', after, reason });
const closed = (reason: string): Ending => ({ kind: 'closed', reason });
const unsure = (reason: string): Ending => ({ kind: 'unsure', reason });

/** Somebody else has it now. */
export const TAKEN = later(0, 'Another process has taken it over.');
/** Nobody there has let the app in, or they have taken it out again. */
export const NOT_INSTALLED = closed('Onrecord is not installed in this workspace any more: install it again.');
/** The one token that everything is done with is refused; a new one comes with a new start. */
export const TOKEN_REFUSED = later(MINUTE, 'Slack does not take SLACK_BOT_TOKEN at present.');
/** Not yet, or not at present. */
export const NOT_OPEN = later(10 * SECOND, 'Slack is not connected at present.');
export const UNANSWERED = unsure('Slack’s answer got lost.');

export const UNINVITED = closed(
  'Onrecord is not in the channel, or the channel is gone: type /invite @Onrecord there.',
);
const FORBIDDEN = closed(
  'The channel’s settings do not let Onrecord post: its managers can allow it, or choose another channel.',
);
const THREADLESS = closed('The thread is closed, or the channel has none.');
const MAY_BE_DONE = unsure('Slack had an error of its own while it took the message.');
const MIGRATING = later(10 * MINUTE, 'Slack is moving the channel or its workspace.');

/** By Slack's reasons: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const ENDINGS: Readonly<Record<string, Ending>> = {
  channel_not_found: UNINVITED,
  not_in_channel: UNINVITED,
  user_not_in_channel: UNINVITED,
  is_archived: closed('The channel is archived: unarchive it, or choose another one.'),
  restricted_action_non_threadable_channel: THREADLESS,
  restricted_action_thread_locked: THREADLESS,
  cannot_reply_to_message: THREADLESS,
  thread_not_found: THREADLESS,
  messages_tab_disabled: closed('The app’s Messages tab is switched off: switch it on under App Home.'),
  missing_scope: closed('Onrecord has no scope chat:write: add it under OAuth & Permissions, then reinstall the app.'),
  no_permission: FORBIDDEN,
  access_denied: FORBIDDEN,
  ekm_access_denied: later(10 * MINUTE, 'The organisation’s key management does not let anybody post at present.'),
  ratelimited: later(MINUTE, 'Slack asks for a pause.'),
  rate_limited: later(MINUTE, 'Slack asks for a pause.'),
  message_limit_exceeded: later(10 * MINUTE, 'The workspace has sent more messages than its plan allows.'),
  request_timeout: later(SECOND, 'The message did not reach Slack whole.'),
  unreachable: later(5 * SECOND, 'Slack cannot be reached.'),
  team_added_to_org: MIGRATING,
  external_channel_migrating: MIGRATING,
  unanswered: UNANSWERED,
  // “It’s possible some aspect of the operation succeeded before the error was raised.”
  internal_error: MAY_BE_DONE,
  fatal_error: MAY_BE_DONE,
  service_unavailable: MAY_BE_DONE,
  // A page that somebody in between has sent instead of Slack’s answer.
  no_reason_given: UNANSWERED,
};

/** By the beginning of a reason or of a status. */
const FAMILIES: readonly (readonly [start: RegExp, ending: (reason: string) => Ending])[] = [
  [/^(?:restricted_action|channel_is_)/, () => FORBIDDEN],
  [/^http_5/, (reason) => unsure(`Slack had an error of its own (${reason}).`)],
  [/^http_/, (reason) => later(MINUTE, `Something before Slack turned the message away (${reason}).`)],
  [/(?:_too_long|_too_large|^invalid_metadata\w*)$|^too_many_/, (reason) => refused(reason)],
];

const refused = (reason: string): Ending => ({
  kind: 'refused',
  reason: `Slack does not take the post as it stands (${reason}).`,
});

/** What became of a message, by what came back. */
export function endingOf(error: unknown): Ending {
  if (error instanceof BusyError) return later(SECOND, error.message);
  if (!(error instanceof Refusal)) return UNANSWERED;
  const { reason, retryAfter } = error;
  if (retryAfter !== undefined) return later(Math.max(retryAfter, 1) * SECOND, 'Slack asks for a pause.');
  if (Object.hasOwn(ENDINGS, reason)) return ENDINGS[reason] as Ending;
  const family = FAMILIES.find(([start]) => start.test(reason))?.[1];
  if (family) return family(reason);
  return meaningOf(error) === 'malformed' ? refused(reason) : later(MINUTE, `Slack says ${reason}.`);
}
