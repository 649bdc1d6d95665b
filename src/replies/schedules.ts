import type { Block, Inline, Reply, RichText } from '#core/reply';
import type { Seat } from '#core/requester';
import type { Schedule } from '#core/schedule';
import type { Post, Upcoming } from '#core/scheduling';
import { labelOf } from '#lookup/schedules';
import { sayDays, typeDays } from '#lookup/times';
import { action, actions, answer, context, count, dotted, heading, list, paragraph, select, strong } from './blocks.ts';
import { DEFAULT_LENGTH } from './brief.ts';
import { showMoment, showWholeMoment } from './dates.ts';

/** What a schedule does where nothing else is said. */
export const USUAL = { days: 'weekdays', length: DEFAULT_LENGTH, empty: 'line', grace: 6 } as const;

/** `every weekday at 07:30 (Asia/Seoul)` */
const when = ({ days, time, zone }: Schedule): string => `${sayDays(days)} at ${time} (${zone})`;

/** The channel it posts to, as seen from the one it is told in. */
const where = ({ channel }: Schedule, here: string): Inline =>
  channel === here ? 'this channel' : { text: channel, channel };

/** `every weekday at 07:30 (Asia/Seoul) in this channel` */
export const inWords = (schedule: Schedule, here: string): RichText => [`${when(schedule)} in `, where(schedule, here)];

/** Everything that is not as usual. */
const details = ({ about, length, empty, grace }: Schedule): readonly string[] => [
  ...(about === undefined ? [] : [`only about “${about}”`]),
  ...(length === USUAL.length ? [] : [`length: ${length}`]),
  ...(empty === USUAL.empty ? [] : ['silent when nothing is new']),
  ...(grace === USUAL.grace ? [] : [`made up within ${count(grace, 'hour')}`]),
];

/** Its name for whoever types. */
export const idOf = ({ id }: Pick<Schedule, 'id'>): Inline => ({ text: id, style: 'code' });

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What can be done with schedules, in the order of its buttons. */
const WAYS = {
  preview: { label: 'Preview', command: 'schedule preview' },
  run: { label: 'Run now', command: 'schedule run' },
  pause: { label: 'Pause', command: 'schedule pause' },
  resume: { label: 'Resume', command: 'schedule resume' },
  remove: { label: 'Remove', command: 'schedule remove' },
} as const;

type Way = keyof typeof WAYS;

const to = (way: Way, { id }: Schedule) => action(WAYS[way].label, WAYS[way].command, { schedule: id });
const LIST = action('All schedules', 'schedule list', {});
const STATUS = action('Status', 'status', {});

/** A schedule that has been made. */
export function added({ schedule, next }: Upcoming, here: string): Reply {
  const first = next ? `, first on ${showWholeMoment(next.due, schedule.zone)}.` : '.';
  return answer(
    paragraph(capital(when(schedule)), ' in ', where(schedule, here), first),
    context(...dotted([...details(schedule), idOf(schedule)])),
    actions(to('preview', schedule), to('pause', schedule), to('remove', schedule), LIST),
  );
}

/** What is said where there is none. */
export const NONE: RichText = [
  'Nothing is scheduled here yet: type ',
  { text: '/schedule add time:07:30', style: 'code' },
  '.',
];

/** All schedules of a workspace, and what can be done with each. */
export function schedules(all: readonly Upcoming[], seat: Seat): Reply {
  if (all.length === 0) return answer(paragraph(...NONE));
  const each = all.map(({ schedule }) => schedule);
  const ways: readonly (readonly [way: Way, some: readonly Schedule[]])[] = [
    ['preview', each],
    ['run', each],
    ['pause', each.filter(({ paused }) => !paused)],
    ['resume', each.filter(({ paused }) => paused)],
    ['remove', each],
  ];
  return answer(
    heading('Schedules', 2),
    context(count(all.length, 'schedule')),
    list(all.map((one) => line(one, seat.channel))),
    actions(...ways.flatMap(([way, some]) => (some.length === 1 ? some.map((one) => to(way, one)) : [])), STATUS),
    // Where there are several, each is chosen by its words.
    ...ways.map(([way, some]) =>
      select(
        { ...WAYS[way], option: 'schedule', options: {} },
        some.map((one) => ({ label: labelOf(one, seat), value: one.id })),
      ),
    ),
  );
}

/** **Every weekday at 07:30 (Asia/Seoul)** in this channel · next Mon 10 March, 07:30 · `s7k2` */
const line = ({ schedule, next }: Upcoming, here: string): RichText => [
  strong(capital(when(schedule))),
  ' in ',
  where(schedule, here),
  ...details(schedule).map((text) => ` · ${text}`),
  ` · ${schedule.paused ? paused(schedule) : next ? `next ${showMoment(next.due, schedule.zone)}` : 'never'} · `,
  idOf(schedule),
];

/** Since when it pauses and why; on its own clocks, or on those of another zone. */
export function paused({ paused, zone }: Schedule, shownIn = zone): string {
  const since = paused ? ` since ${showMoment(paused.since, shownIn)}` : '';
  return `paused${since}${paused?.reason === undefined ? '' : `: ${paused.reason}`}`;
}

/** A post as it would be sent now, for one person: the message, then what goes in its thread, its buttons left out. */
export const previewed = ({ parent, thread }: Post): Reply =>
  answer(
    context('Preview: nobody but you sees this, and nothing has been posted.'),
    ...parent.blocks,
    ...thread.flatMap(({ blocks }, at): readonly Block[] => [
      { type: 'divider' },
      context(`In its thread, ${at + 1} of ${thread.length}`),
      ...blocks.filter(({ type }) => type !== 'actions' && type !== 'select'),
    ]),
  );

/** A post that somebody has asked for beside its schedule. */
export const running = (id: string): Reply =>
  answer(paragraph('It is being posted now, beside its usual times: ', idOf({ id }), '.'), actions(STATUS, LIST));

export const pausing = (schedule: Schedule, here: string): Reply =>
  answer(
    paragraph('Paused: ', ...inWords(schedule, here), '. Nothing is posted until it is resumed.'),
    actions(to('resume', schedule), to('remove', schedule), LIST),
  );

export const resumed = ({ schedule, next }: Upcoming, here: string): Reply =>
  answer(
    paragraph(
      'Resumed: ',
      ...inWords(schedule, here),
      next ? `, next on ${showWholeMoment(next.due, schedule.zone)}.` : '.',
    ),
    actions(to('preview', schedule), to('pause', schedule), LIST),
  );

/** A schedule that is no more, with a way to make it again. */
export const removed = (schedule: Schedule, here: string): Reply =>
  answer(
    paragraph('Removed: ', ...inWords(schedule, here), '. What it has posted stays.'),
    actions(action('Make it again', 'schedule add', wishFor(schedule)), LIST),
  );

/** The options that make such a schedule. */
const wishFor = ({ time, days, zone, channel, length, about, empty, grace }: Schedule) => ({
  time,
  days: typeDays(days),
  timezone: zone,
  channel,
  about,
  ...(length === USUAL.length ? {} : { length }),
  ...(empty === USUAL.empty ? {} : { empty }),
  ...(grace === USUAL.grace ? {} : { grace: String(grace) }),
});
