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

/** Why a channel cannot be one that its workspace's, or its conversation's, schedules post to; Slack is not asked. */
export function channelMismatch(channel: string, { direct }: TenantParts): Text | undefined {
  if (direct !== undefined) return channel === direct ? undefined : OTHER_CONVERSATION;
  if (isDirect(channel)) return PRIVATE_CONVERSATION;
  return CHANNEL_ID.test(channel) ? undefined : UNKNOWN_CHANNEL;
}

/** No message has it. */
const NO_MESSAGE_TS = '1.000000';

/** What Slack says of a channel: https://docs.slack.dev/reference/objects/conversation-object */
interface ConversationInfo {
  readonly channel?: { readonly is_archived?: boolean; readonly is_member?: boolean };
}

/**
 * Why a channel cannot be posted in, as far as Slack tells without a message being sent. Each way of asking takes a scope
 * that there may not be: to read the channel (`channels:history`), to be told about it (`channels:read`). Where there is
 * neither, an address in it can be asked for, which takes none, and tells whether it is there at all. Where nothing is
 * told there is nothing in the way: the first post shows it, and pauses the schedule with the reason.
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

/** What can be read, or of which something is told, is there. */
const isConclusive = (tried: Probe): boolean =>
  tried.status === 'fulfilled' && ('messages' in tried.value || 'channel' in tried.value);

/** What certainly shuts the bot out, by Slack's reasons. */
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

/** Why Slack, or what goes out to it, is not to be asked at present. */
function transientReasons(tried: Probe): readonly Text[] {
  if (tried.status === 'fulfilled') return [];
  const { reason: error } = tried;
  const isPassing = errorKind(error) === 'transient' || error instanceof OverloadedError;
  return isPassing || (error instanceof SlackApiError && error.retryAfter !== undefined)
    ? [toFailedDelivery(error).reason]
    : [];
}
