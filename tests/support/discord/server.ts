import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Call, faultsOf, type PendingResponse, type PlannedResponse, take } from './answering.ts';
import { Gateway } from './gateway.ts';
import { guild, lastInstant, PERMISSION, snowflake, user } from './payloads.ts';
import { Places } from './places.ts';
import type { World } from './wire.ts';

export type { Call } from './answering.ts';

export interface DiscordServer {
  /** For DISCORD_API_URL. */
  readonly url: string;
  readonly token: string;
  readonly application: string;
  readonly bot: World['bot'];
  readonly room: { readonly guild: string; readonly channel: string };
  readonly world: World;
  readonly gateway: Gateway;
  readonly calls: readonly Call[];
  /** All violations in what was sent, one sentence each. */
  readonly faults: () => readonly string[];
  /** Resolves with the first matching call, received already or later. */
  call(fits: (call: Call) => boolean): Promise<Call>;
  respondWith(what: PlannedResponse): void;
  /** Drops all planned responses: pending and later calls get the usual ones. */
  clearPlanned(): void;
  /** Revokes the bot's token. */
  revoke(): void;
  /** Serves a file below the server's URL. */
  file(name: string, content: string | Uint8Array): string;
  close(): Promise<void>;
}

/** When the bot joined its servers. */
const JOINED = '2025-01-01T00:00:00.000000+00:00';

/** A token in Discord's format: the application id in base64, and two further parts. */
const tokenFor = (application: string): string =>
  `${Buffer.from(application).toString('base64url')}.Gabcde.${'x'.repeat(38)}`;

/**
 * Starts a loopback Discord: its gateway, and the part of its REST API that the bot uses.
 *
 * @param now milliseconds since 1970, UTC; if left out, the clock advances only as ids are made.
 * @param locale the language of its servers.
 * @param joined when the bot joined its servers.
 */
export async function startDiscord({
  shards = 1,
  now = lastInstant,
  locale = 'en-US',
  joined = JOINED,
} = {}): Promise<DiscordServer> {
  const [application, guildId] = [snowflake(), snowflake()];
  const bot = user(application, 'onrecord');
  const places = new Places({
    bot: application,
    permissions: PERMISSION,
    broadcast: (event, payload, id) => gateway.dispatch(event, payload, id),
  });
  const token = tokenFor(application);
  let accepted: string | undefined = token;
  const world: World = {
    application: { id: application, name: 'Onrecord', flags: 0, bot_public: true },
    bot,
    accepts: (given) => given === accepted,
    gatewayUrl: () => `ws://${host()}`,
    shards,
    starts: { remaining: 1000 },
    hidesFollowUps: false,
    interactions: new Map(),
    messages: new Map(),
    commands: [],
    files: new Map(),
    places,
    now,
  };
  const [calls, errors, respondWith, waiting] = [
    [] as Call[],
    [] as string[],
    [] as PendingResponse[],
    new Set<Waiting>(),
  ];
  const http = createServer((request, response) => {
    take(request, response, world, respondWith).then(
      (call) => {
        if (!call) return;
        calls.push(call);
        for (const waiter of waiting) waiter(call);
      },
      (error: Error) => errors.push(`The server itself failed: ${error.stack}`),
    );
  });
  const host = (): string => `127.0.0.1:${(http.address() as AddressInfo).port}`;
  const gateway = new Gateway({
    http,
    shards,
    accepts: world.accepts,
    ready: () => ({
      user: { ...world.bot, bot: true },
      resume_gateway_url: world.gatewayUrl(),
      application: { id: application, flags: 0 },
    }),
    guilds: () => places.guilds().map((id) => guild(id, bot, places.of(id), { locale, joined })),
  });
  const channel = places.open(guildId);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://${host()}/api`,
    token,
    application,
    bot: world.bot,
    room: { guild: guildId, channel },
    world,
    gateway,
    calls,
    // Computed on access, at no cost for a benchmark.
    faults: () => [...errors, ...calls.flatMap(faultsOf)],
    call: (fits) => {
      const found = calls.find(fits);
      if (found) return Promise.resolve(found);
      const { promise, resolve } = Promise.withResolvers<Call>();
      const look: Waiting = (call) => {
        if (!fits(call)) return;
        waiting.delete(look);
        resolve(call);
      };
      waiting.add(look);
      return promise;
    },
    respondWith: (what) => respondWith.push({ ...what, left: what.times ?? 1 }),
    clearPlanned: () => {
      respondWith.length = 0;
    },
    revoke: () => {
      accepted = undefined;
    },
    file: (name, content) => {
      world.files.set(`/attachments/${name}`, content);
      return `http://${host()}/attachments/${name}`;
    },
    close: async () => {
      await gateway.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

type Waiting = (call: Call) => void;
