import type { Body, PlannedFailure } from './web.ts';

/** A message in a channel. */
export interface StoredMessage {
  readonly ts: string;
  readonly text: string;
  readonly blocks?: unknown;
  readonly user: string;
  readonly bot_id?: string;
  /** The parent message, if it is in a thread. */
  readonly thread_ts?: string;
  readonly metadata?: { readonly event_type: string; readonly event_payload?: object };
}

/** The profile of a user in Slack. */
export interface Member {
  readonly tz?: string;
  readonly locale?: string;
  readonly is_admin?: boolean;
  readonly is_owner?: boolean;
  readonly is_stranger?: boolean;
  readonly deleted?: boolean;
}

/** The messages in the channels of a workspace, and who may read them. */
export interface Channels {
  /** All messages of a channel, oldest first. */
  in(channel: string): readonly StoredMessage[];
  /** Adds a message that was not posted through this API. */
  put(channel: string, message: Omit<StoredMessage, 'ts'>): StoredMessage;
  /** Closes a channel to the bot with an error of Slack, or reopens it without one. */
  close(channel: string, error?: string): void;
  /** Removes scopes from the app. */
  withhold(...scopes: readonly string[]): void;
  lacks(scope: string): boolean;
  /** The maximum number of messages of a page, regardless of the request. */
  pages(max: number): void;
  /** Users by id; other ids are unknown. */
  readonly members: Map<string, Member>;
  /** Responds to methods about channels and users; undefined for all others. */
  answer(method: string, body: Body): PlannedFailure | undefined;
}

const BOT = { user: 'UBOT', bot_id: 'BBOT' } as const;
const HISTORY: Readonly<Record<string, string>> = { C: 'channels:history', G: 'groups:history', D: 'im:history' };
const READ: Readonly<Record<string, string>> = { C: 'channels:read', G: 'groups:read', D: 'im:read' };

const ok = (body: object): PlannedFailure => ({ body: { ok: true, ...body } });
const not = (error: string): PlannedFailure => ({ body: { ok: false, error } });

/** @param now seconds since 1970, used for timestamps of messages. */
export function makeChannels(now: () => number): Channels {
  const channels = new Map<string, StoredMessage[]>();
  const closed = new Map<string, string>();
  const withheld = new Set<string>();
  const members = new Map<string, Member>();
  let max = 1000;
  let last = 0;

  const put = (channel: string, message: Omit<StoredMessage, 'ts'>): StoredMessage => {
    const kept = { ...message, ts: `${Math.floor(now())}.${String(++last).padStart(6, '0')}` };
    channels.set(channel, [...(channels.get(channel) ?? []), kept]);
    return kept;
  };

  /** A page of messages, newest first. */
  const page = (
    found: readonly StoredMessage[],
    { limit, cursor, oldest, include_all_metadata: all }: Body,
  ): PlannedFailure => {
    const fitting = found.filter(({ ts }) => Number(ts) > Number(oldest ?? 0)).toReversed();
    const start = Number(cursor ?? 0);
    const end = start + Math.min(Number(limit ?? 100), max);
    const messages = fitting.slice(start, end).map(({ metadata, ...message }) => ({
      ...message,
      ...(metadata && { metadata: `${all}` === 'true' ? metadata : { event_type: metadata.event_type } }),
    }));
    return ok({
      messages,
      has_more: end < fitting.length,
      ...(end < fitting.length ? { response_metadata: { next_cursor: `${end}` } } : {}),
    });
  };

  const reading = (
    body: Body,
    of: (all: readonly StoredMessage[]) => readonly StoredMessage[] | undefined,
  ): PlannedFailure => {
    const channel = `${body.channel}`;
    if (withheld.has(HISTORY[channel.charAt(0)] ?? '')) return not('missing_scope');
    const wrong = closed.get(channel);
    if (wrong !== undefined && wrong !== 'is_archived') return not(wrong);
    const found = of(channels.get(channel) ?? []);
    return found ? page(found, body) : not('thread_not_found');
  };

  const METHODS: Readonly<Record<string, (body: Body) => PlannedFailure>> = {
    'chat.postMessage': ({ channel, text, blocks, thread_ts, metadata }) => {
      const wrong = closed.get(`${channel}`);
      if (wrong !== undefined) return not(wrong);
      if (!/^[CDGUW][A-Z0-9]+$/.test(`${channel}`)) return not('channel_not_found');
      const { ts } = put(`${channel}`, {
        ...BOT,
        text: `${text}`,
        blocks,
        ...(thread_ts === undefined ? {} : { thread_ts: `${thread_ts}` }),
        ...(metadata === undefined ? {} : { metadata: metadata as NonNullable<StoredMessage['metadata']> }),
      });
      // A direct message with a user has its own channel id.
      return ok({ channel: `${channel}`.replace(/^[UW]/, 'D'), ts });
    },
    'conversations.history': (body) => reading(body, (all) => all.filter(({ thread_ts }) => thread_ts === undefined)),
    'conversations.replies': (body) =>
      reading(body, (all) => {
        const thread = all.filter(({ ts, thread_ts }) => ts === body.ts || thread_ts === body.ts);
        return thread.length > 0 ? thread : undefined;
      }),
    'conversations.info': ({ channel }) => {
      const wrong = closed.get(`${channel}`);
      if (withheld.has(READ[`${channel}`.charAt(0)] ?? '')) return not('missing_scope');
      if (wrong !== undefined && wrong !== 'is_archived') return not(wrong);
      return ok({ channel: { id: channel, is_member: true, is_archived: wrong !== undefined } });
    },
    'chat.getPermalink': ({ channel }) =>
      not(closed.get(`${channel}`) === 'channel_not_found' ? 'channel_not_found' : 'message_not_found'),
    'users.info': ({ user }) => {
      if (withheld.has('users:read')) return not('missing_scope');
      const member = members.get(`${user}`);
      return member ? ok({ user: { id: user, ...member } }) : not('user_not_found');
    },
  };

  return {
    in: (channel) => channels.get(channel) ?? [],
    put,
    close: (channel, error) => void (error === undefined ? closed.delete(channel) : closed.set(channel, error)),
    withhold(...scopes) {
      for (const scope of scopes) withheld.add(scope);
    },
    lacks: (scope) => withheld.has(scope),
    pages: (size) => {
      max = size;
    },
    members,
    answer: (method, body) => METHODS[method]?.(body),
  };
}
