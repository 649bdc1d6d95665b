import { BusyError } from '#chat/queue/request-queue';
import type { Trace } from '#core/publisher';
import { meaningOf, Refusal } from '../api/errors.ts';
import type { Payload } from '../api/queue.ts';
import type { Bot } from '../connection/connection.ts';
import { endingOf } from './delivery-errors.ts';

/** What marks a message of ours: https://docs.slack.dev/messaging/message-metadata */
const EVENT = 'onrecord_post';

export const metadataOf = (mark: string): Payload => ({ event_type: EVENT, event_payload: { mark } });

/** A message as it is read back, as far as it is looked at. */
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

/** Calls a method that reads, as often as it takes. @throws Refusal, BusyError */
export type ReadCall = (method: string, payload: Payload) => Promise<object>;

/** What is looked for. */
export interface Search {
  readonly channel: string;
  readonly mark: string;
  readonly under: string | undefined;
  /** Milliseconds, UTC. */
  readonly since: number;
}

/** Milliseconds by which our clock and Slack's may differ. */
const MARGIN = 300_000;
/** Messages of a page, as Slack recommends: https://docs.slack.dev/reference/methods/conversations.history */
const PAGE = 200;
/** More than a channel ever gets in a day. */
const MOST_PAGES = 500;

/** Looks for a message of the bot's own by its mark: anybody else can write the same into theirs. */
export async function readBack({ channel, mark, under, since }: Search, bot: Bot, call: ReadCall): Promise<Trace> {
  const [method, where] =
    under === undefined
      ? (['conversations.history', { channel }] as const)
      : (['conversations.replies', { channel, ts: under }] as const);
  const oldest = (Math.max(0, since - MARGIN) / 1000).toFixed(6);
  let unread = false;
  let cursor = '';
  try {
    for (let page = 0; page < MOST_PAGES; page++) {
      const more = cursor === '' ? {} : { cursor };
      const got: Page = await call(method, { ...where, oldest, limit: PAGE, include_all_metadata: true, ...more });
      const own = (got.messages ?? []).filter((message) => isOwn(message, bot));
      const found = own.find(({ metadata }) => metadata?.event_type === EVENT && metadata.event_payload?.mark === mark);
      if (found?.ts !== undefined) return { kind: 'found', message: found.ts };
      unread ||= own.some(({ metadata }) => metadata?.event_type === EVENT && !metadata.event_payload?.mark);
      cursor = got.response_metadata?.next_cursor ?? '';
      if (cursor === '') return unread ? MARKS_HIDDEN : { kind: 'absent' };
    }
    return hidden('there is more in the channel than Onrecord reads.');
  } catch (error) {
    return traceOf(error);
  }
}

const isOwn = ({ user, bot_id }: Message, { botId, botUserId }: Bot): boolean =>
  (bot_id !== undefined && bot_id === botId) || (user !== undefined && user === botUserId);

const hidden = (reason: string): Trace => ({ kind: 'hidden', reason });

const MARKS_HIDDEN = hidden('Slack does not show the marks of Onrecord’s own messages.');
const UNSCOPED = hidden(
  'Onrecord may not read the channel back. Add the scope channels:history (groups:history for private channels) under OAuth & Permissions and reinstall it, so that it can tell.',
);
const OUTSIDE = hidden('Onrecord is not in the channel and cannot read it back: type /invite @Onrecord there.');

const HIDDEN: Readonly<Record<string, Trace>> = {
  missing_scope: UNSCOPED,
  no_permission: UNSCOPED,
  not_allowed_token_type: UNSCOPED,
  not_in_channel: OUTSIDE,
  channel_not_found: OUTSIDE,
  // What it would be in is not there.
  thread_not_found: { kind: 'absent' },
};

function traceOf(error: unknown): Trace {
  if (error instanceof Refusal && Object.hasOwn(HIDDEN, error.reason)) return HIDDEN[error.reason] as Trace;
  if (meaningOf(error) === 'lost') return hidden('Slack does not take Onrecord’s token any more.');
  const ending = endingOf(error);
  const after = ending.kind === 'later' ? ending.after : LATER;
  return { kind: 'later', after, reason: error instanceof BusyError ? error.message : ending.reason };
}

/** Milliseconds. */
const LATER = 60_000;
