import type { App, Authorize, InstallationQuery, webApi } from '@slack/bolt';
import type { House } from '#chat/platform';
import { UserError } from '#core/errors';
import { boltApp, clientFor, httpReceiver, oauthOf, type Receiver, socketReceiver } from './bolt.ts';
import type { Source } from './caller.ts';
import { onOwnPort } from './http.ts';
import { installationsIn } from './install.ts';
import type { Outbox } from './outbox.ts';
import { meaningOf, Refusal } from './refusal.ts';
import type { SlackSettings, Way } from './settings.ts';
import { keepConnected, type Line } from './socket.ts';

/** The way in that the settings describe. */
export interface Entrance {
  /** Bolt’s, to be told what to do before it is opened. */
  readonly app: App;
  /** @throws UserError where it cannot be opened, with the cause and what to do. */
  open(): Promise<void>;
  /** Lets nothing more in. */
  close(): Promise<void>;
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
    async lose({ team, enterprise, isOrganisation }, reason, token) {
      const query = { teamId: team, enterpriseId: enterprise, isEnterpriseInstall: isOrganisation };
      if (token === undefined) await installations.deleteInstallation(query as InstallationQuery<boolean>);
      else await installations.deleteToken(query as InstallationQuery<boolean>, token);
      house.logger.info('Slack: a workspace is forgotten', { team, enterprise, reason });
    },
  };
}

/** One token for everything: without it, there is nothing left to do. */
function oneWorkspace(botToken: string, receiver: Receiver, line: Line, premises: Premises): Entrance {
  const { house, outbox } = premises;
  let bot: { readonly botId?: string; readonly botUserId?: string } = {};
  let isLost = false;
  const authorize: Authorize<boolean> = async () => ({ botToken, ...bot });
  return {
    app: boltApp(receiver, premises, authorize),
    async open() {
      bot = await botOf(botToken, premises, outbox);
      await line.open();
    },
    close: () => line.close(),
    async lose(_, reason) {
      if (isLost) return;
      isLost = true;
      house.onLost(
        `Slack does not take SLACK_BOT_TOKEN any more (${reason}): install the app again under OAuth & Permissions and copy the new token.`,
      );
    },
  };
}

/** Who the bot is. @throws UserError where Slack does not know the token, or cannot be reached. */
async function botOf(token: string, premises: Premises, outbox: Outbox): Promise<{ botId: string; botUserId: string }> {
  try {
    const said: webApi.AuthTestResponse = await outbox.call(clientFor(token, premises), 'auth.test', {}, START);
    return { botId: said.bot_id ?? '', botUserId: said.user_id ?? '' };
  } catch (error) {
    throw error instanceof Refusal ? new UserError(whyNot(error)) : error;
  }
}

/** No workspace is known yet. */
const START = { workspace: 'start' } as const;

const whyNot = (error: Refusal): string =>
  meaningOf(error) === 'lost'
    ? `Slack refuses SLACK_BOT_TOKEN (${error.reason}): copy it again from OAuth & Permissions, or install the app there.`
    : `Slack could not be reached (${error.reason}): is there a network, and is SLACK_API_URL right?`;
