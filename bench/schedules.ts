import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Schedule } from '#core/schedule';
import type { Clock } from '#core/scheduling';
import type { Store } from '#core/store';
import { slotsDue } from '#schedule/due';
import { makeScheduling } from '#schedule/service';
import { openStore } from '#store/index';
import { type Bot, startBot } from '../tests/support/discord/bot.ts';
import { ms, type Row, times } from './measure.ts';

const PLANNED = 10_000;
const SENT = 10_000;
/** Real milliseconds after which it has gone wrong. */
const PATIENCE = 600_000;
/** Messages a second that Discord takes of a bot: https://docs.discord.com/developers/topics/rate-limits */
const ALLOWED = 50;
const PLANNED_IN = 1_000;

const START = Temporal.Instant.from('2025-03-10T12:00:00Z').epochMilliseconds;
const ZONES = Intl.supportedValuesOf('timeZone');

/** Everybody's morning at the same minute: planned, and sent through the real client while others ask something. */
export async function schedules(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  const store = await openStore(join(folder, 'onrecord.db'));
  const bot = await startBot();
  try {
    return [...(await planning(store)), ...(await sending(bot, folder))];
  } finally {
    await store.close();
    await bot.end();
    rmSync(folder, { recursive: true });
  }
}

/** A schedule whose time is this very minute where it is. */
function scheduleAt(index: number, place: Pick<Schedule, 'platform' | 'workspace' | 'channel'>): Schedule {
  const zone = ZONES[index % ZONES.length] ?? 'UTC';
  const time = Temporal.Instant.fromEpochMilliseconds(START)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString()
    .slice(0, 5);
  return {
    ...place,
    ...{ id: `s${index}`, time, days: [1, 2, 3, 4, 5, 6, 7], zone, length: 'headline', empty: 'line', grace: 6 },
    ...{ author: 'U1', created: START - 1 },
  };
}

async function planning(store: Store): Promise<Row[]> {
  const all = Array.from({ length: PLANNED }, (_, index) =>
    scheduleAt(index, { platform: 'Pigeon', workspace: `w${index}`, channel: 'c' }),
  );
  const start = performance.now();
  const due = slotsDue(all, new Map(), START);
  const planned = performance.now() - start;
  await store.ledger.enter(due);
  const entered = performance.now() - start;
  return [
    {
      what: `${due.length} channels due at one minute, in ${ZONES.length} zones: planned`,
      measured: `${ms(planned)}, on record after ${ms(entered)}`,
      target: { text: `under ${PLANNED_IN} ms`, met: due.length === PLANNED && entered < PLANNED_IN },
    },
  ];
}

async function sending(bot: Bot, folder: string): Promise<Row[]> {
  const { server, adapter, house } = bot;
  const { poster } = adapter;
  if (!poster) throw new Error('The adapter posts nothing.');
  const store = await openStore(join(folder, 'sending.db'));
  for (let index = 0; index < SENT; index++) {
    const { guild } = server.room;
    const channel = server.world.places.open(guild, { name: `desk-${index}` });
    // As many as one workspace may have.
    await store.schedules.add(scheduleAt(index, { platform: 'Discord', workspace: `${guild}-${index >> 6}`, channel }));
  }
  // The client is still told of all these channels.
  await asking(bot, 5_000);
  const idle = await asking(bot, 2_000);
  const begun = performance.now();
  const clock: Clock = {
    now: () => START + Math.round(performance.now() - begun),
    until: (instant, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, Math.max(0, instant - clock.now()));
        signal.addEventListener('abort', () => resolve(clearTimeout(timer)), { once: true });
      }),
  };
  const scheduler = makeScheduling({
    ...{ store, clock, shelf: house.house.shelf, logger: house.house.logger, random: Math.random, owner: 'bench' },
    posterOf: () => ({
      ...poster,
      post: (parcel) => poster.post({ ...parcel, target: { ...parcel.target, workspace: server.room.guild } }),
    }),
    platforms: () => ['Discord'],
  });
  await scheduler.start();
  let sent = 0;
  const memory: number[] = [];
  const busy: number[] = [];
  while (sent < SENT && performance.now() - begun < PATIENCE) {
    busy.push(...(await asking(bot, 1_000)));
    sent += forgotten(bot);
    memory.push(process.memoryUsage.rss());
  }
  const took = performance.now() - begun;
  await scheduler.stop(5_000);
  await store.close();
  const bound = (SENT / ALLOWED) * 1_000;
  const slower = median(busy) / median(idle);
  return [
    {
      what: `${sent} posts sent through the real Discord client, to the time that Discord’s limit allows`,
      measured: `${times(took / bound)} (${(took / 1_000).toFixed(1)} s)`,
    },
    {
      what: 'a command answered meanwhile, to its idle time',
      measured: `${times(slower)} (${ms(median(busy))})`,
      target: { text: 'at most 2 ×', met: slower <= 2 },
    },
    {
      what: 'memory of the process, the platform in it: in the first half of the posts, in the second',
      measured: memory.length < 2 ? 'not told' : halves(memory),
    },
  ];
}

/** How many posts have come; the platform forgets them, so that its memory is not taken for ours. */
function forgotten({ server }: Bot): number {
  const calls = server.calls as unknown as { method: string; path: string; status: number }[];
  const came = calls
    .splice(0)
    .filter(({ method, path }) => method === 'POST' && /^\/channels\/\d+\/messages$/.test(path));
  server.world.messages.clear();
  return came.filter(({ status }) => status === 200).length;
}

const halves = (values: readonly number[]): string =>
  [values.slice(0, values.length >> 1), values.slice(values.length >> 1)]
    .map((half) => `${(Math.max(...half) / 2 ** 20).toFixed(0)} MB`)
    .join(', ');

/** Milliseconds until each of a row of commands was answered, one after the other for so long. */
async function asking({ me }: Bot, milliseconds: number): Promise<number[]> {
  const found: number[] = [];
  for (const end = performance.now() + milliseconds; performance.now() < end; ) {
    const question = me.command('brief');
    await question.answer();
    found.push(performance.now() - question.at);
  }
  return found;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
