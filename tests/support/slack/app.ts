import { openSlack } from '#adapters/slack/index';
import { settingsOf } from '#adapters/slack/settings';
import type { RateLimits } from '#chat/queue/rate-limit';
import type { CatalogEntry } from '#core/catalog';
import type { Adapter, Dispatcher, SecretStore } from '#core/ports';
import { type TestHost, testHost } from '../adapter-host.ts';
import { dispatcherOf } from '../dispatcher.ts';
import { EVENT_TIME, type UserAction } from './people.ts';
import type { LoopbackSlack } from './server.ts';
import { SIGNING_SECRET, signed } from './signed.ts';

export const BOT_TOKEN = 'xoxb-of-the-tests';
export const APP_TOKEN = 'xapp-of-the-tests';

/** The settings of each transport between Slack and the app. */
export const TRANSPORTS = {
  socket: { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN },
  http: { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_SIGNING_SECRET: SIGNING_SECRET, ONRECORD_PORT: '1' },
  oauth: {
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'client-secret-of-the-tests',
    ONRECORD_KEY: 'k'.repeat(32),
    ONRECORD_PORT: '1',
  },
} as const;

/** No rate limit: rate limits have their own tests. */
const UNLIMITED: RateLimits = { channel: { every: 0, atOnce: 50 }, workspace: { every: 0, atOnce: 50 } };

interface Given {
  readonly transport: keyof typeof TRANSPORTS;
  readonly entries?: readonly CatalogEntry[];
  readonly dispatcher?: Dispatcher;
  /** Given if it has to survive the app. */
  readonly secretStore?: SecretStore;
  readonly settings?: Readonly<Record<string, string>>;
  readonly rateLimits?: RateLimits;
  /** Milliseconds since 1970, UTC; a second before everything happens if left out. */
  readonly now?: () => number;
  /** An existing host, if its URL has to be known before the app starts. */
  readonly host?: TestHost;
}

/** The real app with its own host, connected to the loopback Slack. */
export interface TestApp {
  readonly adapter: Adapter;
  readonly dispatcher: Dispatcher;
  readonly test: TestHost;
  /** Delivers a user’s action, as Slack does; resolves to the acknowledgement. */
  deliver(action: UserAction): Promise<unknown>;
  /** The URL for HTTP requests. */
  address(): string;
  stop(): Promise<void>;
}

/** Makes an app without starting it. */
export function appOf(slack: Pick<LoopbackSlack, 'apiUrl' | 'socket'>, given: Given): TestApp {
  const { transport, entries = [], secretStore, settings = {}, rateLimits = UNLIMITED } = given;
  const all: Readonly<Record<string, string>> = { SLACK_API_URL: slack.apiUrl, ...TRANSPORTS[transport], ...settings };
  const test = given.host ?? testHost(entries, secretStore);
  const found = settingsOf((name) => all[name] ?? '');
  if (!found) throw new Error('There are no settings.');
  const adapter = openSlack(found, test.host, {
    rateLimits: rateLimits,
    reconnect: { sleep: async () => {} },
    now: given.now ?? (() => (EVENT_TIME - 1) * 1000),
  });
  let address = '';
  const overHttp = async (action: UserAction): Promise<unknown> => {
    const response = await fetch(`${address}/slack/events`, signed(action));
    const text = await response.text();
    if (response.status !== 200) throw new Error(`HTTP ${response.status}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  return {
    adapter: {
      ...adapter,
      async start(dispatcher) {
        await adapter.start(dispatcher);
        if (transport !== 'socket') address = await test.listen();
      },
    },
    dispatcher: given.dispatcher ?? dispatcherOf(entries),
    test,
    deliver: (action) =>
      transport === 'socket' ? slack.socket.deliver(action.kind, action.payload) : overHttp(action),
    address: () => address,
    async stop() {
      await adapter.stop();
      await test.close();
    },
  };
}

/** Makes and starts an app. */
export async function startApp(slack: Parameters<typeof appOf>[0], given: Given): Promise<TestApp> {
  const app = appOf(slack, given);
  await app.adapter.start(app.dispatcher);
  return app;
}
