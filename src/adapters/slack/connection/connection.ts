import type { App, Authorize, Installation, InstallationQuery, webApi } from '@slack/bolt';
import { errorKind } from '#chat/platform-error';
import { ConnectionError, UserError } from '#core/errors';
import type { AdapterHost } from '#core/platform';
import { SlackApiError } from '../api/errors.ts';
import type { ApiQueue } from '../api/queue.ts';
import type { SlackRateLimits } from '../api/rate-limits.ts';
import { type Caller, type InstallSource, tenantKeyOf } from '../caller.ts';
import type { ConnectionMode, SlackSettings } from '../settings.ts';
import { removedTenant, type TenantParts } from '../tenant.ts';
import { boltApp, clientFor, httpReceiver, oauthOptions, type Receiver, socketReceiver } from './bolt.ts';
import { httpTransport } from './http.ts';
import { makeInstallationStore } from './installation-store.ts';
import { maintainConnection, type ReconnectTiming, type Transport } from './socket-mode.ts';

/** The bot of one workspace. */
export interface Bot {
  readonly client: webApi.WebClient;
  /** The IDs of the bot as the author of a message; at least one is always known. */
  readonly botId: string | undefined;
  readonly botUserId: string | undefined;
}

/** The connection described by the settings. */
export interface SlackConnection {
  /** Bolt’s app; listeners are registered before it is opened. */
  readonly app: App;
  /** @throws UserError if it cannot be opened, with the cause and what to do. */
  open(): Promise<void>;
  /** Stops accepting requests. */
  close(): Promise<void>;
  /** The bot of a workspace; undefined if the app is not installed there. @throws if the stored data cannot be read. */
  botOf(home: Pick<TenantParts, 'team' | 'enterprise'>): Promise<Bot | undefined>;
  /**
   * Reports that a token is no longer valid, with Slack’s reason.
   *
   * @param token the token; undefined if an event says that the app was removed.
   * @param at the time of the event, milliseconds since 1970, UTC: it may arrive after the app was installed again.
   */
  lose(source: InstallSource, reason: string, token?: string, at?: number): Promise<void>;
}

/** Overrides for tests that run without the real Slack. */
export interface SlackEnvironment {
  readonly rateLimits: SlackRateLimits;
  readonly reconnect?: ReconnectTiming;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
}

export interface ConnectionDeps {
  readonly settings: SlackSettings;
  readonly host: AdapterHost;
  readonly queue: ApiQueue;
  readonly environment: SlackEnvironment;
  /** Called with the user who installed the app if it was not installed before. */
  readonly onNew?: (installer: Caller) => void;
}

export function makeConnection(deps: ConnectionDeps): SlackConnection {
  const { mode } = deps.settings;
  switch (mode.kind) {
    case 'socket': {
      const receiver = socketReceiver(mode.appToken, deps);
      return singleWorkspace(
        mode.botToken,
        receiver,
        maintainConnection(receiver.client, deps.host, deps.environment.reconnect),
        deps,
      );
    }
    case 'http': {
      const receiver = httpReceiver(mode.signingSecret, deps);
      return singleWorkspace(mode.botToken, receiver, httpTransport(receiver, mode.signingSecret, deps.host), deps);
    }
    case 'oauth':
      return manyWorkspaces(mode, deps);
  }
}

/** Connects multiple workspaces, each with a token from Bolt’s installer. */
function manyWorkspaces(mode: Extract<ConnectionMode, { kind: 'oauth' }>, deps: ConnectionDeps): SlackConnection {
  const { host } = deps;
  const installations = makeInstallationStore(host.secretStore, {
    now: deps.environment.now,
    onInstalled: (installation, isNew) => {
      host.onInstalled?.(removedTenant(sourceOf(installation)));
      const { bot, user } = installation;
      if (isNew && bot) deps.onNew?.(installerOf(clientFor(bot.token, deps), sourceOf(installation), user.id));
    },
  });
  const receiver = httpReceiver(mode.signingSecret, deps, oauthOptions(mode, deps, installations));
  return {
    app: boltApp(receiver, deps),
    ...httpTransport(receiver, mode.signingSecret, deps.host),
    async botOf({ team, enterprise }) {
      const kept = await installations.find({ teamId: team, enterpriseId: enterprise, isEnterpriseInstall: false });
      return kept?.bot && { client: clientFor(kept.bot.token, deps), botId: kept.bot.id, botUserId: kept.bot.userId };
    },
    async lose(source, reason, token, at = Number.POSITIVE_INFINITY) {
      const { team, enterprise, isOrganisation } = source;
      const query = { teamId: team, enterpriseId: enterprise, isEnterpriseInstall: isOrganisation };
      const { installedAt = 0 } = (await installations.find(query as InstallationQuery<boolean>)) ?? {};
      if (token === undefined && at < installedAt) {
        host.logger.info('Slack: a removal older than the installation was ignored', { team, enterprise, reason });
        return;
      }
      if (token === undefined) await installations.deleteInstallation(query as InstallationQuery<boolean>);
      else await installations.deleteToken(query as InstallationQuery<boolean>, token);
      // A user removes the app on purpose; a rejected token may be an error, and become valid again.
      if (token === undefined) host.onRemoved?.(removedTenant(source));
      host.logger.info('Slack: the app is no longer installed', { team, enterprise, reason });
    },
  };
}

