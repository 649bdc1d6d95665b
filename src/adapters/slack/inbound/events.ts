import type { AllMiddlewareArgs, App, EnvelopedEvent } from '@slack/bolt';
import type { Answer } from '#core/ports';
import type { Asker } from '#core/requester';
import type { Caller, Source } from '../caller.ts';
import { UNINSTALLED } from '../connection/connection.ts';
import { onlooker, writer } from './callers.ts';
import { withChannelIds } from './channel-args.ts';
import type { Needs } from './interactions.ts';
import type { Posted } from './message-text.ts';
import { typed, withoutMention } from './unescape.ts';

interface Ears extends Needs {
  /** The app’s own page for somebody. */
  readonly home: () => Promise<object>;
  readonly show: (caller: Caller, view: object) => Promise<void>;
  /** Somebody has taken the app out, or its token away. */
  readonly onRemoved: (source: Source, reason: string) => Promise<void>;
}

/** What somebody wrote to the bot, as far as it is read. */
interface Written extends Posted {
  readonly user?: string;
  readonly team?: string;
  readonly channel: string;
  readonly channel_type?: string;
  readonly subtype?: string | undefined;
  readonly thread_ts?: string;
}

/** Everything that happens without a button: mentions, messages to the bot, its page, its removal. Bolt acknowledges. */
export function hearEvents(app: App, ears: Ears): void {
  const { counter, reception } = ears;
  const isNew = ({ event_id: id }: EnvelopedEvent): boolean => id === undefined || !reception.seen(id);

  const answer = async (
    way: string,
    event: Written,
    { body, context, client }: Pick<AllMiddlewareArgs, 'context' | 'client'> & { readonly body: EnvelopedEvent },
  ): Promise<void> => {
    if (typeof event.channel !== 'string' || !isPerson(event) || !isNew(body)) return;
    const caller = writer(event, body, { context, client });
    const bot = context.botUserId || body.authorizations?.find(({ is_bot }) => is_bot)?.user_id;
    const said = withoutMention(event.text ?? '', bot ?? (way === 'mention' ? ANYBODY : ''));
    const line = typed(withChannelIds(said, ears.channelOptions));
    const ask = (asker: Asker): Answer | Promise<Answer> =>
      line === '' && event.files?.length
        ? ears.reader.read(event, caller, asker, context.botToken ?? '')
        : ears.desk.ask({ kind: 'line', line }, asker);
    await counter.answer({ way, caller, ask });
  };

  app.event('app_mention', (args) => answer('mention', args.event as Written, args));
  app.event('message', async (args) => {
    const event = args.event as Written;
    // A conversation with the bot alone has an id of its own kind.
    if (event.channel_type === 'im' || (event.channel_type === undefined && event.channel?.startsWith('D'))) {
      await answer('message', event, args);
    }
  });

  app.event('app_home_opened', async ({ event, body, context, client }) => {
    const caller = onlooker(event.user, body, { context, client });
    if (event.tab !== 'home' || !isNew(body) || counter.isFull(caller)) return;
    await counter.attend('home', caller, async () => {
      await ears.show(caller, await ears.home());
      return { outcome: 'answered' };
    });
  });

  app.event('app_uninstalled', ({ body }) => ears.onRemoved(removed(body), UNINSTALLED));
  app.event('tokens_revoked', async ({ event, body }) => {
    // Tokens of single people are none of ours.
    if (event.tokens?.bot?.length) await ears.onRemoved(removed(body), 'token_revoked');
  });
}

/** Whoever is mentioned, where Slack has not said who the bot is. */
const ANYBODY = '[UW][A-Z0-9]+';

/** People only: no bot, and nothing that happens to a message. */
const isPerson = ({ user, bot_id, subtype }: Written): boolean =>
  user !== undefined && bot_id === undefined && (subtype === undefined || SAID.has(subtype));

/** With a file, or in a thread and beside it at once: https://docs.slack.dev/reference/events/message */
const SAID: ReadonlySet<string> = new Set(['file_share', 'thread_broadcast']);

const removed = (body: EnvelopedEvent): Source => {
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
