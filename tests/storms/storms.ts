import { discordAdapter } from '#adapters/discord/index';
import { settingsOf as discordSettings } from '#adapters/discord/settings';
import { openSlack } from '#adapters/slack/index';
import { settingsOf as slackSettings } from '#adapters/slack/settings';
import { testHost } from '../support/adapter-host.ts';
import { settingsFor } from '../support/discord/bot.ts';
import { Person } from '../support/discord/person.ts';
import { startDiscord } from '../support/discord/server.ts';
import { dispatcherOf } from '../support/dispatcher.ts';
import { TRANSPORTS } from '../support/slack/app.ts';
import { type LoopbackSlack, startSlack } from '../support/slack/server.ts';

/** The result of a storm. */
export interface Toll {
  /** The number of calls that the storm provokes. */
  readonly calls: number;
  /** The maximum in any second. */
  readonly mostInASecond: number;
}

/** Lasting failures: the real adapters with their real rate limits on a loopback platform, for some seconds. */
export type Storm = (seconds: number) => Promise<Toll>;

const SECOND = 1_000;

/** The maximum number of instants within any second. */
function mostInASecond(instants: readonly number[]): number {
  let [most, from] = [0, 0];
  for (const [at, instant] of instants.entries()) {
    while (instant - (instants[from] as number) >= SECOND) from++;
    most = Math.max(most, at - from + 1);
  }
  return most;
}

const tollOf = (instants: readonly number[]): Toll => ({
  calls: instants.length,
  mostInASecond: mostInASecond(instants),
});

const elapsed = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * SECOND));

/** Each connection of Socket Mode ends after `hello`. */
const slackStorm =
  (end: (slack: LoopbackSlack) => void): Storm =>
  async (seconds) => {
    const slack = await startSlack();
    const given: Readonly<Record<string, string>> = { SLACK_API_URL: slack.apiUrl, ...TRANSPORTS.socket };
    const settings = slackSettings((name) => given[name] ?? '');
    if (!settings) throw new Error('The settings connect nothing.');
    const adapter = openSlack(settings, testHost([]).host);
    const instants: number[] = [];
    let isOver = false;
    const count = async (): Promise<void> => {
      while (!isOver) {
        await slack.call('apps.connections.open');
        instants.push(performance.now());
      }
    };
    const trouble = async (): Promise<void> => {
      while (!isOver) {
        await slack.socket.greeted();
        end(slack);
      }
    };
    void count();
    void trouble();
    await adapter.start(dispatcherOf([]));
    await elapsed(seconds);
    isOver = true;
    const toll = tollOf(instants);
    await adapter.stop();
    await slack.close();
    return toll;
  };

/** Seconds between two commands: the previous one has completed. */
const COMMAND_EVERY = 5;

/** The first response to each command is rejected, without Retry-After. */
const callbackStorm =
  (headers: Readonly<Record<string, string>>): Storm =>
  async (seconds) => {
    const server = await startDiscord();
    const settings = discordSettings(settingsFor(server));
    if (!settings) throw new Error('The settings connect nothing.');
    const adapter = discordAdapter(settings, testHost([]).host);
    await adapter.start(dispatcherOf([]));
    const path = /callback$/;
    server.respondWith({ method: 'POST', path, status: 429, headers, times: Number.POSITIVE_INFINITY });
    const instants: number[] = [];
    void server.call((call) => {
      if (path.test(call.path)) instants.push(performance.now());
      return false;
    });
    const user = new Person(server);
    for (let passed = 0; passed < seconds; passed += COMMAND_EVERY) {
      user.command('help');
      await elapsed(COMMAND_EVERY);
    }
    const toll = tollOf(instants);
    server.clearPlanned();
    await adapter.stop();
    await server.close();
    return toll;
  };

/** Each gateway connection is terminated after READY. */
const gatewayStorm: Storm = async (seconds) => {
  const server = await startDiscord();
  const settings = discordSettings(settingsFor(server));
  if (!settings) throw new Error('The settings connect nothing.');
  const adapter = discordAdapter(settings, testHost([]).host);
  const instants: number[] = [];
  await adapter.start(dispatcherOf([]));
  const cut = (): void => {
    instants.push(performance.now());
    server.gateway.drop();
  };
  // The first connection exists already.
  server.gateway.happened.on('resume', cut);
  server.gateway.happened.on('ready', cut);
  server.gateway.drop();
  await elapsed(seconds);
  server.gateway.happened.off('resume', cut);
  server.gateway.happened.off('ready', cut);
  const toll = tollOf(instants);
  await adapter.stop();
  await server.close();
  return toll;
};

export const STORMS: Readonly<Record<string, Storm>> = {
  'Slack: each socket hears too_many_websockets': slackStorm(({ socket }) => {
    socket.raw(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets', debug_info: {} }));
    socket.drop();
  }),
  'Slack: each socket is cut': slackStorm(({ socket }) => socket.drop()),
  'Discord: each callback is answered 429 with HTML': callbackStorm({ 'content-type': 'text/html' }),
  'Discord: each callback is answered 429 without Retry-After': callbackStorm({ 'content-type': 'application/json' }),
  'Discord: each gateway connection is cut': gatewayStorm,
};
