import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import type { Schedule } from '#core/schedule';
import type { SlotRecord, Store } from '#core/storage/store';
import { slotOn } from '#schedule/timetable/slots';
import { openStore } from '#store/index';
import { type DiscordServer, startDiscord } from '../support/discord/server.ts';
import { folderOf } from '../support/process.ts';
import { randomFrom } from '../support/schedule/world.ts';
import { type LoopbackSlack, startSlack } from '../support/slack/server.ts';
import { Machine } from './machine.ts';

export interface TortureOptions {
  readonly seed: number;
  readonly kills: number;
  /** Whether the app may read its messages in Slack. */
  readonly history: boolean;
  readonly log?: (line: string) => void;
}

/** The result, counted on the platforms and in the slot store. */
export interface TortureResult {
  readonly kills: number;
  readonly slots: number;
  readonly sent: number;
  /** Slots recorded as missed, because the process was down for longer than their grace period. */
  readonly missed: number;
  /** Slots recorded as uncertain. */
  readonly uncertain: number;
  /** Slots without an outcome, or recorded as sent without a message. */
  readonly lost: readonly string[];
  /** Posts that a channel has twice. */
  readonly twice: readonly string[];
  /** Messages that the platforms would have rejected. */
  readonly faults: readonly string[];
}

const DAY = Temporal.PlainDate.from('2025-03-04');
const SECOND = 1_000;
const HOUR = 3_600_000;
const GRACE = 6;
/** The speed of the clock relative to the machine's while something is in progress. */
const STEP = { every: 30, by: 2 * SECOND };
/** The timeout in real milliseconds. */
const TIMEOUT = 60_000;

const TEAM = 'T1';
const SLACK_CHANNELS = ['C1', 'C2'] as const;

/** Runs the real process over days of posts, and kills it at moments chosen by the seed. */
export async function torture({ seed, kills, history, log = () => {} }: TortureOptions): Promise<TortureResult> {
  const random = randomFrom(seed);
  const start = Temporal.Instant.from('2025-03-03T00:00:00Z').epochMilliseconds;
  // The machine is created after the servers, whose URLs it needs; they use its clock.
  let machine: Machine | undefined;
  const now = (): number => machine?.now() ?? start;
  const discord = await startDiscord({ now });
  const slack = await startSlack(() => now() / SECOND);
  if (!history) slack.channels.withhold('channels:history', 'groups:history');
  const folder = folderOf({});
  const content = join(folder, 'content');
  const data = join(folder, 'onrecord.db');
  mkdirSync(content);
  machine = new Machine(start, {
    ONRECORD_CONTENT: content,
    ONRECORD_DATA: data,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    SLACK_BOT_TOKEN: 'xoxb-1-good',
    SLACK_APP_TOKEN: 'xapp-1-good',
    SLACK_API_URL: slack.apiUrl,
  });
  const schedules = schedulesFor(discord, start);
  const store = await openStore(data);
  for (const schedule of schedules) await store.schedules.add(schedule);
  const simulation = new Simulation({ machine, discord, slack, store, schedules, random, content, log });
  let killed = 0;
  for (let day = DAY; killed < kills; day = day.add({ days: 1 })) killed += await simulation.day(day);
  await machine.kill();
  const result = await simulation.result(killed);
  await store.close();
  await Promise.all([discord.close(), slack.close()]);
  return result;
}

/** At the same time in two channels of each platform, with and without threads. */
function schedulesFor({ room }: DiscordServer, created: number): readonly Schedule[] {
  const common = {
    time: '07:30',
    days: [1, 2, 3, 4, 5, 6, 7],
    zone: 'Asia/Seoul',
    empty: 'line',
    grace: GRACE,
  } as const;
  return [
    { ...common, id: 'dc', platform: 'Discord', workspace: room.guild, channel: room.channel, length: 'short' },
    { ...common, id: 'sa', platform: 'Slack', workspace: TEAM, channel: SLACK_CHANNELS[0], length: 'short' },
    { ...common, id: 'sb', platform: 'Slack', workspace: TEAM, channel: SLACK_CHANNELS[1], length: 'headline' },
  ].map((schedule) => ({ ...schedule, author: 'U1', created }) as Schedule);
}

