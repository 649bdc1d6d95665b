import { endingOf, NOT_INSTALLED, UNINVITED } from './endings.ts';
import type { Payload } from './outbox.ts';
import { meaningOf, Refusal } from './refusal.ts';
import { type Home, isDirect } from './tenant.ts';

const CHANNEL = /^[CG][A-Z0-9]+$/;

const UNKNOWN =
  'Slack does not say which channel that is: type the command in the channel itself, or choose it in the form that comes when the time is left out.';
const ELSEWHERE =
  'In a conversation with Onrecord only that conversation gets posts: for a channel, type the command there.';
const PRIVATE = 'A private conversation gets posts only where its own people ask for them: type the command there.';

/** Why a channel cannot be one that its workspace's, or its conversation's, schedules post to; Slack is not asked. */
export function strangeness(channel: string, { direct }: Home): string | undefined {
  if (direct !== undefined) return channel === direct ? undefined : ELSEWHERE;
  if (isDirect(channel)) return PRIVATE;
  return CHANNEL.test(channel) ? undefined : UNKNOWN;
}

/** No message has it. */
const NO_MESSAGE = '1.000000';

/**
 * Why a channel cannot be posted in, as far as Slack tells without a message being sent. Whether the app is in a channel
 * shows when it is read, for which there may be no scope; whether there is such a channel at all shows when an address
 * in it is asked for, which takes none. That it is archived, or that its settings forbid it, only the first post tells.
 */
export async function obstacleIn(
  channel: string,
  call: (method: string, payload: Payload) => Promise<unknown>,
): Promise<string | undefined> {
  const tried = await reasonOf(call('conversations.history', { channel, limit: 1 }));
  const told =
    tried instanceof Refusal && UNSCOPED.has(tried.reason)
      ? await reasonOf(call('chat.getPermalink', { channel, message_ts: NO_MESSAGE }))
      : tried;
  if (told === undefined) return undefined;
  if (told instanceof Refusal && OUTSIDE.has(told.reason)) return UNINVITED.reason;
  if (meaningOf(told) === 'lost') return NOT_INSTALLED.reason;
  // Slack has looked, and found nothing amiss with the channel.
  if (told instanceof Refusal && told.reason === 'message_not_found') return undefined;
  const ending = endingOf(told);
  return ending.kind === 'later' || ending.kind === 'unsure'
    ? `${ending.reason} Try again in a minute.`
    : ending.reason;
}

const UNSCOPED = new Set(['missing_scope', 'no_permission', 'not_allowed_token_type']);
const OUTSIDE = new Set(['channel_not_found', 'not_in_channel']);

/** Why it failed; undefined where it did not. */
const reasonOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );
