import type { App, Authorize, InstallationQuery, webApi } from '@slack/bolt';
import { ConnectionError, UserError } from '#core/errors';
import type { AdapterHost } from '#core/platform';
import { classify, SlackApiError } from '../api/errors.ts';
import type { ApiQueue } from '../api/queue.ts';
import type { InstallSource } from '../caller.ts';
import type { ConnectionMode, SlackSettings } from '../settings.ts';
import { removedTenant, type TenantParts } from '../tenant.ts';
import { boltApp, clientFor, httpReceiver, oauthOptions, type Receiver, socketReceiver } from './bolt.ts';
import { httpTransport } from './http.ts';
import { makeInstallationStore } from './installation-store.ts';
import { maintainConnection, type Transport } from './socket-mode.ts';

/** The bot of one workspace. */
export interface Bot {
  readonly client: webApi.WebClient;
  /** Who it is as the author of a message; one of them is always known. */
  readonly botId: string | undefined;
  readonly botUserId: string | undefined;
}

/** The way in that the settings describe. */
export interface SlackConnection {
  /** Bolt’s, to be told what to do before it is opened. */
  readonly app: App;
  /** @throws UserError where it cannot be opened, with the cause and what to do. */
  open(): Promise<void>;
  /** Lets nothing more in. */
  close(): Promise<void>;
  /** The bot of a workspace; undefined where nobody there has let it in. @throws where what is kept cannot be read. */
  botOf(home: Pick<TenantParts, 'team' | 'enterprise'>): Promise<Bot | undefined>;
  /** A token is of no use any more, for Slack’s reason; without the token, the one that this source had. */
  lose(source: InstallSource, reason: string, token?: string): Promise<void>;
}

export interface ConnectionDeps {
  readonly settings: SlackSettings;
  readonly house: AdapterHost;
  readonly outbox: ApiQueue;
}

export function makeConnection(premises: ConnectionDeps): SlackConnection {
  const { mode } = premises.settings;
  switch (mode.kind) {
    case 'socket': {
      const receiver = socketReceiver(mode.appToken, premises);
      return singleWorkspace(mode.botToken, receiver, maintainConnection(receiver.client, premises.house), premises);
    }
    case 'http': {
      const receiver = httpReceiver(mode.signingSecret, premises);
      return singleWorkspace(
        mode.botToken,
        receiver,
        httpTransport(receiver, mode.signingSecret, premises.house),
        premises,
      );
    }
    case 'oauth':
      return manyWorkspaces(mode, premises);
  }
}

/** A token for each workspace, from Bolt’s installer. */
function manyWorkspaces(mode: Extract<ConnectionMode, { kind: 'oauth' }>, premises: ConnectionDeps): SlackConnection {
  const { house } = premises;
  const installations = makeInstallationStore(house.secretStore);
  const receiver = httpReceiver(mode.signingSecret, premises, oauthOptions(mode, premises, installations));
  return {
    app: boltApp(receiver, premises),
    ...httpTransport(receiver, mode.signingSecret, premises.house),
    async botOf({ team, enterprise }) {
      const kept = await installations.find({ teamId: team, enterpriseId: enterprise, isEnterpriseInstall: false });
      return (
        kept?.bot && { client: clientFor(kept.bot.token, premises), botId: kept.bot.id, botUserId: kept.bot.userId }
      );
    },
    async lose(source, reason, token) {
      const { team, enterprise, isOrganisation } = source;
      const query = { teamId: team, enterpriseId: enterprise, isEnterpriseInstall: isOrganisation };
      if (token === undefined) await installations.deleteInstallation(query as InstallationQuery<boolean>);
      else await installations.deleteToken(query as InstallationQuery<boolean>, token);
      // Whoever takes the app out means it; a token that is refused may be a mistake, and comes back.
      if (token === undefined) house.onRemoved?.(removedTenant(source));
      house.logger.info('Slack: a workspace is forgotten', { team, enterprise, reason });
    },
  };
}

/** One token for everything: without it, there is nothing left to do. */
function singleWorkspace(
  botToken: string,
  receiver: Receiver,
  line: Transport,
  premises: ConnectionDeps,
): SlackConnection {
  const { house, outbox } = premises;
  const client = clientFor(botToken, premises);
  let bot: Awaited<ReturnType<typeof botOf>> | undefined;
  let isLost = false;
  const authorize: Authorize<boolean> = async () => {
    const { botId = '', botUserId = '' } = bot ?? {};
    return { botToken, botId, botUserId };
  };
  return {
    app: boltApp(receiver, premises, authorize),
    async open() {
      bot = await botOf(client, outbox);
      await line.open();
    },
    close: () => line.close(),
    botOf: async ({ team }) => (bot && (bot.team === undefined || bot.team === team) ? { client, ...bot } : undefined),
    async lose(source, reason, token) {
      // Its token may have been taken away to be replaced; whoever takes the app out means it.
      if (token === undefined && reason === UNINSTALLED) house.onRemoved?.(removedTenant(source));
      if (isLost) return;
      isLost = true;
      house.onLost(
        `Slack does not take SLACK_BOT_TOKEN any more (${reason}): install the app again under OAuth & Permissions and copy the new token.`,
      );
    },
  };
}

/** What Slack calls an app that was taken out. */
export const UNINSTALLED = 'app_uninstalled';

/** Who the bot is. @throws UserError where Slack does not know the token, or cannot be reached. */
async function botOf(client: webApi.WebClient, outbox: ApiQueue) {
  try {
    const said: webApi.AuthTestResponse = await outbox.call(client, 'auth.test', {}, STARTUP_KEY);
    // The token of an organisation is good for all its workspaces.
    const team = said.is_enterprise_install ? undefined : said.team_id;
    return { botId: said.bot_id, botUserId: said.user_id, team };
  } catch (error) {
    if (!(error instanceof SlackApiError)) throw error;
    throw classify(error) === 'passing' ? new ConnectionError(explain(error)) : new UserError(explain(error));
  }
}

/** No workspace is known yet. */
const STARTUP_KEY = { workspace: 'start' } as const;

const explain = (error: SlackApiError): string =>
  classify(error) === 'lost'
    ? `Slack refuses SLACK_BOT_TOKEN (${error.reason}): copy it again from OAuth & Permissions, or install the app there.`
    : `Slack could not be reached (${error.reason}): is there a network, and is SLACK_API_URL right?`;
