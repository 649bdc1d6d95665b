import { assertManager } from '#core/access/managers';
import type { RequestScope } from '#core/access/requester';
import type { Clock } from '#core/clock';
import { ForbiddenError, UserError } from '#core/errors';
import { message, translatorFor } from '#core/messages/index';
import type { DrawPicture } from '#core/picture';
import type { Publisher, Target } from '#core/publisher';
import type { Schedule } from '#core/schedule';
import type { Post, ScheduleInput, ScheduleWithNext, Scheduling } from '#core/scheduling';
import type { SlotRecord, Store, Tenant } from '#core/storage/store';
import { labelOf, noSchedule } from '#lookup/schedules';
import { fold } from '#text/fold';
import type { ArticleVersions } from './delivery/article-versions.ts';
import type { ReaderUrl } from './delivery/attempt.ts';
import { compose, isEmptyPost, postMessages } from './delivery/compose.ts';
import { nothingNew } from './delivery/notices.ts';
import { newScheduleId } from './ids.ts';
import type { ScheduleCache } from './schedule-cache.ts';
import { dayIn, nextSlot } from './timetable/slots.ts';

export interface OperationsDeps {
  readonly store: Store;
  readonly articleVersions: ArticleVersions;
  readonly scheduleCache: ScheduleCache;
  readonly clock: Clock;
  readonly random: () => number;
  readonly publisherOf: (platform: string) => Publisher | undefined;
  /** Absent if no pictures are drawn. */
  readonly drawPicture?: DrawPicture;
  readonly readerUrl?: ReaderUrl;
  /** Reloads the schedules of a workspace. */
  readonly refresh: (tenant: Tenant) => Promise<void>;
  /** Wakes the runner. */
  readonly wake: () => void;
}

/** How many slots the history contains. */
const MAX_HISTORY = 50;

/** Two attempts are rare, three do not happen in practice. */
const MAX_ID_ATTEMPTS = 20;

const MINUTE_MS = 60_000;

/** The operations of /schedule, each limited to the requester's workspace. */
export class Operations implements Scheduling {
  readonly #deps: OperationsDeps;
  /** Resolves when the schedule being added is stored. */
  #running: Promise<void> = Promise.resolve();

  constructor(deps: OperationsDeps) {
    this.#deps = deps;
  }

