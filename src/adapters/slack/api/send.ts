import { errorKind } from '#chat/platform-error';
import { UserError } from '#core/errors';
import { inEnglish, type Translate, message as textOf } from '#core/messages/index';
import { type Caller, type Route, workspaceOf } from '../caller.ts';
import { bodyOf, type Message } from '../render/message.ts';
import { PLATFORM } from '../tenant.ts';
import { SlackApiError } from './errors.ts';
import type { ApiQueue, Payload, QueueKey } from './queue.ts';

/** Sends messages to users by the first route available. */
export interface Sender {
  /** To the requester only. @throws SlackApiError if no route accepts it, OverloadedError if the queue is full. */
  reply(caller: Caller, message: Message, t?: Translate): Promise<void>;
  /** A short message to the requester only, by the first route that accepts it, despite any error on the others. */
  replyBestEffort(caller: Caller, message: Message): Promise<void>;
  /** To all members of the channel. @throws UserError if Slack does not allow it. */
  share(caller: Caller, message: Message): Promise<void>;
  /** Opens a modal; resolves to false if the trigger has expired, or Slack does not open it. */
  openModal(caller: Caller, view: Payload): Promise<boolean>;
  /** Calls any Web API method. */
  call(caller: Caller, method: string, payload: Payload): Promise<Payload>;
  /** Sends a short message past the queue; dropped if there are too many. */
  replyUnqueued(caller: Caller, message: Message): Promise<void>;
}

interface SenderEvents {
  /** Called if Slack reports that a token is no longer valid. */
  onLost(caller: Caller, reason: string): Promise<void>;
  /** Called if Slack does not open a modal for a reason that the requester cannot change. */
  onUnopened(refusal: SlackApiError): void;
}

export function makeSender(queue: ApiQueue, { onLost, onUnopened }: SenderEvents): Sender {
  const call = async (caller: Caller, method: string, payload: Payload, channel?: string): Promise<Payload> => {
    try {
      return { ...(await queue.call(caller.client, method, payload, queueKey(caller, channel))) };
    } catch (error) {
      if (error instanceof SlackApiError && errorKind(error) === 'tokenRevoked') await onLost(caller, error.reason);
      throw error;
    }
  };

  const take = async (caller: Caller, route: Route, message: Message): Promise<void> => {
    switch (route.kind) {
      case 'url':
        return queue.respond(route.url, toUser(caller, route, message), queueKey(caller));
      case 'ephemeral':
        await call(caller, 'chat.postEphemeral', { user: caller.user, ...toChannel(route, message) });
        return;
      case 'direct':
        await call(caller, 'chat.postMessage', toChannel(route, message), route.channel);
    }
  };

  const attempts = (caller: Caller, message: Message, t: Translate = inEnglish): readonly RouteAttempt[] =>
    caller.routes.map((route) => (error) => {
      const moved = route.kind === 'direct' && route.channel === caller.user && isNotInChannel(error);
      return take(caller, route, moved ? withNote(message, caller.channel, t) : message);
    });

  return {
    reply: (caller, message, t) => tryRoutes(attempts(caller, message, t), isClosedOrTransient),
    replyBestEffort: (caller, message) =>
      tryRoutes(attempts(caller, message), (error) => error instanceof SlackApiError),
    async share(caller, message) {
      const { channel, thread, routes } = caller;
      const toAll = { response_type: 'in_channel', replace_original: false, ...inThread(thread), ...bodyOf(message) };
      const posts: RouteAttempt[] = routes.flatMap((route) =>
        route.kind === 'url' ? [() => queue.respond(route.url, toAll, queueKey(caller, channel))] : [],
      );
      if (channel !== undefined) posts.push(() => take(caller, { kind: 'direct', channel, thread }, message));
      try {
        await tryRoutes(posts, isClosed);
      } catch (error) {
        throw errorKind(error) === 'routeClosed' ? new UserError(NOT_INVITED) : error;
      }
    },
    async openModal(caller, view) {
      if (caller.trigger === undefined) return false;
      try {
        await call(caller, 'views.open', { trigger_id: caller.trigger, view });
        return true;
      } catch (error) {
        if (!(error instanceof SlackApiError)) throw error;
        if (!isClosed(error)) onUnopened(error);
        return false;
      }
    },
    call: (caller, method, payload) => call(caller, method, payload),
    async replyUnqueued(caller, message) {
      const [first] = caller.routes;
      if (first?.kind === 'url')
        await queue.respondUnqueued(first.url, toUser(caller, { ...first, replace: false }, message));
    },
  };
}

const NOT_INVITED = textOf('chat.invite', { platform: PLATFORM });

/** Attempts one route, given the error that closed the previous one. */
type RouteAttempt = (error: unknown) => Promise<void>;

/** Whether Slack's error code means that the bot may not post in the channel. */
const isNotInChannel = (error: unknown): boolean =>
  isClosed(error) &&
  (error as SlackApiError).method === 'chat.postEphemeral' &&
  (error as SlackApiError).reason !== 'unknown_method';

const isClosed = (error: unknown): boolean => errorKind(error) === 'routeClosed';

/** Whether the route is closed, or Slack is unavailable: a duplicate message to one user does no harm. */
const isClosedOrTransient = (error: unknown): boolean => isClosed(error) || errorKind(error) === 'transient';

/** Tries the routes in order, until one succeeds or fails with an error that excludes the others. */
async function tryRoutes(attempts: readonly RouteAttempt[], goesOn: (error: unknown) => boolean): Promise<void> {
  let closed: unknown = new SlackApiError('message', 'no_way_there');
  for (const attempt of attempts) {
    try {
      return await attempt(closed);
    } catch (error) {
      if (!goesOn(error)) throw error;
      closed = error;
    }
  }
  throw closed;
}

const queueKey = ({ source }: Caller, channel?: string): QueueKey => ({
  workspace: workspaceOf(source),
  ...(channel === undefined ? {} : { channel }),
});

const inThread = (thread: string | undefined): Payload => (thread === undefined ? {} : { thread_ts: thread });

const toChannel = ({ channel, thread }: Exclude<Route, { kind: 'url' }>, message: Message): Payload => ({
  channel,
  ...inThread(thread),
  ...bodyOf(message),
});

const toUser = ({ thread }: Caller, { replace }: Extract<Route, { kind: 'url' }>, message: Message): Payload => ({
  response_type: 'ephemeral',
  replace_original: replace,
  ...(replace ? {} : inThread(thread)),
  ...bodyOf(message),
});

/** Adds a note on why an answer arrives by another route than requested. */
function withNote({ text, blocks }: Message, channel: string | undefined, t: Translate): Message {
  const where = /^[CG]\w+$/.test(channel ?? '') ? `<#${channel}>` : t('chat.thatChannel');
  const note = t('chat.inviteThere', { channel: where });
  // Text is not shown if there are blocks.
  if (blocks.length === 0) return { text: `${text}\n${note}`, blocks };
  return { text, blocks: [...blocks, { type: 'context', elements: [{ type: 'mrkdwn', text: note }] }] };
}
