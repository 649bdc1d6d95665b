import type { AllMiddlewareArgs, App, EnvelopedEvent } from '@slack/bolt';
import type { Requester } from '#core/access/requester';
import type { Answer } from '#core/ports';
import type { Caller, InstallSource } from '../caller.ts';
import { UNINSTALLED } from '../connection/connection.ts';
import { homeCaller, messageCaller } from './callers.ts';
import { withChannelIds } from './channel-args.ts';
import type { InteractionsDeps } from './interactions.ts';
import type { SlackMessage } from './message-text.ts';
import { unescapeLine, withoutMention } from './unescape.ts';

interface EventsDeps extends InteractionsDeps {
  /** Renders the app’s Home tab for a user. */
  readonly home: (caller: Caller) => Promise<object>;
  readonly show: (caller: Caller, view: object) => Promise<void>;
  /** Introduces the app to a user who opens its messages for the first time. */
  readonly welcome: (caller: Caller, channel: string) => Promise<void>;
  /** Called if the app was uninstalled, or its token revoked. */
  readonly onRemoved: (source: InstallSource, reason: string, at: number) => Promise<void>;
}

/** The fields in use of a message to the bot. */
interface MessageEvent extends SlackMessage {
  readonly user?: string;
  readonly team?: string;
  readonly channel: string;
  readonly channel_type?: string;
  readonly subtype?: string | undefined;
  readonly ts?: string;
  readonly thread_ts?: string;
  /** Present if the message was edited: Slack then sends a mention again. */
  readonly edited?: unknown;
}

/** Registers the event handlers: mentions, direct messages, the Home tab, uninstalls. Bolt acknowledges the events. */
export function registerEvents(app: App, deps: EventsDeps): void {
  const { responder, requests } = deps;
  const isNew = ({ event_id: id }: EnvelopedEvent): boolean => id === undefined || !requests.seen(id);

  /** Edited messages are ignored, and so are messages that arrive as two events. */
  const isRepeated = ({ channel, ts, edited }: MessageEvent): boolean =>
    edited !== undefined || (ts !== undefined && requests.seen(`${channel} ${ts}`));

  const answer = async (
    source: string,
    event: MessageEvent,
    { body, context, client }: Pick<AllMiddlewareArgs, 'context' | 'client'> & { readonly body: EnvelopedEvent },
  ): Promise<void> => {
    if (typeof event.channel !== 'string' || !isFromUser(event) || !isNew(body) || isRepeated(event)) return;
    const caller = messageCaller(event, body, { context, client });
    const bot = context.botUserId || body.authorizations?.find(({ is_bot }) => is_bot)?.user_id;
    const said = withoutMention(event.text ?? '', bot ?? (source === 'mention' ? ANY_USER : ''));
    const text = unescapeLine(withChannelIds(said, deps.channelOptions));
    const ask = (asker: Requester): Answer | Promise<Answer> =>
      text === '' && event.files?.length
        ? deps.reader.read(event, caller, asker, context.botToken ?? '')
        : deps.dispatcher.dispatch({ kind: 'line', text }, asker);
    await responder.answer({ source: source, caller, ask });
  };

  app.event('app_mention', (args) => answer('mention', args.event as MessageEvent, args));
  app.event('message', async (args) => {
    const event = args.event as MessageEvent;
    // A direct message channel with the bot has its own kind of ID.
    if (event.channel_type === 'im' || (event.channel_type === undefined && event.channel?.startsWith('D'))) {
      await answer('message', event, args);
    }
  });

  app.event('app_home_opened', async ({ event, body, context, client }) => {
    const caller = homeCaller(event.user, body, { context, client });
    if (!isNew(body) || responder.isFull(caller)) return;
    const isHome = event.tab === 'home';
    if (!isHome && requests.seen(`welcome ${event.channel}`)) return;
    await responder.handle(isHome ? 'home' : 'message', caller, async () => {
      await (isHome ? deps.show(caller, await deps.home(caller)) : deps.welcome(caller, event.channel));
      return { outcome: 'answered' };
    });
  });

  app.event('app_uninstalled', ({ body }) => deps.onRemoved(removedSource(body), UNINSTALLED, instantOf(body)));
  app.event('tokens_revoked', async ({ event, body }) => {
    // The app uses no user tokens.
    if (event.tokens?.bot?.length) await deps.onRemoved(removedSource(body), 'token_revoked', instantOf(body));
  });
}

/** Matches any mentioned user, for when Slack has not provided the bot’s user ID. */
const ANY_USER = '[UW][A-Z0-9]+';

/** Messages from users only: none from bots, and no events about a message. */
const isFromUser = ({ user, bot_id, subtype }: MessageEvent): boolean =>
  user !== undefined && bot_id === undefined && (subtype === undefined || USER_SUBTYPES.has(subtype));

/** With a file, or in a thread and also sent to the channel: https://docs.slack.dev/reference/events/message */
const USER_SUBTYPES: ReadonlySet<string> = new Set(['file_share', 'thread_broadcast']);

/** The time of an event, milliseconds since 1970, UTC. */
const instantOf = ({ event_time: seconds }: EnvelopedEvent): number => seconds * 1000;

const removedSource = (body: EnvelopedEvent): InstallSource => {
  const {
    team_id: team,
    enterprise_id: enterprise,
    is_enterprise_install,
  } = body as EnvelopedEvent & {
    readonly is_enterprise_install?: boolean;
  };
  const isOrganisation = is_enterprise_install ?? body.authorizations?.[0]?.is_enterprise_install ?? false;
  return { team, enterprise: enterprise ?? undefined, isOrganisation };
};
