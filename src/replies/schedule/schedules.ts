import type { RequestScope } from '#core/access/requester';
import { inEnglish, type Translate } from '#core/messages/index';
import type { Block, Inline, Reply, RichText } from '#core/reply';
import type { Schedule } from '#core/schedule';
import { changedOptions } from '#core/schedule-options';
import type { Post, ScheduleWithNext } from '#core/scheduling';
import { labelOf } from '#lookup/schedules';
import { sayDays, typeDays } from '#lookup/times';
import { action, actions, answer, context, heading, joinWithDots, list, paragraph, select, strong } from '../blocks.ts';
import { showMoment, showWholeMoment } from '../dates.ts';

/** The days of a schedule if none are given. */
export const DEFAULT_DAYS = 'weekdays';

/** `every weekday at 07:30 (Asia/Seoul)` */
const when = ({ days, time, zone }: Schedule, t: Translate): string =>
  t('schedule.when', { days: sayDays(days, t), time, zone });

/** The channel of the schedule, relative to the channel of the reply. */
const where = ({ channel }: Schedule, here: string, t: Translate): Inline =>
  channel === here ? t('schedule.thisChannel') : { text: channel, channel };

/** `every weekday at 07:30 (Asia/Seoul) in this channel` */
export const scheduleText = (schedule: Schedule, here: string, t: Translate = inEnglish): RichText =>
  t.rich('schedule.whenWhere', { when: when(schedule, t), where: where(schedule, here, t) });

/** The same, capitalized for the beginning of a sentence. */
const scheduleTextFirst = (schedule: Schedule, here: string, t: Translate): RichText =>
  t.rich('schedule.whenWhere', { when: capital(when(schedule, t)), where: where(schedule, here, t) });

/** All settings that differ from the defaults. */
const nonDefaults = (schedule: Schedule, t: Translate): readonly string[] =>
  changedOptions(schedule).map(({ label }) => t.message(label));

/** The name that users type. */
export const idOf = ({ id }: Pick<Schedule, 'id'>): Inline => ({ text: id, style: 'code' });

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The actions on schedules, in button order. */
type ActionName = 'preview' | 'run' | 'pause' | 'resume' | 'remove';

const scheduleAction = (name: ActionName, { id }: Schedule, t: Translate) =>
  action(t(`schedule.${name}`), `schedule ${name}`, { schedule: id });
const listAction = (t: Translate) => action(t('schedule.all'), 'schedule list', {});
const statusAction = (t: Translate) => action(t('schedule.status'), 'status', {});

/** Confirms that a schedule was created. */
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

/** The reply if there are no schedules. */
export const emptyText = (t: Translate): RichText =>
  t.rich('schedule.empty', { line: { text: t.command('/schedule add time:07:30'), style: 'code' } });

/** Lists all schedules of a workspace with the actions available for each. */
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
    list(all.map((item) => line(item, requestScope.channel, t))),
    actions(
      ...groups.flatMap(([name, some]) => (some.length === 1 ? some.map((one) => scheduleAction(name, one, t)) : [])),
      statusAction(t),
    ),
    // If there are several, each is selected by its description.
    ...groups.map(([name, some]) =>
      select(
        { label: t(`schedule.${name}`), command: `schedule ${name}`, option: 'schedule', options: {} },
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

/** Since when and why a schedule is paused; in its own time zone or in another one. */
export function pausedText({ paused, zone }: Schedule, shownIn = zone, t: Translate = inEnglish): string {
  const text = paused
    ? t('schedule.pausedSince', { moment: showMoment(paused.since, shownIn, t) })
    : t('schedule.paused');
  return paused?.reason === undefined ? text : t('schedule.pausedWhy', { paused: text, reason: paused.reason });
}

/** Previews a post for one person: the message, then its thread, without buttons. */
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

/** Asks for confirmation of a post outside the schedule, as everybody in the channel sees it. */
export const confirmRun = (schedule: Schedule, here: string, t: Translate): Reply =>
  answer(
    paragraph(...t.rich('schedule.confirmRun', { where: where(schedule, here, t), when: when(schedule, t) })),
    actions(
      action(t('schedule.postNow'), 'schedule run', { schedule: schedule.id, confirmed: 'yes' }),
      scheduleAction('preview', schedule, t),
      listAction(t),
    ),
  );

/** A post requested by a user outside its schedule. */
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

/** Confirms that a schedule was removed, with a button to create it again. */
export const removed = (schedule: Schedule, here: string, t: Translate = inEnglish): Reply =>
  answer(
    paragraph(...t.rich('schedule.removed', { what: scheduleText(schedule, here, t) })),
    actions(action(t('schedule.makeAgain'), 'schedule add', inputOf(schedule)), listAction(t)),
  );

/** The options that recreate a schedule. */
const inputOf = (schedule: Schedule): Readonly<Record<string, string>> => ({
  time: schedule.time,
  days: typeDays(schedule.days),
  timezone: schedule.zone,
  channel: schedule.channel,
  ...Object.fromEntries(changedOptions(schedule).map(({ name, value }) => [name, String(value)])),
});
