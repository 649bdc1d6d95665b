import type { Translate } from '#core/messages/index';
import type { Block, Inline, Reply, RichText } from '#core/reply';
import type { RequestScope } from '#core/requester';
import type { Schedule } from '#core/schedule';
import type { Post, ScheduleWithNext } from '#core/scheduling';
import { labelOf } from '#lookup/schedules';
import { sayDays, typeDays } from '#lookup/times';
import {
  action,
  actions,
  answer,
  context,
  count,
  heading,
  joinWithDots,
  list,
  paragraph,
  select,
  strong,
} from '../blocks.ts';
import { DEFAULT_LENGTH } from '../brief.ts';
import { showMoment, showWholeMoment } from '../dates.ts';

/** What a schedule does where nothing else is said. */
export const DEFAULTS = { days: 'weekdays', length: DEFAULT_LENGTH, empty: 'line', grace: 6 } as const;

/** `every weekday at 07:30 (Asia/Seoul)` */
const when = ({ days, time, zone }: Schedule): string => `${sayDays(days)} at ${time} (${zone})`;

/** The channel it posts to, as seen from the one it is told in. */
const where = ({ channel }: Schedule, here: string): Inline =>
  channel === here ? 'this channel' : { text: channel, channel };

/** `every weekday at 07:30 (Asia/Seoul) in this channel` */
export const scheduleText = (schedule: Schedule, here: string): RichText => [
  `${when(schedule)} in `,
  where(schedule, here),
];

/** Everything that is not as usual. */
const nonDefaults = ({ about, length, empty, grace }: Schedule): readonly string[] => [
  ...(about === undefined ? [] : [`only about “${about}”`]),
  ...(length === DEFAULTS.length ? [] : [`length: ${length}`]),
  ...(empty === DEFAULTS.empty ? [] : ['silent when nothing is new']),
  ...(grace === DEFAULTS.grace ? [] : [`made up within ${count(grace, 'hour')}`]),
];

/** The name that users type. */
export const idOf = ({ id }: Pick<Schedule, 'id'>): Inline => ({ text: id, style: 'code' });

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What can be done with schedules, in the order of its buttons. */
const ACTIONS = {
  preview: { label: 'Preview', command: 'schedule preview' },
  run: { label: 'Run now', command: 'schedule run' },
  pause: { label: 'Pause', command: 'schedule pause' },
  resume: { label: 'Resume', command: 'schedule resume' },
  remove: { label: 'Remove', command: 'schedule remove' },
} as const;

type ActionName = keyof typeof ACTIONS;

const scheduleAction = (name: ActionName, { id }: Schedule) =>
  action(ACTIONS[name].label, ACTIONS[name].command, { schedule: id });
const LIST_ACTION = action('All schedules', 'schedule list', {});
const STATUS_ACTION = action('Status', 'status', {});

/** A schedule that has been made. */
export function added({ schedule, next }: ScheduleWithNext, here: string): Reply {
  const first = next ? `, first on ${showWholeMoment(next.due, schedule.zone)}.` : '.';
  return answer(
    paragraph(capital(when(schedule)), ' in ', where(schedule, here), first),
    context(...joinWithDots([...nonDefaults(schedule), idOf(schedule)])),
    actions(
      scheduleAction('preview', schedule),
      scheduleAction('pause', schedule),
      scheduleAction('remove', schedule),
      LIST_ACTION,
    ),
  );
}

/** What is said where there is none. */
export const EMPTY_TEXT: RichText = [
  'Nothing is scheduled here yet: type ',
  { text: '/schedule add time:07:30', style: 'code' },
  '.',
];

/** All schedules of a workspace, and what can be done with each. */
export function schedules(all: readonly ScheduleWithNext[], seat: RequestScope): Reply {
  if (all.length === 0) return answer(paragraph(...EMPTY_TEXT));
  const everySchedule = all.map(({ schedule }) => schedule);
  const groups: readonly (readonly [way: ActionName, some: readonly Schedule[]])[] = [
    ['preview', everySchedule],
    ['run', everySchedule],
    ['pause', everySchedule.filter(({ paused }) => !paused)],
    ['resume', everySchedule.filter(({ paused }) => paused)],
    ['remove', everySchedule],
  ];
  return answer(
    heading('Schedules', 2),
    context(count(all.length, 'schedule')),
    list(all.map((one) => line(one, seat.channel))),
    actions(
      ...groups.flatMap(([way, some]) => (some.length === 1 ? some.map((one) => scheduleAction(way, one)) : [])),
      STATUS_ACTION,
    ),
    // Where there are several, each is chosen by its words.
    ...groups.map(([way, some]) =>
      select(
        { ...ACTIONS[way], option: 'schedule', options: {} },
        some.map((one) => ({ label: labelOf(one, seat), value: one.id })),
      ),
    ),
  );
}

