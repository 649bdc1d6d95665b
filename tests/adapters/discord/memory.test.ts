import { type AnyThreadChannel, type Client, Routes } from 'discord.js';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeClient, makePostingRest } from '#adapters/discord/connection/client';
import { connect } from '#adapters/discord/connection/connection';
import { instantOf, KIND } from '../../support/discord/payloads.ts';
import { type DiscordServer, startDiscord } from '../../support/discord/server.ts';

const MINUTE = 60_000;

let server: DiscordServer;
let client: Client | undefined;

beforeEach(async () => {
  server = await startDiscord();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now: instantOf(server.room.channel) });
});
afterEach(async () => {
  vi.useRealTimers();
  await client?.destroy();
  client = undefined;
  await server.close();
});

const settings = () => ({ token: server.token, api: server.url, mentions: false });

/** The client does this with its own timers, which cannot be faked. */
function sweep({ options, sweepers }: Client): void {
  const { filter, interval = 0 } = options.sweepers?.threads ?? {};
  expect(interval * 1_000).toBeLessThanOrEqual(30 * MINUTE);
  sweepers.sweepThreads((filter as () => (thread: AnyThreadChannel) => boolean)());
}

test('threads are removed from memory an hour after their creation', async () => {
  const { channel, guild } = server.room;
  client = makeClient(settings());
  await connect(client, server.token);
  const thread = server.world.places.open(guild, { type: KIND.thread, parent: channel });
  await vi.waitFor(() => expect(client?.channels.cache.has(thread)).toBe(true));
  vi.advanceTimersByTime(50 * MINUTE);
  sweep(client);
  expect(client.channels.cache.has(thread)).toBe(true);
  vi.advanceTimersByTime(30 * MINUTE);
  sweep(client);
  expect([thread, channel].map((id) => client?.channels.cache.has(id))).toEqual([false, true]);
});

test('routes are removed from memory after two minutes, because each answer has its own', async () => {
  const rest = makePostingRest(settings());
  await rest.get(Routes.channelMessages(server.room.channel));
  expect(rest.handlers.size).toBe(1);
  vi.advanceTimersByTime(2 * MINUTE);
  expect(rest.handlers.size).toBe(0);
  rest.clearHandlerSweeper();
  rest.clearHashSweeper();
});
