import { errorKind } from '#chat/platform-error';
import { OverloadedError } from '#chat/queue/request-queue';
import { message, type Text } from '#core/messages/index';
import { NOT_INSTALLED, toFailedDelivery, UNINVITED } from '../api/delivery-errors.ts';
import { SlackApiError } from '../api/errors.ts';
import type { Payload } from '../api/queue.ts';
import { isDirect, PLATFORM, type TenantParts } from '../tenant.ts';

const CHANNEL_ID = /^[CG][A-Z0-9]+$/;

const UNKNOWN_CHANNEL = message('channel.unknownId', { platform: PLATFORM });
const OTHER_CONVERSATION = message('channel.otherConversation');
const PRIVATE_CONVERSATION = message('channel.privateConversation');

/** Explains why schedules of a workspace, or of a conversation, cannot post to a channel; makes no request. */
export function channelMismatch(channel: string, { direct }: TenantParts): Text | undefined {
  if (direct !== undefined) return channel === direct ? undefined : OTHER_CONVERSATION;
  if (isDirect(channel)) return PRIVATE_CONVERSATION;
  return CHANNEL_ID.test(channel) ? undefined : UNKNOWN_CHANNEL;
}

/** A timestamp that no message has. */
const NO_MESSAGE_TS = '1.000000';

/** A channel as returned by Slack: https://docs.slack.dev/reference/objects/conversation-object */
interface ConversationInfo {
  readonly channel?: { readonly is_archived?: boolean; readonly is_member?: boolean };
}

/**
 * Explains why a channel cannot be posted in, as far as Slack tells without a message being sent. Each request needs an
 * optional scope: to read the channel (`channels:history`), or its data (`channels:read`). If both are missing, a
 * permalink in the channel is requested, which needs no scope and shows whether the channel exists. If the result is
 * unknown, nothing is reported: if the first post fails, it pauses the schedule with the reason.
 */
export async function whyCannotPost(
  channel: string,
  call: (method: string, payload: Payload) => Promise<object>,
): Promise<Text | undefined> {
  const probes = await Promise.allSettled([
    call('conversations.history', { channel, limit: 1 }),
    call('conversations.info', { channel }),
  ]);
  const [unavailable] = probes.flatMap(unavailableReasons);
  if (unavailable !== undefined || probes.some(isConclusive)) return unavailable;
  const [transient] = probes.flatMap(transientReasons);
  if (transient !== undefined) return message('channel.retry', { reason: transient });
  const probed = await Promise.allSettled([call('chat.getPermalink', { channel, message_ts: NO_MESSAGE_TS })]);
  return probed.flatMap(unavailableReasons)[0];
}

type Probe = PromiseSettledResult<object>;

/** Whether the probe returned messages or data, so that the channel exists. */
const isConclusive = (tried: Probe): boolean =>
  tried.status === 'fulfilled' && ('messages' in tried.value || 'channel' in tried.value);

/** Slack's error codes that mean the bot cannot post. */
const UNAVAILABLE_REASONS = new Set(['channel_not_found', 'not_in_channel', 'is_archived']);
const ARCHIVED = toFailedDelivery(new SlackApiError('', 'is_archived')).reason;

function unavailableReasons(tried: Probe): readonly Text[] {
  if (tried.status === 'fulfilled') {
    const { is_archived, is_member } = (tried.value as ConversationInfo).channel ?? {};
    if (is_archived === true) return [ARCHIVED];
    return is_member === false ? [UNINVITED.reason] : [];
  }
  const { reason: error } = tried;
  if (errorKind(error) === 'tokenRevoked') return [NOT_INSTALLED.reason];
  return error instanceof SlackApiError && UNAVAILABLE_REASONS.has(error.reason)
    ? [toFailedDelivery(error).reason]
    : [];
}

/** Explains why Slack, or the request queue, is not available at present. */
function transientReasons(tried: Probe): readonly Text[] {
  if (tried.status === 'fulfilled') return [];
  const { reason: error } = tried;
  const isPassing = errorKind(error) === 'transient' || error instanceof OverloadedError;
  return isPassing || (error instanceof SlackApiError && error.retryAfter !== undefined)
    ? [toFailedDelivery(error).reason]
    : [];
}
