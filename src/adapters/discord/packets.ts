import type { Client } from 'discord.js';

/** One thing that came over the gateway, before anybody has looked at it. */
interface Packet {
  readonly t?: unknown;
  readonly d?: unknown;
}

/**
 * Keeps what the client cannot read from ending the process: it reads each event inside a promise that nobody waits for,
 * so that an error there would be caught by nobody.
 */
export function guard(client: Client, failed: (error: unknown) => void): void {
  const gateway = client.ws as unknown as { handlePacket(packet?: Packet, ...more: readonly unknown[]): boolean };
  const handle = gateway.handlePacket.bind(gateway);
  gateway.handlePacket = (packet, ...more) => {
    try {
      return handle(packet && filled(packet), ...more);
    } catch (error) {
      failed(error);
      return false;
    }
  };
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-type */
const CALLS: ReadonlySet<unknown> = new Set([2, 4]);
const SLASH = 1;

/** What the client takes for granted in an interaction: whatever stands in for Discord may leave it out. */
function filled(packet: Packet): Packet {
  if (packet.t !== 'INTERACTION_CREATE' || !isMap(packet.d)) return packet;
  const { data, type } = packet.d;
  const called = CALLS.has(type) && isMap(data) ? { data: { type: SLASH, ...data } } : {};
  return { ...packet, d: { entitlements: [], authorizing_integration_owners: {}, ...packet.d, ...called } };
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
