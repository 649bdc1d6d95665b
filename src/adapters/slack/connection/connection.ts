import type { App, Authorize, InstallationQuery, webApi } from '@slack/bolt';
import { Unreachable, UserError } from '#core/errors';
import type { House } from '#core/platform';
import { meaningOf, Refusal } from '../api/errors.ts';
import type { Outbox } from '../api/queue.ts';
import type { Source } from '../caller.ts';
import type { SlackSettings, Way } from '../settings.ts';
import { type Home, workspaceIn } from '../tenant.ts';
import { boltApp, clientFor, httpReceiver, oauthOf, type Receiver, socketReceiver } from './bolt.ts';
import { onOwnPort } from './http.ts';
import { installationsIn } from './installation-store.ts';
import { keepConnected, type Line } from './socket-mode.ts';

/** The bot of one workspace. */
export interface Bot {
  readonly client: webApi.WebClient;
  /** Who it is as the author of a message; one of them is always known. */
  readonly botId: string | undefined;
  readonly botUserId: string | undefined;
}

/** The way in that the settings describe. */
export interface Entrance {
  /** Bolt’s, to be told what to do before it is opened. */
  readonly app: App;
  /** @throws UserError where it cannot be opened, with the cause and what to do. */
  open(): Promise<void>;
  /** Lets nothing more in. */
  close(): Promise<void>;
  /** The bot of a workspace; undefined where nobody there has let it in. @throws where what is kept cannot be read. */
  botOf(home: Pick<Home, 'team' | 'enterprise'>): Promise<Bot | undefined>;
  /** A token is of no use any more, for Slack’s reason; without the token, the one that this source had. */
  lose(source: Source, reason: string, token?: string): Promise<void>;
}

export interface Premises {
  readonly settings: SlackSettings;
  readonly house: House;
  readonly outbox: Outbox;
}

export function entranceOf(premises: Premises): Entrance {
  const { way } = premises.settings;
  switch (way.kind) {
    case 'socket': {
      const receiver = socketReceiver(way.appToken, premises);
      return oneWorkspace(way.botToken, receiver, keepConnected(receiver.client, premises.house), premises);
    }
    case 'http': {
      const receiver = httpReceiver(way.signingSecret, premises);
      return oneWorkspace(way.botToken, receiver, onOwnPort(receiver, way.signingSecret, premises.house), premises);
    }
    case 'oauth':
      return manyWorkspaces(way, premises);
  }
}

/** A token for each workspace, from Bolt’s installer. */
function manyWorkspaces(way: Extract<Way, { kind: 'oauth' }>, premises: Premises): Entrance {
  const { house } = premises;
  const installations = installationsIn(house.vault);
  const receiver = httpReceiver(way.signingSecret, premises, oauthOf(way, premises, installations));
  return {
    app: boltApp(receiver, premises),
    ...onOwnPort(receiver, way.signingSecret, premises.house),
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
      if (token === undefined) house.onForget?.(workspaceIn(source));
      house.logger.info('Slack: a workspace is forgotten', { team, enterprise, reason });
    },
  };
}

/** One token for everything: without it, there is nothing left to do. */
function oneWorkspace(botToken: string, receiver: Receiver, line: Line, premises: Premises): Entrance {
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
      if (token === undefined && reason === UNINSTALLED) house.onForget?.(workspaceIn(source));
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
async function botOf(client: webApi.WebClient, outbox: Outbox) {
  try {
    const said: webApi.AuthTestResponse = await outbox.call(client, 'auth.test', {}, START);
    // The token of an organisation is good for all its workspaces.
    const team = said.is_enterprise_install ? undefined : said.team_id;
    return { botId: said.bot_id, botUserId: said.user_id, team };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw meaningOf(error) === 'passing' ? new Unreachable(whyNot(error)) : new UserError(whyNot(error));
  }
}

/** No workspace is known yet. */
const START = { workspace: 'start' } as const;

const whyNot = (error: Refusal): string =>
  meaningOf(error) === 'lost'
    ? `Slack refuses SLACK_BOT_TOKEN (${error.reason}): copy it again from OAuth & Permissions, or install the app there.`
    : `Slack could not be reached (${error.reason}): is there a network, and is SLACK_API_URL right?`;