/** **Every weekday at 07:30 (Asia/Seoul)** in this channel · next Mon 10 March, 07:30 · `s7k2` */
const line = ({ schedule, next }: ScheduleWithNext, here: string): RichText => [
  strong(capital(when(schedule))),
  ' in ',
  where(schedule, here),
  ...nonDefaults(schedule).map((text) => ` · ${text}`),
  ` · ${schedule.paused ? pausedText(schedule) : next ? `next ${showMoment(next.due, schedule.zone)}` : 'never'} · `,
  idOf(schedule),
];

/** Since when it pauses and why; on its own clocks, or on those of another zone. */
export function pausedText({ paused, zone }: Schedule, shownIn = zone): string {
  const since = paused ? ` since ${showMoment(paused.since, shownIn)}` : '';
  return `paused${since}${paused?.reason === undefined ? '' : `: ${paused.reason}`}`;
}

/** A post as it would be sent now, for one person: the message, then what goes in its thread, its buttons left out. */
export const previewed = ({ parent, thread }: Post): Reply =>
  answer(
    { type: 'context', text: ['Preview: only you see this, and nothing has been posted.'], askerOnly: true },
    ...parent.blocks,
    ...thread.flatMap(({ blocks }, at): readonly Block[] => [
      { type: 'divider' },
      context(`In its thread, ${at + 1} of ${thread.length}`),
      ...blocks.filter(({ type }) => type !== 'actions' && type !== 'select'),
    ]),
  );

/** Asks whether a post outside the schedule is meant: everybody in the channel sees it. */
export const confirmRun = (schedule: Schedule, here: string, t: Translate): Reply =>
  answer(
    paragraph(...t.rich('schedule.confirmRun', { where: where(schedule, here), when: when(schedule) })),
    actions(
      action(t('schedule.postNow'), 'schedule run', { schedule: schedule.id, confirmed: 'yes' }),
      scheduleAction('preview', schedule),
      LIST_ACTION,
    ),
  );

/** A post that a user has requested outside its schedule. */
export const runningReply = (id: string): Reply =>
  answer(
    paragraph('It is being posted now, beside its usual times: ', idOf({ id }), '.'),
    actions(STATUS_ACTION, LIST_ACTION),
  );

export const pausedReply = (schedule: Schedule, here: string): Reply =>
  answer(
    paragraph('Paused: ', ...scheduleText(schedule, here), '. Nothing is posted until it is resumed.'),
    actions(scheduleAction('resume', schedule), scheduleAction('remove', schedule), LIST_ACTION),
  );

export const resumed = ({ schedule, next }: ScheduleWithNext, here: string): Reply =>
  answer(
    paragraph(
      'Resumed: ',
      ...scheduleText(schedule, here),
      next ? `, next on ${showWholeMoment(next.due, schedule.zone)}.` : '.',
    ),
    actions(scheduleAction('preview', schedule), scheduleAction('pause', schedule), LIST_ACTION),
  );

/** A schedule that is no more, with a way to make it again. */
export const removed = (schedule: Schedule, here: string): Reply =>
  answer(
    paragraph('Removed: ', ...scheduleText(schedule, here), '. What it has posted stays.'),
    actions(action('Make it again', 'schedule add', inputOf(schedule)), LIST_ACTION),
  );

/** The options that make such a schedule. */
const inputOf = ({ time, days, zone, channel, length, about, empty, grace }: Schedule) => ({
  time,
  days: typeDays(days),
  timezone: zone,
  channel,
  about,
  ...(length === DEFAULTS.length ? {} : { length }),
  ...(empty === DEFAULTS.empty ? {} : { empty }),
  ...(grace === DEFAULTS.grace ? {} : { grace: String(grace) }),
});
