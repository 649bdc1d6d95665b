import { Refused, UserError } from '#core/errors';
import type { Reply } from '#core/reply';
import type { Seat } from '#core/requester';
import type { Schedule } from '#core/schedule';
import type { Scheduling, Upcoming } from '#core/scheduling';
import type { SlotRecord, Tenant } from '#core/store';
import { nextSlot } from '#schedule/timetable/slots';

/** Sunday, 9 March 2025, 21:00 in Seoul. */
const NOW = Date.UTC(2025, 2, 9, 12);

/** Somebody in a made-up workspace, who may change schedules there. */
export const seatOf = (seat: Partial<Seat> = {}): Seat => ({
  platform: 'pigeon',
  workspace: 'loft',
  channel: 'news',
  person: 'kim',
  manages: async () => true,
  zone: async () => 'Asia/Seoul',
  ...seat,
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

/** Schedules in memory, with what was asked for beside them. */
export interface TestScheduling extends Scheduling {
  readonly ran: readonly string[];
  readonly kept: () => readonly Schedule[];
}

const said = (visibility: Reply['visibility'], text: string): Reply => ({
  visibility,
  blocks: [
    { type: 'paragraph', text: [text] },
    { type: 'actions', actions: [{ label: 'Brief', command: 'brief', options: {} }] },
  ],
});

/** Keeps schedules until the end of the test; each workspace sees its own. Channels called `closed` cannot be posted in. */
export function schedulingOf(given: readonly Schedule[] = [], history: readonly SlotRecord[] = []): TestScheduling {
  let all = [...given];
  const ran: string[] = [];
  const isOf =
    ({ platform, workspace }: Tenant) =>
    (one: Tenant): boolean =>
      one.platform === platform && one.workspace === workspace;

  const found = (tenant: Tenant, id: string): Schedule => {
    const schedule = all.filter(isOf(tenant)).find((one) => one.id === id);
    if (!schedule) throw new UserError(`There is no schedule “${id}” here.`);
    return schedule;
  };
  const allowed = async (seat: Seat): Promise<void> => {
    if (!(await seat.manages())) throw new Refused('Only people who may manage this workspace may change schedules.');
  };
  const upcoming = (schedule: Schedule): Upcoming => {
    const next = schedule.paused ? undefined : nextSlot(schedule, NOW);
    return next ? { schedule, next } : { schedule };
  };
  /** Puts another in its place, or none. */
  const change = async (seat: Seat, id: string, into: (old: Schedule) => Schedule | undefined): Promise<Schedule> => {
    await allowed(seat);
    const old = found(seat, id);
    const changed = into(old);
    all = all.flatMap((one) => (one !== old ? [one] : changed ? [changed] : []));
    return changed ?? old;
  };

  return {
    ran,
    kept: () => all,
    async add(seat, { channel = seat.channel, ...wish }) {
      await allowed(seat);
      if (channel === 'closed') throw new Refused('I cannot post in that channel: invite me there first.');
      const { platform, workspace, person: author } = seat;
      const schedule = { ...wish, id: `s${all.length + 1}`, platform, workspace, channel, author, created: NOW };
      all.push(schedule);
      return upcoming(schedule);
    },
    known: (tenant) => all.filter(isOf(tenant)),
    all: async (tenant) => all.filter(isOf(tenant)).map(upcoming),
    pause: (seat, id) => change(seat, id, (old) => ({ ...old, paused: { since: NOW } })),
    resume: async (seat, id) => upcoming(await change(seat, id, ({ paused: _, ...old }) => old)),
    remove: (seat, id) => change(seat, id, () => undefined),
    async preview(tenant, id) {
      const { time } = found(tenant, id);
      return { parent: said('channel', `News of ${time}`), thread: [said('channel', 'The dam, in detail')] };
    },
    async run(seat, id) {
      await change(seat, id, (old) => old);
      ran.push(id);
    },
    history: async (tenant) => history.filter(isOf(tenant)),
  };
}
