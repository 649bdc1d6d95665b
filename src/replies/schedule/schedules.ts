import type { RequestScope } from '#core/access/requester';
import { inEnglish, type Translate } from '#core/messages/index';
import type { Block, Inline, Reply, RichText } from '#core/reply';
import type { Schedule } from '#core/schedule';
import type { Post, ScheduleWithNext } from '#core/scheduling';
import { labelOf } from '#lookup/schedules';
import { sayDays, typeDays } from '#lookup/times';
import { action, actions, answer, context, heading, joinWithDots, list, paragraph, select, strong } from '../blocks.ts';
import { DEFAULT_LENGTH } from '../brief.ts';
import { showMoment, showWholeMoment } from '../dates.ts';

/** What a schedule does where nothing else is said. */
export const DEFAULTS = { days: 'weekdays', length: DEFAULT_LENGTH, empty: 'line', grace: 6 } as const;

/** `every weekday at 07:30 (Asia/Seoul)` */
const when = ({ days, time, zone }: Schedule, t: Translate): string =>
  t('schedule.when', { days: sayDays(days, t), time, zone });

/** The channel it posts to, as seen from the channel of the answer. */
const where = ({ channel }: Schedule, here: string, t: Translate): Inline =>
  channel === here ? t('schedule.thisChannel') : { text: channel, channel };

/** `every weekday at 07:30 (Asia/Seoul) in this channel` */
export const scheduleText = (schedule: Schedule, here: string, t: Translate = inEnglish): RichText =>
  t.rich('schedule.whenWhere', { when: when(schedule, t), where: where(schedule, here, t) });

/** The same at the beginning of a sentence. */
const scheduleTextFirst = (schedule: Schedule, here: string, t: Translate): RichText =>
  t.rich('schedule.whenWhere', { when: capital(when(schedule, t)), where: where(schedule, here, t) });

/** Everything that is not as usual. */
const nonDefaults = ({ about, length, empty, grace }: Schedule, t: Translate): readonly string[] => [
  ...(about === undefined ? [] : [t('schedule.onlyAbout', { about })]),
  ...(length === DEFAULTS.length ? [] : [t('schedule.length', { length })]),
  ...(empty === DEFAULTS.empty ? [] : [t('schedule.silent')]),
  ...(grace === DEFAULTS.grace ? [] : [t('schedule.grace', { hours: grace })]),
];

/** The name that users type. */
export const idOf = ({ id }: Pick<Schedule, 'id'>): Inline => ({ text: id, style: 'code' });

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What can be done with schedules, in the order of its buttons. */
type ActionName = 'preview' | 'run' | 'pause' | 'resume' | 'remove';

const scheduleAction = (name: ActionName, { id }: Schedule, t: Translate) =>
  action(t(`schedule.${name}`), `schedule ${name}`, { schedule: id });
const listAction = (t: Translate) => action(t('schedule.all'), 'schedule list', {});
const statusAction = (t: Translate) => action(t('schedule.status'), 'status', {});

/** A schedule that has been made. */
export function added({ schedule, next }: ScheduleWithNext, here: string, t: Translate = inEnglish): Reply {
  const what = scheduleTextFirst(schedule, here, t);
  const first = next && showWholeMoment(next.due, schedule.zone, t);
  return answer(
    paragraph(
      ...(first === undefined ? t.rich('schedule.added', { what }) : t.rich('schedule.addedFirst', { what, first })),
    ),
    context(...joinWithDots([...nonDefaults(schedule, t), idOf(schedule)])),
    actions(
      scheduleAction('preview', schedule, t),
      scheduleAction('pause', schedule, t),
      scheduleAction('remove', schedule, t),
      listAction(t),
    ),
  );
}

/** What is said where there is none. */
export const emptyText = (t: Translate): RichText =>
  t.rich('schedule.empty', { line: { text: '/schedule add time:07:30', style: 'code' } });

/** All schedules of a workspace, and what can be done with each. */
export function schedules(
  all: readonly ScheduleWithNext[],
  requestScope: RequestScope,
  t: Translate = inEnglish,
): Reply {
  if (all.length === 0) return answer(paragraph(...emptyText(t)));
  const everySchedule = all.map(({ schedule }) => schedule);
  const groups: readonly (readonly [way: ActionName, some: readonly Schedule[]])[] = [
    ['preview', everySchedule],
    ['run', everySchedule],
    ['pause', everySchedule.filter(({ paused }) => !paused)],
    ['resume', everySchedule.filter(({ paused }) => paused)],
    ['remove', everySchedule],
  ];
  return answer(
    heading(t('schedule.title'), 2),
    context(t('schedule.count', { count: all.length })),
    list(all.map((one) => line(one, requestScope.channel, t))),
    actions(
      ...groups.flatMap(([way, some]) => (some.length === 1 ? some.map((one) => scheduleAction(way, one, t)) : [])),
      statusAction(t),
    ),
    // Where there are several, each is chosen by its words.
    ...groups.map(([way, some]) =>
      select(
        { label: t(`schedule.${way}`), command: `schedule ${way}`, option: 'schedule', options: {} },
        some.map((one) => ({ label: labelOf(one, requestScope, t), value: one.id })),
      ),
    ),
  );
}

