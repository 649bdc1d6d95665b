import { setTimeout } from 'node:timers/promises';
import type { SocketModeReceiver } from '@slack/bolt';
import { Backoff } from '#chat/backoff';
import { errorKind } from '#chat/platform-error';
import { ConnectionError, UserError } from '#core/errors';
import type { AdapterHost } from '#core/platform';
import { SlackApiError, toSlackApiError } from '../api/errors.ts';

type Client = SocketModeReceiver['client'];

/** A connection that reconnects automatically. */
export interface Transport {
  /** Resolves when Slack has sent its hello message. @throws UserError if Slack rejects the connection. */
  open(): Promise<void>;
  /** Resolves when no more requests can arrive. */
  close(): Promise<void>;
}

/**
 * Milliseconds before each reconnect attempt. The first is short, as Slack asks for a new connection every few hours;
 * it is used only after a stable connection (`STABLE_MS`).
 */
const RETRY_DELAYS_MS = [200, 1000, 2000, 5000, 10_000, 30_000] as const;
const STABLE_MS = 30_000;

/** Time and randomness, injected by tests. */
export interface ReconnectTiming {
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly now?: () => number;
  readonly random?: () => number;
}

const TIMING: ReconnectTiming = { sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }) };

/**
 * Keeps a Socket Mode client connected. The client's own reconnect waits five seconds before its first attempt, during
 * which commands fail, and ends the process if Slack cannot be reached: it must be disabled
 * (`autoReconnectEnabled: false`).
 */
export function maintainConnection(
  client: Client,
  host: Pick<AdapterHost, 'logger' | 'onState' | 'onLost'>,
  { sleep, ...timing }: ReconnectTiming = TIMING,
): Transport {
  const stopped = new AbortController();
  const { signal } = stopped;
  const backoff = new Backoff({ delays: RETRY_DELAYS_MS, stableMs: STABLE_MS, ...timing });
  let gone = Promise.withResolvers<void>();
  let connected = false;
  client.on('disconnected', () => gone.resolve());
  tolerateBadFrames(client, host.logger);

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
    backoff.connected();
    host.onState(true);
  };

  const reconnect = async (): Promise<void> => {
    for (let tries = 0; !signal.aborted; tries++) {
      await sleep(backoff.next(), signal);
      try {
        return await connect();
      } catch (error) {
        if (errorKind(error) === 'tokenRevoked') throw error;
        host.logger.info('Slack cannot be reached at present', {
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
      host.onState(false);
      await reconnect();
    }
  };

  return {
    async open() {
      try {
        await connect();
      } catch (error) {
        const reason = explain(error as SlackApiError);
        throw errorKind(error) === 'transient' ? new ConnectionError(reason) : new UserError(reason);
      }
      maintain().catch((error: unknown) => {
        if (error instanceof SlackApiError) host.onLost(explain(error));
        else if (!signal.aborted) throw error;
      });
    },
    async close() {
      if (signal.aborted) return;
      stopped.abort();
      if (!connected) return;
      host.onState(false);
      // The second call does not wait for Slack's close frame.
      void client.disconnect();
      await Promise.race([gone.promise, setTimeout(DISCONNECT_TIMEOUT_MS, undefined, { ref: false })]);
      await client.disconnect();
    },
  };
}

/** Handles invalid frames: the client's own parser would end the process. */
function tolerateBadFrames(client: Client, logger: AdapterHost['logger']): void {
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (...frame: unknown[]) => {
    try {
      await Promise.all(readers.map((read) => read(...frame)));
    } catch (error) {
      logger.info('Slack sent an unreadable message', { reason: (error as Error).message });
    }
  });
}

/** Milliseconds to wait for Slack's close frame. */
const DISCONNECT_TIMEOUT_MS = 1000;

/** Explains why there is no connection, and what to do. */
function explain(error: SlackApiError): string {
  if (errorKind(error) === 'tokenRevoked')
    return `Slack refuses SLACK_APP_TOKEN (${error.reason}): generate a new one under Basic Information, App-Level Tokens, with the scope connections:write.`;
  if (error.reason === 'not_allowed_token_type' || error.reason === 'missing_scope') {
    return `SLACK_APP_TOKEN is not an app-level token with the scope connections:write (${error.reason}): generate one under Basic Information, App-Level Tokens.`;
  }
  return `Slack could not be reached for Socket Mode (${error.reason}): is there a network, and is SLACK_API_URL right?`;
}
