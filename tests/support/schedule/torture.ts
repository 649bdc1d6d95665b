import { Temporal } from 'temporal-polyfill';
import type { Schedule } from '#core/schedule';
import type { ScheduleInput } from '#core/scheduling';
import type { SlotRecord } from '#core/storage/store';
import { messageKey } from '#schedule/delivery/message-key';
import { latestSlot, nextSlot } from '#schedule/timetable/slots';
import fc from '../property.ts';
import { scopeOf } from '../scheduling.ts';
import type { RequestOutcome } from './platform.ts';
import { articleOf, INPUT, randomFrom, type TestProcess, type World, worldAt } from './world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MAX_PROCESSES = 3;

/** An event of the machine, the users or the platform. */
export type Event =
  /** Sleeps until a minute before a slot is due, and is awake for some minutes. */
  | { readonly kind: 'slot'; readonly minutes: number }
  | { readonly kind: 'pass'; readonly minutes: number }
  | { readonly kind: 'sleep'; readonly hours: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'kill'; readonly process: number; readonly step: number }
  | { readonly kind: 'stop'; readonly process: number }
  | { readonly kind: 'freeze'; readonly process: number; readonly seconds: number }
  | { readonly kind: 'news'; readonly what: 'new' | 'changed' | 'gone' }
  | { readonly kind: 'weather'; readonly storm: number }
  /** Every request is slow, and none is lost. */
  | { readonly kind: 'slow'; readonly queue: number }
  | { readonly kind: 'clock'; readonly hours: number }
  /** The clock is correct, the platform responds, and a process runs for an hour. */
  | { readonly kind: 'calm' };

export type Kind = Event['kind'];

const EVENTS: { readonly [K in Kind]: fc.Arbitrary<Extract<Event, { kind: K }>> } = {
  slot: fc.record({ kind: fc.constant('slot'), minutes: fc.integer({ min: 1, max: 8 }) }),
  pass: fc.record({ kind: fc.constant('pass'), minutes: fc.integer({ min: 1, max: 20 }) }),
  sleep: fc.record({ kind: fc.constant('sleep'), hours: fc.integer({ min: 1, max: 60 }) }),
  start: fc.record({ kind: fc.constant('start') }),
  kill: fc.record({ kind: fc.constant('kill'), process: fc.nat(2), step: fc.nat(60) }),
  stop: fc.record({ kind: fc.constant('stop'), process: fc.nat(2) }),
  freeze: fc.record({
    kind: fc.constant('freeze'),
    process: fc.nat(2),
    seconds: fc.integer({ min: 5, max: 300 }),
  }),
  slow: fc.record({ kind: fc.constant('slow'), queue: fc.constantFrom(0, 10, 100) }),
  news: fc.record({ kind: fc.constant('news'), what: fc.constantFrom('new', 'new', 'changed', 'gone') }),
  weather: fc.record({ kind: fc.constant('weather'), storm: fc.constantFrom(0, 0.2, 0.6) }),
  clock: fc.record({ kind: fc.constant('clock'), hours: fc.constantFrom(-12, -3, -1, 0, 0, 1, 3, 12) }),
  calm: fc.record({ kind: fc.constant('calm') }),
};

/** Generates the events of some weeks by the weight of each kind. */
export const generateEvents = (weights: Partial<Readonly<Record<Kind, number>>>): fc.Arbitrary<readonly Event[]> =>
  fc.array(
    fc.oneof(
      ...Object.entries(weights).map(([kind, weight]) => ({
        arbitrary: EVENTS[kind as Kind] as fc.Arbitrary<Event>,
        weight,
      })),
    ),
    { minLength: 10, maxLength: 40, size: 'max' },
  );

/** Three channels on three continents; on 9 March 2025 New York has no 02:30. */
const INPUTS: readonly ScheduleInput[] = [
  INPUT,
  { ...INPUT, channel: 'night', time: '02:30', zone: 'America/New_York', length: 'headline', grace: 3 },
  {
    ...INPUT,
    channel: 'news',
    time: '06:00',
    zone: 'Europe/London',
    days: [1, 2, 3, 4, 5],
    empty: 'nothing',
    grace: 12,
  },
];

const SCOPE = scopeOf();
const START = Temporal.Instant.from('2025-03-05T12:00:00Z').epochMilliseconds;

/** A machine that runs through events, and the invariants to check. */
export class Machine {
  readonly world: World;
  readonly #random: () => number;
  #processes: TestProcess[] = [];
  #schedules: readonly Schedule[] = [];
  #articles = 0;

  private constructor(world: World, random: () => number) {
    this.world = world;
    this.#random = random;
  }

  static async started(seed: number, readBack: 'yes' | 'no'): Promise<Machine> {
    const random = randomFrom(seed);
    const machine = new Machine(await worldAt(START, random), random);
    machine.world.platform.readBack = readBack;
    machine.#news('new');
    await machine.#start();
    for (const input of INPUTS) await machine.#processes[0]?.scheduling.add(SCOPE, input);
    machine.#schedules = await machine.world.store.schedules.listAll();
    return machine;
  }