  async add(scope: RequestScope, input: ScheduleInput): Promise<ScheduleWithNext> {
    await assertManager(scope, 'schedule');
    const made = { ...toSchedule(scope, input), created: this.#now() };
    await this.#assertPostable(made);
    const schedule = await this.#addOnce(scope, made);
    await this.#deps.refresh(scope);
    return this.#upcoming(schedule);
  }

  cached(tenant: Tenant): readonly Schedule[] {
    return this.#deps.scheduleCache.of(tenant);
  }

  async list(tenant: Tenant): Promise<readonly ScheduleWithNext[]> {
    return (await this.#deps.store.schedules.list(tenant)).map((schedule) => this.#upcoming(schedule));
  }

  async pause(scope: RequestScope, id: string): Promise<Schedule> {
    await assertManager(scope, 'schedule');
    const schedule = await this.#find(scope, id);
    await this.#deps.store.schedules.pause(scope, schedule.id, { since: this.#now() });
    await this.#deps.refresh(scope);
    return this.#find(scope, schedule.id);
  }

  async resume(scope: RequestScope, id: string): Promise<ScheduleWithNext> {
    await assertManager(scope, 'schedule');
    const schedule = await this.#find(scope, id);
    await this.#assertPostable(schedule);
    await this.#deps.store.schedules.resume(scope, schedule.id, this.#now());
    await this.#deps.refresh(scope);
    return this.#upcoming(await this.#find(scope, schedule.id));
  }

  async remove(scope: RequestScope, id: string): Promise<Schedule> {
    await assertManager(scope, 'schedule');
    const schedule = await this.#find(scope, id);
    await this.#deps.store.schedules.remove(scope, schedule.id);
    await this.#deps.refresh(scope);
    return schedule;
  }

  async preview(tenant: Tenant, id: string): Promise<Post> {
    const { articleVersions, drawPicture, readerUrl } = this.#deps;
    const schedule = await this.#find(tenant, id);
    const day = this.#upcoming(schedule).next?.day ?? dayIn(schedule.zone, this.#now());
    const content = await compose(this.#deps, schedule, { day, late: false });
    const rename = this.#deps.publisherOf(schedule.platform)?.renameCommands;
    const [parent, ...thread] = await postMessages(content, articleVersions, {
      ...{ draw: drawPicture, rename },
      readerUrl: (article) => readerUrl?.(tenant, article),
    });
    if (!parent || isEmptyPost(content, schedule)) return { parent: nothingNew(schedule), thread: [] };
    return { parent: parent.reply, thread: thread.map(({ reply }) => reply) };
  }

  async run(scope: RequestScope, id: string): Promise<void> {
    await assertManager(scope, 'schedule');
    const schedule = await this.#find(scope, id);
    await this.#assertPostable(schedule);
    const slot = manualSlot(schedule, this.#now());
    await this.#oneByOne(async () => {
      const recent = await this.#deps.store.slots.history(scope, MAX_HISTORY);
      if (recent.some(({ schedule: id, day }) => id === slot.schedule && day === slot.day))
        throw new ForbiddenError(message('error.ranAlready'));
      await this.#deps.store.slots.insert([slot]);
    });
    this.#deps.wake();
  }

  history(tenant: Tenant): Promise<readonly SlotRecord[]> {
    return this.#deps.store.slots.history(tenant, MAX_HISTORY);
  }

  #now(): number {
    return this.#deps.clock.now();
  }

  /** Refuses a duplicate. */
  #addOnce(scope: RequestScope, made: Omit<Schedule, 'id'>): Promise<Schedule> {
    return this.#oneByOne(async () => {
      const existing = (await this.#deps.store.schedules.list(scope)).find((schedule) => isSame(schedule, made));
      if (existing) {
        // The language of the new schedule is that of the user.
        const schedule = labelOf(existing, scope, translatorFor(made.language));
        throw new UserError(message('error.scheduled', { schedule }));
      }
      return await this.#keep(made);
    });
  }

  /** Runs what checks the store before it writes; concurrent requests are processed one after the other. */
  async #oneByOne<Result>(step: () => Promise<Result>): Promise<Result> {
    const before = this.#running;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#running = promise;
    try {
      await before;
      return await step();
    } finally {
      resolve();
    }
  }

  /** Stores it under an unused ID. */
  async #keep(made: Omit<Schedule, 'id'>): Promise<Schedule> {
    for (let tries = 0; tries < MAX_ID_ATTEMPTS; tries++) {
      const schedule = { ...made, id: newScheduleId(this.#deps.random) };
      if (await this.#deps.store.schedules.add(schedule)) return schedule;
    }
    throw new Error('no free id was found for a schedule');
  }

  #upcoming(schedule: Schedule): ScheduleWithNext {
    const next = schedule.paused ? undefined : nextSlot(schedule, this.#now());
    return next ? { schedule, next } : { schedule };
  }

  async #find(tenant: Tenant, id: string): Promise<Schedule> {
    const schedule = (await this.#deps.store.schedules.list(tenant)).find(
      (candidate) => candidate.id === id.toLowerCase(),
    );
    if (schedule) return schedule;
    throw noSchedule(id);
  }

  /** @throws ForbiddenError if posting to the channel is impossible. */
  async #assertPostable({ platform, workspace, channel }: Target): Promise<void> {
    const publisher = this.#deps.publisherOf(platform);
    if (!publisher) throw new ForbiddenError(message('error.cannotPost'));
    const reason = await publisher.whyCannotPost({ platform, workspace, channel });
    if (reason !== undefined) throw new ForbiddenError(reason);
  }
}

/** Whether two schedules would post the same at the same times to the same channel. */
const isSame = (schedule: Omit<Schedule, 'id'>, other: Omit<Schedule, 'id'>): boolean =>
  schedule.channel === other.channel &&
  schedule.time === other.time &&
  schedule.days.join() === other.days.join() &&
  schedule.zone === other.zone &&
  fold(schedule.about ?? '').trim() === fold(other.about ?? '').trim();

const toSchedule = (
  { platform, workspace, channel, userId }: RequestScope,
  input: ScheduleInput,
): Omit<Schedule, 'id' | 'created'> => ({ channel, ...input, platform, workspace, author: userId });

/** A slot outside the schedule, named by its minute (UTC), so that a button pressed twice posts once. */
function manualSlot({ id, platform, workspace, channel }: Schedule, now: number): SlotRecord {
  const minute = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  const day = `now ${new Date(minute).toISOString().slice(0, 16).replace('T', ' ')}`;
  return {
    ...{ schedule: id, platform, workspace, channel, day, due: now, since: now },
    ...{ state: 'due', late: false, manual: true, attempts: 0 },
  };
}
