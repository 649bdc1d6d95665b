import { BusyError } from '#chat/queue/request-queue';
import { meaningOf, Refusal } from '../api/errors.ts';
import type { Payload } from '../api/queue.ts';
import { type Home, isDirect } from '../tenant.ts';
import { endingOf, NOT_INSTALLED, UNINVITED } from './delivery-errors.ts';

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

/** What Slack says of a channel: https://docs.slack.dev/reference/objects/conversation-object */
interface Told {
  readonly channel?: { readonly is_archived?: boolean; readonly is_member?: boolean };
}

/**
 * Why a channel cannot be posted in, as far as Slack tells without a message being sent. Each way of asking takes a scope
 * that there may not be: to read the channel (`channels:history`), to be told about it (`channels:read`). Where there is
 * neither, an address in it can be asked for, which takes none, and tells whether it is there at all. Where nothing is
 * told there is nothing in the way: the first post shows it, and pauses the schedule with the reason.
 */
export async function obstacleIn(
  channel: string,
  call: (method: string, payload: Payload) => Promise<object>,
): Promise<string | undefined> {
  const tried = await Promise.allSettled([
    call('conversations.history', { channel, limit: 1 }),
    call('conversations.info', { channel }),
  ]);
  const [shut] = tried.flatMap(closedBy);
  if (shut !== undefined || tried.some(isTelling)) return shut;
  const [passing] = tried.flatMap(passingBy);
  if (passing !== undefined) return `${passing} Try again in a minute.`;
  const probed = await Promise.allSettled([call('chat.getPermalink', { channel, message_ts: NO_MESSAGE })]);
  return probed.flatMap(closedBy)[0];
}

type Tried = PromiseSettledResult<object>;

/** What can be read, or of which something is told, is there. */
const isTelling = (tried: Tried): boolean =>
  tried.status === 'fulfilled' && ('messages' in tried.value || 'channel' in tried.value);

/** What certainly shuts the bot out, by Slack's reasons. */
const SHUT = new Set(['channel_not_found', 'not_in_channel', 'is_archived']);
const ARCHIVED = endingOf(new Refusal('', 'is_archived')).reason;

function closedBy(tried: Tried): readonly string[] {
  if (tried.status === 'fulfilled') {
    const { is_archived, is_member } = (tried.value as Told).channel ?? {};
    if (is_archived === true) return [ARCHIVED];
    return is_member === false ? [UNINVITED.reason] : [];
  }
  const { reason: error } = tried;
  if (meaningOf(error) === 'lost') return [NOT_INSTALLED.reason];
  return error instanceof Refusal && SHUT.has(error.reason) ? [endingOf(error).reason] : [];
}

/** Why Slack, or what goes out to it, is not to be asked at present. */
function passingBy(tried: Tried): readonly string[] {
  if (tried.status === 'fulfilled') return [];
  const { reason: error } = tried;
  const isPassing = meaningOf(error) === 'passing' || error instanceof BusyError;
  return isPassing || (error instanceof Refusal && error.retryAfter !== undefined) ? [endingOf(error).reason] : [];
}