interface SimulationParts {
  readonly machine: Machine;
  readonly discord: DiscordServer;
  readonly slack: LoopbackSlack;
  readonly store: Store;
  readonly schedules: readonly Schedule[];
  readonly random: () => number;
  readonly content: string;
  readonly log: (line: string) => void;
}

/** Simulates one day after the other. */
class Simulation {
  readonly #parts: SimulationParts;
  readonly #days: Temporal.PlainDate[] = [];
  #running = false;

  constructor(parts: SimulationParts) {
    this.#parts = parts;
  }

  /** @returns the number of kills. */
  async day(day: Temporal.PlainDate): Promise<number> {
    const { machine, schedules, content, random, log } = this.#parts;
    this.#days.push(day);
    writeFileSync(join(content, `${day}.md`), articleOf(day));
    const [schedule] = schedules;
    const due = (schedule && slotOn(day, schedule)?.due) ?? 0;
    machine.leapTo(due - 60 * SECOND);
    await this.#start();
    machine.leapTo(due - SECOND / 5);
    const [how, run] = this.#activity();
    await run();
    await machine.kill();
    this.#running = false;
    const down = random() < 0.5 ? 0 : Math.floor(random() * 10 * HOUR);
    machine.leapTo(machine.now() + down);
    await this.#start();
    const states = await this.#settled(day);
    log(`${day} killed ${how}, down for ${(down / HOUR).toFixed(1)} h: ${states.join(' ')}`);
    return 1;
  }

  async #start(): Promise<void> {
    if (this.#running) return;
    await this.#parts.machine.start();
    this.#running = true;
  }

  /** The activity of the process when it is killed. */
  #activity(): readonly [how: string, run: () => Promise<unknown>] {
    const { random, discord } = this.#parts;
    const moment = Math.floor(random() * 1500);
    const which = 1 + Math.floor(random() * 4);
    const soon = (): Promise<unknown> => setTimeout(Math.floor(random() * 6));
    const activities = [
      [`after ${moment} ms`, () => setTimeout(moment)],
      [`at message ${which} to Discord`, () => this.#nth(which, () => discord.calls.filter(isPost).length).then(soon)],
      [`at message ${which} to Slack`, () => this.#nth(which, () => this.#postedToSlack()).then(soon)],
      ['while Discord does not answer', () => this.#unanswered()],
    ] as const;
    return activities[Math.floor(random() * activities.length)] ?? activities[0];
  }

  /** Resolves after a number of further calls, or when there are no more. */
  async #nth(which: number, count: () => number): Promise<void> {
    const wanted = count() + which;
    for (let waited = 0; count() < wanted && waited < 4_000; waited += 2) await setTimeout(2);
  }

  #postedToSlack(): number {
    const { slack } = this.#parts;
    return slack.calls.all.filter(({ method }) => method === 'chat.postMessage').length;
  }