/** **Every weekday at 07:30 (Asia/Seoul)** in this channel · next Mon 10 March, 07:30 · `s7k2` */
const line = ({ schedule, next }: ScheduleWithNext, here: string, t: Translate): RichText => [
  ...t.rich('schedule.whenWhere', { when: strong(capital(when(schedule, t))), where: where(schedule, here, t) }),
  ...nonDefaults(schedule, t).map((text) => ` · ${text}`),
  ` · ${nextText({ schedule, ...(next && { next }) }, t)} · `,
  idOf(schedule),
];

function nextText({ schedule, next }: ScheduleWithNext, t: Translate): string {
  if (schedule.paused) return pausedText(schedule, schedule.zone, t);
  return next ? t('schedule.next', { moment: showMoment(next.due, schedule.zone, t) }) : t('schedule.never');
}

/** Since when it pauses and why; on its own clocks, or on those of another zone. */
export function pausedText({ paused, zone }: Schedule, shownIn = zone, t: Translate = inEnglish): string {
  const text = paused
    ? t('schedule.pausedSince', { moment: showMoment(paused.since, shownIn, t) })
    : t('schedule.paused');
  return paused?.reason === undefined ? text : t('schedule.pausedWhy', { paused: text, reason: paused.reason });
}

/** A post as it would be sent now, for one person: the message, then what goes in its thread, its buttons left out. */
export const previewed = ({ parent, thread }: Post, t: Translate = inEnglish): Reply =>
  answer(
    { type: 'context', text: [t('schedule.previewNote')], askerOnly: true },
    ...parent.blocks,
    ...thread.flatMap(({ blocks }, at): readonly Block[] => [
      { type: 'divider' },
      context(t('schedule.inThread', { number: at + 1, total: thread.length })),
      ...blocks.filter(({ type }) => type !== 'actions' && type !== 'select'),
    ]),
  );

/** Asks whether a post outside the schedule is meant: everybody in the channel sees it. */
export const confirmRun = (schedule: Schedule, here: string, t: Translate): Reply =>
  answer(
    paragraph(...t.rich('schedule.confirmRun', { where: where(schedule, here, t), when: when(schedule, t) })),
    actions(
      action(t('schedule.postNow'), 'schedule run', { schedule: schedule.id, confirmed: 'yes' }),
      scheduleAction('preview', schedule, t),
      listAction(t),
    ),
  );

/** A post that a user has requested outside its schedule. */
export const runningReply = (id: string, t: Translate = inEnglish): Reply =>
  answer(paragraph(...t.rich('schedule.running', { id: idOf({ id }) })), actions(statusAction(t), listAction(t)));

export const pausedReply = (schedule: Schedule, here: string, t: Translate = inEnglish): Reply =>
  answer(
    paragraph(...t.rich('schedule.pausedReply', { what: scheduleText(schedule, here, t) })),
    actions(scheduleAction('resume', schedule, t), scheduleAction('remove', schedule, t), listAction(t)),
  );

export const resumed = ({ schedule, next }: ScheduleWithNext, here: string, t: Translate = inEnglish): Reply =>
  answer(
    paragraph(
      ...(next
        ? t.rich('schedule.resumedNext', {
            what: scheduleText(schedule, here, t),
            next: showWholeMoment(next.due, schedule.zone, t),
          })
        : t.rich('schedule.resumed', { what: scheduleText(schedule, here, t) })),
    ),
    actions(scheduleAction('preview', schedule, t), scheduleAction('pause', schedule, t), listAction(t)),
  );

/** A schedule that is no more, with a way to make it again. */
export const removed = (schedule: Schedule, here: string, t: Translate = inEnglish): Reply =>
  answer(
    paragraph(...t.rich('schedule.removed', { what: scheduleText(schedule, here, t) })),
    actions(action(t('schedule.makeAgain'), 'schedule add', inputOf(schedule)), listAction(t)),
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