const sourceOf = ({
  team,
  enterprise,
  isEnterpriseInstall = false,
}: Partial<
  Pick<Installation<'v1' | 'v2', boolean>, 'team' | 'enterprise' | 'isEnterpriseInstall'>
>): InstallSource => ({
  team: team?.id,
  enterprise: enterprise?.id,
  isOrganisation: isEnterpriseInstall,
});

const installerOf = (client: webApi.WebClient, source: InstallSource, user: string): Caller => ({
  ...{ client, source, user },
  tenantKey: tenantKeyOf(source.enterprise, source.team),
  routes: [{ kind: 'direct', channel: user }],
});

/** Connects with a single token: if it is lost, nothing more can be done. */
function singleWorkspace(botToken: string, receiver: Receiver, line: Transport, deps: ConnectionDeps): SlackConnection {
  const { host, queue } = deps;
  const client = clientFor(botToken, deps);
  let bot: Omit<Awaited<ReturnType<typeof botOf>>, 'tenant'> | undefined;
  let openedAt = Number.NEGATIVE_INFINITY;
  let isLost = false;
  const authorize: Authorize<boolean> = async () => {
    const { botId = '', botUserId = '' } = bot ?? {};
    return { botToken, botId, botUserId };
  };
  return {
    app: boltApp(receiver, deps, authorize),
    async open() {
      openedAt = deps.environment.now();
      const { tenant, ...found } = await botOf(client, queue);
      bot = found;
      if (tenant) host.onInstalled?.(tenant);
      await line.open();
    },
    close: () => line.close(),
    botOf: async ({ team }) => (bot && (bot.team === undefined || bot.team === team) ? { client, ...bot } : undefined),
    async lose(source, reason, token, at = Number.POSITIVE_INFINITY) {
      if (token === undefined && at < openedAt) return;
      // A token may be revoked to be replaced; a user removes the app on purpose.
      if (token === undefined && reason === UNINSTALLED) host.onRemoved?.(removedTenant(source));
      if (isLost) return;
      isLost = true;
      host.onLost(
        `Slack no longer accepts SLACK_BOT_TOKEN (${reason}): install the app again under OAuth & Permissions and copy the new token.`,
      );
    },
  };
}

/** Slack's error code for an app that was removed. */
export const UNINSTALLED = 'app_uninstalled';

/** Fetches the identity of the bot. @throws UserError if Slack rejects the token, or cannot be reached. */
async function botOf(client: webApi.WebClient, queue: ApiQueue) {
  try {
    const said: webApi.AuthTestResponse = await queue.call(client, 'auth.test', {}, STARTUP_KEY);
    // An organisation's token is valid for all its workspaces.
    const team = said.is_enterprise_install ? undefined : said.team_id;
    const tenant = team && removedTenant({ team, enterprise: said.enterprise_id, isOrganisation: false });
    return { botId: said.bot_id, botUserId: said.user_id, team, tenant };
  } catch (error) {
    if (!(error instanceof SlackApiError)) throw error;
    throw errorKind(error) === 'transient' ? new ConnectionError(explain(error)) : new UserError(explain(error));
  }
}

/** Used before a workspace is known. */
const STARTUP_KEY = { workspace: 'start' } as const;

const explain = (error: SlackApiError): string =>
  errorKind(error) === 'tokenRevoked'
    ? `Slack refuses SLACK_BOT_TOKEN (${error.reason}): copy it again from OAuth & Permissions, or install the app there.`
    : `Slack could not be reached (${error.reason}): is there a network, and is SLACK_API_URL right?`;
