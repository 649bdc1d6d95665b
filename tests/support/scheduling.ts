import { assertManager } from '#core/access/managers';
import type { RequestScope } from '#core/access/requester';
import { ForbiddenError } from '#core/errors';
import type { Reply } from '#core/reply';
import type { Schedule } from '#core/schedule';
import type { ScheduleWithNext, Scheduling } from '#core/scheduling';
import type { SlotRecord, Tenant } from '#core/storage/store';
import { noSchedule } from '#lookup/schedules';
import { nextSlot } from '#schedule/timetable/slots';

/** Sunday, 9 March 2025, 21:00 in Seoul. */
const NOW = Date.UTC(2025, 2, 9, 12);

/** The request scope of a user of an invented workspace with permission to change schedules. */
export const scopeOf = (scope: Partial<RequestScope> = {}): RequestScope => ({
  platform: 'pigeon',
  workspace: 'loft',
  channel: 'news',
  userId: 'kim',
  canManageSchedules: async () => true,
  timeZone: async () => 'Asia/Seoul',
  ...scope,
});

/** A schedule of that workspace: every weekday at 07:30 in Seoul. */
export const scheduleOf = (schedule: Partial<Schedule> = {}): Schedule => ({
  id: 's1',
  platform: 'pigeon',
  workspace: 'loft',
  channel: 'news',
  time: '07:30',
  days: [1, 2, 3, 4, 5],
  zone: 'Asia/Seoul',
  length: 'short',
  empty: 'line',
  grace: 6,
  author: 'kim',
  created: NOW,
  ...schedule,
});

/** A slot of that schedule: the one of Friday, sent. */
export const slotOf = (slot: Partial<SlotRecord> = {}): SlotRecord => ({
  schedule: 's1',
  platform: 'pigeon',
  workspace: 'loft',
  channel: 'news',
  day: '2025-03-07',
  due: Date.UTC(2025, 2, 6, 22, 30),
  state: 'sent',
  late: false,
  manual: false,
  attempts: 1,
  since: Date.UTC(2025, 2, 6, 22, 30),
  ...slot,
});

/** Scheduling in memory, which records what was requested. */
export interface TestScheduling extends Scheduling {
  readonly ran: readonly string[];
  readonly kept: () => readonly Schedule[];
}

const replyOf = (visibility: Reply['visibility'], text: string): Reply => ({
  visibility,
  blocks: [
    { type: 'paragraph', text: [text] },
    { type: 'actions', actions: [{ label: 'Brief', command: 'brief', options: {} }] },
  ],
});

/**
 * Makes scheduling in memory; each workspace sees its own schedules. Posting to channels named `closed` is impossible.
 */
export function schedulingOf(initial: readonly Schedule[] = [], history: readonly SlotRecord[] = []): TestScheduling {
  let all = [...initial];
  const ran: string[] = [];
  const isOf =
    ({ platform, workspace }: Tenant) =>
    (other: Tenant): boolean =>
      other.platform === platform && other.workspace === workspace;

  const findSchedule = (tenant: Tenant, id: string): Schedule => {
    const schedule = all.filter(isOf(tenant)).find((other) => other.id === id);
    if (!schedule) throw noSchedule(id);
    return schedule;
  };
  const withNext = (schedule: Schedule): ScheduleWithNext => {
    const next = schedule.paused ? undefined : nextSlot(schedule, NOW);
    return next ? { schedule, next } : { schedule };
  };
  /** Replaces or removes a schedule. */
  const change = async (
    scope: RequestScope,
    id: string,
    into: (old: Schedule) => Schedule | undefined,
  ): Promise<Schedule> => {
    await assertManager(scope, 'schedule');
    const old = findSchedule(scope, id);
    const changed = into(old);
    all = all.flatMap((other) => (other !== old ? [other] : changed ? [changed] : []));
    return changed ?? old;
  };

  return {
    ran,
    kept: () => all,
    async add(scope, { channel = scope.channel, ...input }) {
      await assertManager(scope, 'schedule');
      if (channel === 'closed') throw new ForbiddenError('I cannot post in that channel: invite me there first.');
      const { platform, workspace, userId: author } = scope;
      const schedule = { ...input, id: `s${all.length + 1}`, platform, workspace, channel, author, created: NOW };
      all.push(schedule);
      return withNext(schedule);
    },
    cached: (tenant) => all.filter(isOf(tenant)),
    list: async (tenant) => all.filter(isOf(tenant)).map(withNext),
    pause: (scope, id) => change(scope, id, (old) => ({ ...old, paused: { since: NOW } })),
    resume: async (scope, id) => withNext(await change(scope, id, ({ paused: _, ...old }) => old)),
    remove: (scope, id) => change(scope, id, () => undefined),
    async preview(tenant, id) {
      const { time } = findSchedule(tenant, id);
      return { parent: replyOf('channel', `News of ${time}`), thread: [replyOf('channel', 'The dam, in detail')] };
    },
    async run(scope, id) {
      await change(scope, id, (old) => old);
      ran.push(id);
    },
    history: async (tenant) => history.filter(isOf(tenant)),
  };
}
