import type { Clock } from '#core/clock';
import { Refused, UserError } from '#core/errors';
import type { Poster, Target } from '#core/publisher';
import type { Seat } from '#core/requester';
import type { Schedule } from '#core/schedule';
import type { Post, Scheduling, Upcoming, Wish } from '#core/scheduling';
import type { SlotRecord, Store, Tenant } from '#core/store';
import { echo } from '#lookup';
import type { Editions } from './delivery/article-versions.ts';
import { compose, isSilent, lettersOf } from './delivery/compose.ts';
import { silence } from './delivery/notices.ts';
import { newScheduleId } from './ids.ts';
import type { Roster } from './schedule-cache.ts';
import { dayIn, nextSlot } from './timetable/slots.ts';

export interface OperationsNeeds {
  readonly store: Store;
  readonly editions: Editions;
  readonly roster: Roster;
  readonly clock: Clock;
  readonly random: () => number;
  readonly posterOf: (platform: string) => Poster | undefined;
  /** Takes a change of a workspace's schedules in. */
  readonly changed: (tenant: Tenant) => Promise<void>;
  /** Lets whoever posts look again. */
  readonly nudge: () => void;
}

/** So many slots are looked back on. */
const HISTORY = 50;

/** Two tries are rare, three are not seen. */
const MOST_TRIES = 20;

const MINUTE = 60_000;

/** What people ask for, within the lines of their workspace. */
export class Operations implements Scheduling {
  readonly #needs: OperationsNeeds;

  constructor(needs: OperationsNeeds) {
    this.#needs = needs;
  }

  async add(seat: Seat, wish: Wish): Promise<Upcoming> {
    await allowed(seat);
    const made = { ...wished(seat, wish), created: this.#now() };
    await this.#reach(made);
    const schedule = await this.#keep(made);
    await this.#needs.changed(seat);
    return this.#upcoming(schedule);
  }

  known(tenant: Tenant): readonly Schedule[] {
    return this.#needs.roster.of(tenant);
  }

  async all(tenant: Tenant): Promise<readonly Upcoming[]> {
    return (await this.#needs.store.schedules.of(tenant)).map((schedule) => this.#upcoming(schedule));
  }

  async pause(seat: Seat, id: string): Promise<Schedule> {
    await allowed(seat);
    const schedule = await this.#find(seat, id);
    await this.#needs.store.schedules.pause(seat, schedule.id, { since: this.#now() });
    await this.#needs.changed(seat);
    return this.#find(seat, schedule.id);
  }

  async resume(seat: Seat, id: string): Promise<Upcoming> {
    await allowed(seat);
    const schedule = await this.#find(seat, id);
    await this.#reach(schedule);
    await this.#needs.store.schedules.resume(seat, schedule.id, this.#now());
    await this.#needs.changed(seat);
    return this.#upcoming(await this.#find(seat, schedule.id));
  }

  async remove(seat: Seat, id: string): Promise<Schedule> {
    await allowed(seat);
    const schedule = await this.#find(seat, id);
    await this.#needs.store.schedules.remove(seat, schedule.id);
    await this.#needs.changed(seat);
    return schedule;
  }

  async preview(tenant: Tenant, id: string): Promise<Post> {
    const { editions } = this.#needs;
    const schedule = await this.#find(tenant, id);
    const day = this.#upcoming(schedule).next?.day ?? dayIn(schedule.zone, this.#now());
    const content = await compose(this.#needs, schedule, { day, late: false });
    const [parent, ...thread] = await lettersOf(content, editions);
    if (!parent || isSilent(content, schedule)) return { parent: silence(), thread: [] };
    return { parent: parent.reply, thread: thread.map(({ reply }) => reply) };
  }

  async run(seat: Seat, id: string): Promise<void> {
    await allowed(seat);
    const schedule = await this.#find(seat, id);
    await this.#reach(schedule);
    await this.#needs.store.ledger.enter([manualSlot(schedule, this.#now())]);
    this.#needs.nudge();
  }

  history(tenant: Tenant): Promise<readonly SlotRecord[]> {
    return this.#needs.store.ledger.history(tenant, HISTORY);
  }

  #now(): number {
    return this.#needs.clock.now();
  }

  /** Keeps it under an id that nobody else has, or ever had. */
  async #keep(made: Omit<Schedule, 'id'>): Promise<Schedule> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const schedule = { ...made, id: newScheduleId(this.#needs.random) };
      if (await this.#needs.store.schedules.add(schedule)) return schedule;
    }
    throw new Error('no free id was found for a schedule');
  }

  #upcoming(schedule: Schedule): Upcoming {
    const next = schedule.paused ? undefined : nextSlot(schedule, this.#now());
    return next ? { schedule, next } : { schedule };
  }

  async #find(tenant: Tenant, id: string): Promise<Schedule> {
    const schedule = (await this.#needs.store.schedules.of(tenant)).find((one) => one.id === id.toLowerCase());
    if (schedule) return schedule;
    throw new UserError(`There is no schedule “${echo(id)}” here: type /schedule list for those there are.`);
  }

  /** @throws Refused where the channel cannot be posted in. */
  async #reach({ platform, workspace, channel }: Target): Promise<void> {
    const poster = this.#needs.posterOf(platform);
    if (!poster) throw new Refused('Nothing can be posted here at present: try again in a minute.');
    const obstacle = await poster.obstacle({ platform, workspace, channel });
    if (obstacle !== undefined) throw new Refused(obstacle);
  }
}

async function allowed(seat: Seat): Promise<void> {
  if (await seat.manages()) return;
  const { managers = 'people who may manage this place' } = seat;
  throw new Refused(`Only ${managers} may change its schedules. Everybody may type /schedule list.`);
}

const wished = (seat: Seat, wish: Wish): Omit<Schedule, 'id' | 'created'> => ({
  platform: seat.platform,
  workspace: seat.workspace,
  channel: wish.channel ?? seat.channel,
  time: wish.time,
  days: wish.days,
  zone: wish.zone,
  length: wish.length,
  empty: wish.empty,
  grace: wish.grace,
  author: seat.person,
  ...(wish.about === undefined ? {} : { about: wish.about }),
});

/** Beside the schedule, named by its minute (UTC): whoever presses twice gets it once. */
function manualSlot({ id, platform, workspace, channel }: Schedule, now: number): SlotRecord {
  const minute = Math.floor(now / MINUTE) * MINUTE;
  const day = `now ${new Date(minute).toISOString().slice(0, 16).replace('T', ' ')}`;
  return {
    ...{ schedule: id, platform, workspace, channel, day, due: now, since: now },
    ...{ state: 'due', late: false, manual: true, attempts: 0 },
  };
}
