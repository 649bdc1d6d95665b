import { type Client, Events, GatewayCloseCodes } from 'discord.js';
import { ConnectionError, UserError } from '#core/errors';
import type { AdapterHost } from '#core/platform';
import { DiscordApiError, TOKEN_REVOKED } from '../api/errors.ts';

const INTENTS_REFUSED =
  'Discord does not allow the requested intents (4014): none of them is privileged, so the ' +
  'application itself must be restricted. See https://discord.com/developers/applications, or set DISCORD_MENTIONS=no.';

/** Close codes without reconnection: https://docs.discord.com/developers/topics/opcodes-and-status-codes */
const FINAL_CLOSE_CODES: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: TOKEN_REVOKED,
  [GatewayCloseCodes.InvalidShard]: 'Discord rejects the requested shard (4010): start again.',
  [GatewayCloseCodes.ShardingRequired]:
    'Discord asks for more shards (4011): restart Onrecord, which requests as many as needed.',
  [GatewayCloseCodes.InvalidAPIVersion]: 'Discord no longer supports this version of its API (4012): update Onrecord.',
  [GatewayCloseCodes.InvalidIntents]: 'Discord does not know the requested intents (4013): update Onrecord.',
  [GatewayCloseCodes.DisallowedIntents]: INTENTS_REFUSED,
};

const TOKEN_REJECTED =
  'Discord rejects DISCORD_TOKEN: copy it again from https://discord.com/developers/applications, ' +
  'Bot, Reset Token.';

/**
 * Connects the client. Resolves when requests can arrive.
 *
 * @throws UserError with the cause and the solution.
 */
export async function connect(client: Client, token: string): Promise<void> {
  let code: number | undefined;
  client.once(Events.ShardDisconnect, (event) => {
    code = event.code;
  });
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  try {
    await client.login(token);
  } catch (error) {
    const reason = explain(new DiscordApiError(error), code);
    throw [UNREACHABLE, RATE_LIMITED].some((start) => reason.startsWith(start))
      ? new ConnectionError(reason)
      : new UserError(reason);
  }
  await ready;
}

const RATE_LIMITED = 'Discord asks for a pause';
const UNREACHABLE = 'Discord cannot be reached';

/** Describes the error and its solution. `closed` is the gateway's close code. */
export function explain({ name, code, status, message }: DiscordApiError, closed?: number): string {
  if (code === 'TokenInvalid' || status === 401 || closed === GatewayCloseCodes.AuthenticationFailed)
    return TOKEN_REJECTED;
  if (closed !== undefined && FINAL_CLOSE_CODES[closed]) return FINAL_CLOSE_CODES[closed];
  if (/sessions remaining/.test(message)) {
    return `Discord allows no further start today: ${message}. A new token in DISCORD_TOKEN starts at once.`;
  }
  if (status === 429 || name.startsWith('RateLimitError')) return `${RATE_LIMITED}: try again in a minute.`;
  const details = [status, code].filter((detail) => detail !== undefined).join(', ') || message;
  return `${UNREACHABLE} (${details}): see https://discordstatus.com, the network and DISCORD_API_URL.`;
}

/** Reports to the host when the connection opens or closes, and when it is lost for good. */
export function watchShards(client: Client, { onState, onLost }: Pick<AdapterHost, 'onState' | 'onLost'>): void {
  const down = new Set<number>();
  let connected = false;
  const report = (): void => {
    const now = client.isReady() && down.size === 0;
    if (now !== connected) onState(now);
    connected = now;
  };
  const isUp = (id: number): void => {
    down.delete(id);
    report();
  };
  const isDown = (id: number): void => {
    down.add(id);
    report();
  };
  client.on(Events.ClientReady, report);
  client.on(Events.ShardReady, isUp);
  client.on(Events.ShardResume, isUp);
  client.on(Events.ShardReconnecting, isDown);
  client.on(Events.ShardDisconnect, (event, id) => {
    isDown(id);
    onLost(FINAL_CLOSE_CODES[event.code] ?? `Discord has ended the connection (${event.code}): start again.`);
  });
  client.on(Events.Invalidated, () => onLost(TOKEN_REVOKED));
}
