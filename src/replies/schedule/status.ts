import { inEnglish, type Translate } from '#core/messages/index';
import type { Reply, RichText } from '#core/reply';
import type { Schedule, SlotState } from '#core/schedule';
import type { ScheduleWithNext } from '#core/scheduling';
import type { SlotRecord } from '#core/storage/store';
import { action, actions, answer, context, heading, list, paragraph } from '../blocks.ts';
import { showMoment } from '../dates.ts';
import { emptyText, idOf, pausedText, scheduleText } from './schedules.ts';

/** The schedules and runs to report, and the requester's context. */
export interface StatusInput {
  readonly all: readonly ScheduleWithNext[];
  /** Newest first. */
  readonly history: readonly SlotRecord[];
  /** The channel of the request. */
  readonly here: string;
  /** The requester's time zone; if unknown, each schedule's own is used. */
  readonly zone: string | undefined;
}

/** The maximum number of past runs shown: a week of a busy channel. */
const MAX_RUNS = 15;

/** Shows the next posts and the results of the last ones. */
export function status({ all, history, here, zone }: StatusInput, t: Translate = inEnglish): Reply {
  if (all.length === 0 && history.length === 0) return answer(paragraph(...emptyText(t)));
  const known = new Map(all.map(({ schedule }) => [schedule.id, schedule]));
  const at = (instant: number, schedule: Schedule | undefined): string => {
    const shown = zone ?? schedule?.zone ?? 'UTC';
    return `${showMoment(instant, shown, t)}${zone === undefined ? ` (${shown})` : ''}`;
  };
  const next = all.toSorted((a, b) => (a.next?.due ?? Infinity) - (b.next?.due ?? Infinity));
  const runs = history.slice(0, MAX_RUNS);
  return answer(
    heading(t('schedule.status'), 2),
    zone === undefined ? undefined : context(t('status.times', { zone })),
    all.length > 0 ? heading(t('status.next'), 3) : undefined,
    list(
      next.map(({ schedule, next }) => [
        next ? at(next.due, schedule) : pausedText(schedule, zone, t),
        ' — ',
        ...scheduleText(schedule, here, t),
        ' · ',
        idOf(schedule),
      ]),
    ),
    runs.length > 0 ? heading(t('status.last'), 3) : undefined,
    list(runs.map((run) => runLine(run, (instant) => at(instant, known.get(run.schedule)), here, t))),
    runs.some(({ state }) => state === 'uncertain') ? context(t('status.uncertain')) : undefined,
    actions(action(t('schedule.all'), 'schedule list', {})),
  );
}

/** `Mon 10 March, 07:30 — missed: Onrecord was not running. · this channel · s7k2` */
function runLine(run: SlotRecord, at: (instant: number) => string, here: string, t: Translate): RichText {
  const { channel } = run;
  return [
    at(run.due),
    ' — ',
    { text: OUTCOMES[run.state](run, at, t), style: run.state === 'sent' ? 'strong' : 'emphasis' },
    run.manual ? t('status.manual') : ' · ',
    channel === here ? t('schedule.thisChannel') : { text: channel, channel },
    ' · ',
    idOf({ id: run.schedule }),
  ];
}

type OutcomeText = (run: SlotRecord, at: (instant: number) => string, t: Translate) => string;

const withReason = (what: string, { reason }: SlotRecord, t: Translate): string =>
  reason === undefined ? what : t('status.because', { what, reason });

/** Describes the result of a slot. */
const OUTCOMES: Readonly<Record<SlotState, OutcomeText>> = {
  due: (run, _, t) => withReason(t(run.attempts > 0 ? 'status.retry' : 'status.due'), run, t),
  sending: (_, __, t) => t('status.sending'),
  sent: ({ late, since, message, reason }, at, t) => {
    if (message === '') return t('status.nothingNew');
    const sent = late ? t('status.sentLate', { moment: at(since) }) : t('status.sent');
    return reason === undefined ? sent : t('status.sentBut', { sent, reason });
  },
  failed: (run, _, t) => withReason(t('status.failed'), run, t),
  missed: (run, _, t) => withReason(t('status.missed'), run, t),
  uncertain: (run, _, t) => withReason(t('status.unsure'), run, t),
};