  async run(event: Event): Promise<void> {
    const { time } = this.world;
    switch (event.kind) {
      case 'slot': {
        const next = Math.min(...this.#schedules.map((schedule) => nextSlot(schedule, time.now + MINUTE)?.due ?? 0));
        await time.leap(next - MINUTE - time.now);
        return time.pass(event.minutes * MINUTE);
      }
      case 'pass':
        return time.pass(event.minutes * MINUTE);
      case 'sleep':
        return time.leap(event.hours * HOUR);
      case 'start':
        return this.#start();
      case 'kill':
        return this.#processes[event.process]?.killAt(event.step);
      case 'stop':
        return this.#stop(event.process);
      case 'freeze':
        return this.#processes[event.process]?.freeze(event.seconds * 1_000);
      case 'slow':
        return this.#slow(event.queue);
      case 'news':
        return this.#news(event.what);
      case 'weather':
        return this.#weather(event.storm);
      case 'clock':
        return time.set(event.hours * HOUR);
      case 'calm':
        return this.settleDown();
    }
  }

  async settleDown(): Promise<void> {
    const { time, platform } = this.world;
    this.#weather(0);
    await time.set(0);
    for (const process of this.#processes) process.kill();
    platform.latencies = [100, 100];
    platform.queue = 0;
    await this.#start();
    await time.pass(HOUR);
  }

  /**
   * The slots that had to be sent in the last, undisturbed hour: the latest of each schedule within its grace period.
   */
  dueSlots(): readonly { readonly schedule: string; readonly day: string }[] {
    const { now } = this.world.time;
    return this.#schedules.flatMap((schedule) => {
      // A slot that was just due may have waited for the pause of an earlier claim.
      const latest = latestSlot(schedule, now);
      if (
        !latest ||
        latest.due <= schedule.created ||
        latest.due > now - 20 * MINUTE ||
        latest.due + schedule.grace * HOUR < now - 30 * MINUTE
      )
        return [];
      return [{ schedule: schedule.id, day: latest.day }];
    });
  }

  /** All days with a slot of a schedule, up to an hour ago. */
  days(): readonly { readonly schedule: string; readonly day: string }[] {
    return this.#schedules.flatMap((schedule) =>
      daysOf(schedule, this.world.time.now - HOUR).map((day) => ({ schedule: schedule.id, day })),
    );
  }

  slots(): Promise<readonly SlotRecord[]> {
    return this.world.store.slots.history(SCOPE, 10_000);
  }

  /** The number of parent messages of a slot. */
  parentsOf(slot: Pick<SlotRecord, 'schedule' | 'day'>): number {
    return this.world.platform.threadParent(messageKey(slot, 0)).length;
  }

  /** Message keys of more than one message. */
  duplicates(): readonly string[] {
    const marks = this.world.platform.messages.map(({ idempotencyKey }) => idempotencyKey);
    return marks.filter((idempotencyKey, at) => marks.indexOf(idempotencyKey) !== at);
  }

  /** All errors logged by any process. */
  errors(): readonly string[] {
    return this.#processes.flatMap(({ lines }) =>
      lines.filter(({ level }) => level === 'error').map(({ message, details }) => `${message} ${details.err ?? ''}`),
    );
  }

  close(): Promise<void> {
    for (const process of this.#processes) process.kill();
    return this.world.close();
  }

  async #start(): Promise<void> {
    if (this.#processes.filter(({ alive }) => alive).length >= MAX_PROCESSES) return;
    this.#processes.unshift(await this.world.start());
  }

  async #stop(at: number): Promise<void> {
    const process = this.#processes[at];
    if (!process?.alive) return;
    void process.scheduling.stop(5_000);
    await this.world.time.pass(6_000);
    process.kill();
  }

  #news(what: 'new' | 'changed' | 'gone'): void {
    const { entries } = this.world;
    if (what === 'gone') this.world.entries = entries.slice(1);
    else if (what === 'new' || entries.length === 0) {
      this.world.entries = [articleOf(`story ${++this.#articles}`), ...entries];
    } else {
      const [first, ...others] = entries;
      this.world.entries = [articleOf(first?.article.id ?? '', `Edition ${++this.#articles}.`), ...others];
    }
  }

  #slow(queue: number): void {
    const { platform } = this.world;
    platform.latencies = [Math.round(this.#random() * 15_000), Math.round(this.#random() * 4_000)];
    platform.queue = queue * 1_000;
  }

  /** In a storm some requests and responses are lost, some are deferred, and all are slow. */
  #weather(storm: number): void {
    const { platform } = this.world;
    platform.latencies =
      storm === 0 ? [0, 0] : [Math.round(this.#random() * 15_000), Math.round(this.#random() * 4_000)];
    const outcomes: readonly RequestOutcome[] = [
      { kind: 'answer lost' },
      { kind: 'lost' },
      { kind: 'retry', retryAfterMs: 20_000, reason: 'Too many.' },
    ];
    platform.outcome = () =>
      this.#random() < storm
        ? (outcomes[Math.floor(this.#random() * outcomes.length)] as RequestOutcome)
        : { kind: 'taken' };
  }
}

/** The days of a schedule's slots up to an instant, as many as are recorded after downtime. */
function daysOf(schedule: Schedule, until: number): readonly string[] {
  const days: string[] = [];
  let slot = latestSlot(schedule, until);
  while (slot && slot.due > schedule.created && days.length < 25) {
    days.push(slot.day);
    slot = latestSlot(schedule, slot.due - 1);
  }
  return days;
}
