import { discordAdapter } from '#adapters/discord/index';
import { settingsOf } from '#adapters/discord/settings';
import type { CatalogEntry } from '#core/catalog';
import type { Translations } from '#core/commands/translation';
import type { Adapter, Dispatcher } from '#core/ports';
import { type TestHost, testHost } from '../adapter-host.ts';
import { dispatcherOf } from '../dispatcher.ts';
import { river } from '../river.ts';
import { Person } from './person.ts';
import { type DiscordServer, startDiscord } from './server.ts';

/** Short delays: rate limits and retries have their own tests. */
const RETRY_MS = 20;

interface Given {
  readonly server?: DiscordServer;
  readonly entries?: readonly CatalogEntry[];
  readonly dispatcher?: Dispatcher;
  readonly settings?: Readonly<Record<string, string>>;
  readonly translations?: Translations;
}

/** The real client, connected to the loopback Discord. */
export interface Bot {
  readonly server: DiscordServer;
  readonly host: TestHost;
  readonly adapter: Adapter;
  readonly dispatcher: Dispatcher;
  readonly me: Person;
  /** Resolves when the bot has handled all events dispatched so far. */
  settled(): Promise<void>;
  /** Restarts the bot without its in-memory state; what Discord stores stays. */
  restart(): Promise<Bot>;
  /**
   * Stops the bot and the server.
   *
   * @returns what Discord would have rejected.
   */
  end(): Promise<readonly string[]>;
}

export const settingsFor = (server: DiscordServer, more: Readonly<Record<string, string>> = {}) => {
  const settings: Readonly<Record<string, string>> = {
    DISCORD_TOKEN: server.token,
    DISCORD_API_URL: server.url,
    ...more,
  };
  return (name: string): string => settings[name] ?? '';
};

/** Opens an adapter as the product does, without starting it. */
export async function openDiscord(server: DiscordServer, given: Given = {}) {
  const { entries = [river], settings = {}, translations = {} } = given;
  const host = testHost(entries);
  const found = settingsOf(settingsFor(server, settings));
  if (!found) throw new Error('The settings connect nothing.');
  return { host, adapter: discordAdapter(found, { ...host.host, translations }, RETRY_MS) };
}

export async function startBot(given: Given = {}): Promise<Bot> {
  const server = given.server ?? (await startDiscord());
  const { host, adapter } = await openDiscord(server, given);
  const dispatcher = given.dispatcher ?? dispatcherOf(given.entries ?? [river]);
  await adapter.start(dispatcher);
  return {
    server,
    host,
    adapter,
    dispatcher,
    me: new Person(server),
    settled: async () => void (await new Person(server).command('help').acknowledged()),
    restart: async () => {
      await adapter.stop();
      return startBot({ ...given, server, dispatcher: given.dispatcher ?? dispatcherOf(given.entries ?? [river]) });
    },
    end: async () => {
      await adapter.stop();
      const faults = server.faults();
      await server.close();
      return faults;
    },
  };
}
