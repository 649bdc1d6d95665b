import { errorKind } from '#chat/platform-error';
import { OverloadedError } from '#chat/queue/request-queue';
import { message, type Text } from '#core/messages/index';
import type { LookupResult } from '#core/publisher';
import { toFailedDelivery } from '../api/delivery-errors.ts';
import { SlackApiError } from '../api/errors.ts';
import type { Payload } from '../api/queue.ts';
import type { Bot } from '../connection/connection.ts';
import { PLATFORM } from '../tenant.ts';

/** The metadata event type of the app's posts: https://docs.slack.dev/messaging/message-metadata */
const EVENT = 'onrecord_post';

export const metadataOf = (mark: string): Payload => ({ event_type: EVENT, event_payload: { mark } });

/** The fields in use of a fetched message. */
interface Message {
  readonly ts?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: { readonly mark?: unknown } };
}

interface Page {
  readonly messages?: readonly Message[];
  readonly response_metadata?: { readonly next_cursor?: string };
}

/** Calls a read method, with retries. @throws SlackApiError, OverloadedError */
export type ReadCall = (method: string, payload: Payload) => Promise<object>;

/** The post to find. */
export interface PostQuery {
  readonly channel: string;
  readonly mark: string;
  readonly threadParent: string | undefined;
  /** Milliseconds before the newest message, by Slack's own timestamps. */
  readonly windowMs: number;
}

/** Messages per page, as recommended by Slack: https://docs.slack.dev/reference/methods/conversations.history */
const PAGE_SIZE = 200;
/** More than a channel ever gets in a day. */
const MAX_PAGES = 500;

/** Finds a message by its mark, among the bot's own only: any user can write the same mark into a message. */
export async function findPost(
  { channel, mark, threadParent, windowMs }: PostQuery,
  bot: Bot,
  call: ReadCall,
): Promise<LookupResult> {
  const [method, where] =
    threadParent === undefined
      ? (['conversations.history', { channel }] as const)
      : (['conversations.replies', { channel, ts: threadParent }] as const);
  let unread = false;
  let cursor = '';
  let newest: number | undefined;
  try {
    for (let page = 0; page < MAX_PAGES; page++) {
      const more = cursor === '' ? {} : { cursor };
      const got: Page = await call(method, { ...where, limit: PAGE_SIZE, include_all_metadata: true, ...more });
      const messages = got.messages ?? [];
      const own = messages.filter((message) => isOwn(message, bot));
      const found = own.find(({ metadata }) => metadata?.event_type === EVENT && metadata.event_payload?.mark === mark);
      if (found?.ts !== undefined) return { kind: 'found', message: found.ts };
      unread ||= own.some(({ metadata }) => metadata?.event_type === EVENT && !metadata.event_payload?.mark);
      cursor = got.response_metadata?.next_cursor ?? '';
      newest ??= timeOf(messages[0]);
      // A thread is read completely: its oldest message comes first.
      const isPast = threadParent === undefined && timeOf(messages.at(-1)) < newest - windowMs;
      if (isPast || cursor === '') return unread ? METADATA_HIDDEN : { kind: 'absent' };
    }
    return hidden(message('delivery.tooMuch'));
  } catch (error) {
    return toLookupResult(error);
  }
}

/** Converts Slack's timestamp to milliseconds since 1970; NaN without a message, which is never past the window. */
const timeOf = (message: Message | undefined): number => Number(message?.ts ?? Number.NaN) * 1000;

const isOwn = ({ user, bot_id }: Message, { botId, botUserId }: Bot): boolean =>
  (bot_id !== undefined && bot_id === botId) || (user !== undefined && user === botUserId);

const hidden = (reason: Text): LookupResult => ({ kind: 'hidden', reason });

const METADATA_HIDDEN = hidden(message('delivery.marksHidden', { platform: PLATFORM }));
const SCOPE_MISSING = hidden(message('delivery.notReadable'));
const NOT_IN_CHANNEL = hidden(message('delivery.notInChannel'));

const HIDDEN_REASONS: Readonly<Record<string, LookupResult>> = {
  missing_scope: SCOPE_MISSING,
  no_permission: SCOPE_MISSING,
  not_allowed_token_type: SCOPE_MISSING,
  not_in_channel: NOT_IN_CHANNEL,
  channel_not_found: NOT_IN_CHANNEL,
  // The thread of the post does not exist.
  thread_not_found: { kind: 'absent' },
};

function toLookupResult(error: unknown): LookupResult {
  if (error instanceof SlackApiError && Object.hasOwn(HIDDEN_REASONS, error.reason))
    return HIDDEN_REASONS[error.reason] as LookupResult;
  if (errorKind(error) === 'tokenRevoked') return hidden(message('delivery.tokenGone', { platform: PLATFORM }));
  const ending = toFailedDelivery(error);
  const retryAfterMs = ending.kind === 'retry' ? ending.retryAfterMs : DEFAULT_RETRY_MS;
  return { kind: 'retry', retryAfterMs, reason: error instanceof OverloadedError ? error.text : ending.reason };
}

/** Milliseconds. */
const DEFAULT_RETRY_MS = 60_000;
