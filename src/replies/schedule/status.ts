import type { Reply, RichText } from '#core/reply';
import type { Schedule, SlotState } from '#core/schedule';
import type { ScheduleWithNext } from '#core/scheduling';
import type { SlotRecord } from '#core/storage/store';
import { action, actions, answer, context, heading, list, paragraph } from '../blocks.ts';
import { showMoment } from '../dates.ts';
import { EMPTY_TEXT, idOf, pausedText, scheduleText } from './schedules.ts';

/** What is asked about schedules, and by whom. */
export interface StatusInput {
  readonly all: readonly ScheduleWithNext[];
  /** The newest first. */
  readonly history: readonly SlotRecord[];
  /** The channel it is asked in. */
  readonly here: string;
  /** The asker's own zone; each schedule's where it is not known. */
  readonly zone: string | undefined;
}

/** As many of the last runs as show a week of a busy channel. */
const MAX_RUNS = 15;

/** When posts come next, and how the last ones ended. */
export function status({ all, history, here, zone }: StatusInput): Reply {
  if (all.length === 0 && history.length === 0) return answer(paragraph(...EMPTY_TEXT));
  const known = new Map(all.map(({ schedule }) => [schedule.id, schedule]));
  const at = (instant: number, schedule: Schedule | undefined): string => {
    const shown = zone ?? schedule?.zone ?? 'UTC';
    return `${showMoment(instant, shown)}${zone === undefined ? ` (${shown})` : ''}`;
  };
  const next = all.toSorted((a, b) => (a.next?.due ?? Infinity) - (b.next?.due ?? Infinity));
  const runs = history.slice(0, MAX_RUNS);
  return answer(
    heading('Status', 2),
    zone === undefined ? undefined : context(`Times are those of ${zone}.`),
    all.length > 0 ? heading('Next', 3) : undefined,
    list(
      next.map(({ schedule, next }) => [
        next ? at(next.due, schedule) : pausedText(schedule, zone),
        ' — ',
        ...scheduleText(schedule, here),
        ' · ',
        idOf(schedule),
      ]),
    ),
    runs.length > 0 ? heading('Last', 3) : undefined,
    list(runs.map((run) => runLine(run, (instant) => at(instant, known.get(run.schedule)), here))),
    runs.some(({ state }) => state === 'uncertain') ? context(UNCERTAIN) : undefined,
    actions(action('All schedules', 'schedule list', {})),
  );
}

const UNCERTAIN =
  'Uncertain: the platform’s answer was lost on the way, so it may be in the channel or not; it is not posted a second ' +
  'time. Look there, and run it by hand if it is missing.';

/** `Mon 10 March, 07:30 — missed: Onrecord was not running. · this channel · s7k2` */
function runLine(run: SlotRecord, at: (instant: number) => string, here: string): RichText {
  const { channel } = run;
  return [
    at(run.due),
    ' — ',
    { text: OUTCOMES[run.state](run, at), style: run.state === 'sent' ? 'strong' : 'emphasis' },
    run.manual ? ' · asked for by hand · ' : ' · ',
    channel === here ? 'this channel' : { text: channel, channel },
    ' · ',
    idOf({ id: run.schedule }),
  ];
}

type OutcomeText = (run: SlotRecord, at: (instant: number) => string) => string;

const withReason = (word: string, { reason }: SlotRecord): string =>
  reason === undefined ? word : `${word}: ${reason}`;

/** What became of a slot, in words. */
const OUTCOMES: Readonly<Record<SlotState, OutcomeText>> = {
  due: (run) => withReason(run.attempts > 0 ? 'is tried again soon' : 'is next to be posted', run),
  sending: () => 'is being posted',
  sent: ({ late, since, message, reason }, at) => {
    if (message === '') return 'nothing was new, so nothing was posted';
    return `sent${late ? ` late, ${at(since)}` : ''}${reason === undefined ? '' : `, but: ${reason}`}`;
  },
  failed: (run) => withReason('failed', run),
  missed: (run) => withReason('missed', run),
  uncertain: (run) => withReason('uncertain', run),
};