  /** Discord holds the response to a message, so that the process is killed while it waits. */
  async #unanswered(): Promise<void> {
    const { discord, random } = this.#parts;
    discord.respondWith({
      method: 'POST',
      path: /^\/channels\/\d+\/messages$/,
      status: 500,
      after: new Promise(() => {}),
    });
    await setTimeout(500 + random() * 500);
    discord.clearPlanned();
  }

  /** Advances the time until all slots of the day have an outcome. */
  async #settled(day: Temporal.PlainDate): Promise<readonly string[]> {
    const { machine } = this.#parts;
    const end = Date.now() + TIMEOUT;
    for (;;) {
      const slots = await this.#slotsOf(day);
      const states = slots.map(({ state }) => state);
      const open =
        states.length < this.#parts.schedules.length ||
        states.some((slotState) => slotState === 'due' || slotState === 'sending');
      if (!open || Date.now() > end) return slots.map(({ schedule, state }) => `${schedule}:${state}`);
      machine.leapTo(machine.now() + STEP.by);
      await setTimeout(STEP.every);
    }
  }

  async #slotsOf(day: Temporal.PlainDate): Promise<readonly SlotRecord[]> {
    const { store, schedules } = this.#parts;
    const tenants = new Map(schedules.map((schedule) => [`${schedule.platform} ${schedule.workspace}`, schedule]));
    const all = await Promise.all([...tenants.values()].map((tenant) => store.slots.history(tenant, 1_000)));
    return all.flat().filter((slot) => slot.day === day.toString());
  }

  async result(kills: number): Promise<TortureResult> {
    const { discord, slack, schedules } = this.#parts;
    const [lost, twice]: [string[], string[]] = [[], []];
    const counts = { slots: 0, sent: 0, missed: 0, uncertain: 0 };
    for (const day of this.#days) {
      const slots = await this.#slotsOf(day);
      for (const schedule of schedules) {
        const name = `${schedule.id} ${day}`;
        const state = slots.find((slot) => slot.schedule === schedule.id)?.state;
        const posts = this.#postsIn(schedule.channel, day);
        counts.slots++;
        if (state === 'sent' || state === 'missed' || state === 'uncertain') counts[state]++;
        else lost.push(`${name} ended as ${state}`);
        if (state === 'sent' && posts === 0) lost.push(`${name} is on record as sent`);
        if (posts > 1) twice.push(`${name}: ${posts} posts`);
        if (state === 'missed' && posts > 0) twice.push(`${name} is on record as missed`);
      }
    }
    twice.push(...this.#detailsTwice());
    return { kills, ...counts, lost, twice, faults: [...discord.faults(), ...slack.faults()] };
  }

  /** The parent messages of a day, by their heading. */
  #postsIn(channel: string, day: Temporal.PlainDate): number {
    const heading = `Morning briefing · ${day.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}`;
    return this.#textsIn(channel).filter((text) => text.includes(heading)).length;
  }

  #textsIn(channel: string): readonly string[] {
    const { discord, slack } = this.#parts;
    const onDiscord = [...discord.world.messages.values()].filter(({ channel_id: id }) => id === channel);
    return [...onDiscord, ...slack.channels.in(channel)].map((message) => JSON.stringify(message));
  }

  /** The detail of an article appears at most once per channel, because it is new only once. */
  #detailsTwice(): readonly string[] {
    const { discord, slack, schedules } = this.#parts;
    const threads = [
      ...[...discord.world.messages.values()].filter(({ channel_id: id }) =>
        schedules.every(({ channel }) => channel !== id),
      ),
      ...SLACK_CHANNELS.flatMap((channel) =>
        slack.channels.in(channel).filter(({ thread_ts }) => thread_ts !== undefined),
      ),
    ];
    const [onDiscord, onSlack] = [
      threads.filter((posted) => 'channel_id' in posted),
      threads.filter((posted) => 'ts' in posted),
    ];
    return this.#days.flatMap((day) =>
      [onDiscord, onSlack].flatMap((some) => {
        const found = some.filter((message) => JSON.stringify(message).includes(titleOf(day))).length;
        return found > 1 ? [`the detail of ${titleOf(day)}: ${found} times`] : [];
      }),
    );
  }
}

const isPost = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
  method === 'POST' && /^\/channels\/\d+\/messages$/.test(path);

const titleOf = (day: Temporal.PlainDate): string => `Ferry number ${day.month * 100 + day.day} sails`;

const articleOf = (day: Temporal.PlainDate): string => `---
title: "${titleOf(day)}"
source: The Harbour Post
published: ${day}
language: en
---

The ferry left the harbour at noon on ${day}, the harbour master said, and the town came to see it off.

“We have waited for this day since the storm took the old pier,” said Vera Quist, the harbour master.
`;
