import type { Client } from 'discord.js';

type Fields = Readonly<Record<string, unknown>>;

/** A gateway packet as received, not yet validated. */
interface Packet {
  readonly t?: unknown;
  readonly d?: unknown;
}

/**
 * Prevents packets that the client cannot read from ending the process. The client handles each event in a promise that
 * is not awaited, so an error there would be an unhandled rejection.
 */
export function tolerateBadPackets(client: Client, failed: (error: unknown) => void): void {
  const gateway = client.ws as unknown as { handlePacket(packet?: Packet, ...more: readonly unknown[]): boolean };
  const handle = gateway.handlePacket.bind(gateway);
  gateway.handlePacket = (packet, ...more) => {
    try {
      return handle(packet && withDefaults(packet, client), ...more);
    } catch (error) {
      failed(error);
      return false;
    }
  };
}

/** The fields that the client requires, by event. Servers that emulate Discord may omit them. */
const DEFAULTS: ReadonlyMap<unknown, (event: Fields, client: Client) => Fields> = new Map([
  ['GUILD_CREATE', (guild) => ({ unavailable: false, channels: [], ...guild })],
  ['INTERACTION_CREATE', withInteractionDefaults],
  ['MESSAGE_CREATE', withMessageDefaults],
  // The bot has the same ID as its application, except for the oldest bots.
  ['READY', (ready) => ({ application: { id: isRecord(ready.user) ? ready.user.id : undefined, flags: 0 }, ...ready })],
]);

function withDefaults(packet: Packet, client: Client): Packet {
  const fill = DEFAULTS.get(packet.t);
  return fill && isRecord(packet.d) ? { ...packet, d: fill(packet.d, client) } : packet;
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-type */
const COMMAND_TYPES: ReadonlySet<unknown> = new Set([2, 4]);
const SLASH = 1;

function withInteractionDefaults(event: Fields, { application }: Client): Fields {
  const { data, type, channel_id: id } = event;
  return {
    application_id: application?.id,
    entitlements: [],
    authorizing_integration_owners: {},
    ...(typeof id === 'string' ? { channel: { id } } : {}),
    ...event,
    ...(COMMAND_TYPES.has(type) && isRecord(data) ? { data: { type: SLASH, ...data } } : {}),
  };
}

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
const CHANNEL_TYPE = { text: 0, conversation: 1 } as const;

/** The client ignores messages in a channel that it does not know unless they include the channel type. */
function withMessageDefaults(event: Fields, { channels }: Client): Fields {
  const { channel_id: id, channel_type: kind, guild_id: guild } = event;
  if (kind !== undefined || channels.cache.has(String(id))) return event;
  return { ...event, channel_type: guild === undefined ? CHANNEL_TYPE.conversation : CHANNEL_TYPE.text };
}

const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
