import type {
  BlockAction,
  BlockSuggestion,
  Context,
  EnvelopedEvent,
  MessageShortcut,
  SlackViewAction,
  SlashCommand,
  webApi,
} from '@slack/bolt';
import { type Caller, type InstallSource, type Route, routesFrom, tenantKeyOf } from '../caller.ts';

/** The arguments that Bolt passes with a request. */
export interface BoltArgs {
  readonly context: Context;
  readonly client: webApi.WebClient;
}

const sourceOf = ({ teamId, enterpriseId, isEnterpriseInstall }: Context): InstallSource => ({
  team: teamId,
  enterprise: enterpriseId,
  isOrganisation: isEnterpriseInstall,
});

/** The user of a slash command. */
export const commandCaller = (command: SlashCommand, { context, client }: BoltArgs): Caller => ({
  client,
  source: sourceOf(context),
  tenantKey: tenantKeyOf(command.enterprise_id, command.team_id),
  user: command.user_id,
  channel: command.channel_id,
  trigger: command.trigger_id,
  routes: routesFrom(command.user_id, { url: command.response_url, channel: command.channel_id }),
});

type Interaction = BlockAction | BlockSuggestion | MessageShortcut | SlackViewAction;

/** All data about the user of an interaction, except the reply routes. */
export const callerOf = (body: Pick<Interaction, 'user' | 'team' | 'enterprise'>, { context, client }: BoltArgs) => {
  const enterprise = body.enterprise?.id ?? body.team?.enterprise_id;
  // In a shared channel, a user of another workspace may press a button of an answer.
  const home = enterprise === undefined ? body.user.team_id : undefined;
  return {
    client,
    source: sourceOf(context),
    tenantKey: tenantKeyOf(enterprise, home ?? body.team?.id ?? body.user.team_id),
    user: body.user.id,
  };
};

/** The user of a button or menu, in an answer or on the app’s Home tab. */
export function actionCaller(body: BlockAction, more: BoltArgs): Caller {
  const container = (body.container ?? {}) as { readonly is_ephemeral?: boolean; readonly thread_ts?: string };
  const [channel, thread] = [body.channel?.id, container.thread_ts ?? threadOf(body.message)];
  const who = { ...callerOf(body, more), channel, thread, trigger: body.trigger_id };
  const origin = { url: body.response_url || undefined, channel, thread };
  const back = routesFrom(who.user, { ...origin, replace: container.is_ephemeral === true });
  // Answers are permanent in the conversation with the bot; in one between two users, which it cannot join, ephemeral.
  const stays = channel?.startsWith('D') && container.is_ephemeral !== true;
  return { ...who, routes: stays ? [{ kind: 'direct', channel: channel as string, thread }, ...back] : back };
}

const threadOf = (message: unknown): string | undefined =>
  (message as { readonly thread_ts?: string } | undefined)?.thread_ts;

/** The user of a message shortcut. */
export function shortcutCaller(body: MessageShortcut, more: BoltArgs): Caller {
  const [channel, thread] = [body.channel?.id, threadOf(body.message)];
  return {
    ...callerOf(body, more),
    channel,
    thread,
    trigger: body.trigger_id,
    routes: routesFrom(body.user.id, { url: body.response_url, channel, thread }),
  };
}

/** Where a form was opened. Sent with it to Slack and returned by Slack; not visible to any user. */
export type Origin = Pick<Caller, 'channel' | 'thread' | 'routes'>;

/** The user who submitted a form. */
export const formCaller = (body: SlackViewAction, origin: Origin, more: BoltArgs): Caller => ({
  ...callerOf(body, more),
  ...origin,
});

interface IncomingMessage {
  readonly user?: string;
  readonly team?: string;
  readonly channel: string;
  readonly thread_ts?: string;
}

/** The user who wrote to the bot, in a channel or in a direct message. */
export function messageCaller(event: IncomingMessage, body: EnvelopedEvent, { context, client }: BoltArgs): Caller {
  const { channel, user = '', thread_ts: thread } = event;
  const route: Route = { kind: channel.startsWith('D') ? 'direct' : 'ephemeral', channel, thread };
  return {
    client,
    source: sourceOf(context),
    tenantKey: tenantKeyOf(context.enterpriseId, context.enterpriseId ? body.team_id : (event.team ?? body.team_id)),
    user,
    channel,
    thread,
    routes: [route, ...(route.kind === 'direct' ? [] : [{ kind: 'direct', channel: user } as const])],
  };
}

/** The user who opened the app’s Home tab. */
export const homeCaller = (user: string, body: EnvelopedEvent, { context, client }: BoltArgs): Caller => ({
  client,
  source: sourceOf(context),
  tenantKey: tenantKeyOf(context.enterpriseId, body.team_id),
  user,
  routes: [{ kind: 'direct', channel: user }],
});
