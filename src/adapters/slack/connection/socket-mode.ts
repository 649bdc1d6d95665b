import { setTimeout } from 'node:timers/promises';
import type { SocketModeReceiver } from '@slack/bolt';
import { ConnectionError, UserError } from '#core/errors';
import type { AdapterHost } from '#core/platform';
import { classify, SlackApiError, toSlackApiError } from '../api/errors.ts';

type Client = SocketModeReceiver['client'];

/** A connection that comes back by itself. */
export interface Transport {
  /** Resolves when Slack has said hello. @throws UserError where it will not. */
  open(): Promise<void>;
  /** Resolves when nothing comes in any more. */
  close(): Promise<void>;
}

/** Milliseconds before the second, third, … try; the first is made at once, as Slack asks for every few hours. */
const RETRY_DELAYS_MS = [0, 1000, 2000, 5000, 10_000, 30_000] as const;

/**
 * Keeps a Socket Mode client connected. Its own way back waits five seconds before it even begins, in which commands
 * fail, and ends the process where Slack cannot be reached: so it has to be switched off
 * (`autoReconnectEnabled: false`).
 */
export function maintainConnection(
  client: Client,
  house: Pick<AdapterHost, 'logger' | 'onState' | 'onLost'>,
): Transport {
  const stopped = new AbortController();
  const { signal } = stopped;
  let gone = Promise.withResolvers<void>();
  let connected = false;
  client.on('disconnected', () => gone.resolve());
  tolerateBadFrames(client, house.logger);

  const connect = async (): Promise<void> => {
    gone = Promise.withResolvers();
    try {
      await client.start();
    } catch (error) {
      throw toSlackApiError('apps.connections.open', error);
    }
    // It was stopped in the meantime.
    if (signal.aborted) return void (await client.disconnect());
    connected = true;
    house.onState(true);
  };

  const reconnect = async (): Promise<void> => {
    for (let tries = 0; !signal.aborted; tries++) {
      await setTimeout(RETRY_DELAYS_MS[tries] ?? RETRY_DELAYS_MS.at(-1), undefined, { signal });
      try {
        return await connect();
      } catch (error) {
        if (classify(error) === 'lost') throw error;
        house.logger.info('Slack cannot be reached at present', {
          reason: (error as SlackApiError).reason,
          tries: tries + 1,
        });
      }
    }
  };

  const maintain = async (): Promise<void> => {
    while (!signal.aborted) {
      await gone.promise;
      connected = false;
      if (signal.aborted) return;
      house.onState(false);
      await reconnect();
    }
  };

  return {
    async open() {
      try {
        await connect();
      } catch (error) {
        const reason = explain(error as SlackApiError);
        throw classify(error) === 'passing' ? new ConnectionError(reason) : new UserError(reason);
      }
      maintain().catch((error: unknown) => {
        if (error instanceof SlackApiError) house.onLost(explain(error));
        else if (!signal.aborted) throw error;
      });
    },
    async close() {
      if (signal.aborted) return;
      stopped.abort();
      if (!connected) return;
      house.onState(false);
      // The second time, it no longer waits for Slack to say goodbye.
      void client.disconnect();
      await Promise.race([gone.promise, setTimeout(DISCONNECT_TIMEOUT_MS, undefined, { ref: false })]);
      await client.disconnect();
    },
  };
}

/** Its own reading of a frame that is no message of Slack's would end the process. */
function tolerateBadFrames(client: Client, logger: AdapterHost['logger']): void {
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (...frame: unknown[]) => {
    try {
      await Promise.all(readers.map((read) => read(...frame)));
    } catch (error) {
      logger.info('Slack has sent what cannot be read', { reason: (error as Error).message });
    }
  });
}

/** Milliseconds that Slack has to say goodbye. */
const DISCONNECT_TIMEOUT_MS = 1000;

/** Why there is no connection, with what to do. */
function explain(error: SlackApiError): string {
  if (classify(error) === 'lost')
    return `Slack refuses SLACK_APP_TOKEN (${error.reason}): generate a new one under Basic Information, App-Level Tokens, with the scope connections:write.`;
  if (error.reason === 'not_allowed_token_type' || error.reason === 'missing_scope') {
    return `Slack takes SLACK_APP_TOKEN for no app-level token with the scope connections:write (${error.reason}): generate one under Basic Information, App-Level Tokens.`;
  }
  return `Slack could not be reached for Socket Mode (${error.reason}): is there a network, and is SLACK_API_URL right?`;
}
