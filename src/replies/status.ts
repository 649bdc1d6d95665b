import type { Reply, RichText } from '#core/reply';
import type { Schedule, SlotState } from '#core/schedule';
import type { Upcoming } from '#core/scheduling';
import type { SlotRecord } from '#core/store';
import { action, actions, answer, context, heading, list, paragraph } from './blocks.ts';
import { showMoment } from './dates.ts';
import { idOf, inWords, NONE, paused } from './schedules.ts';

/** What is asked about schedules, and by whom. */
export interface StatusAsked {
  readonly all: readonly Upcoming[];
  /** The newest first. */
  readonly history: readonly SlotRecord[];
  /** The channel it is asked in. */
  readonly here: string;
  /** The asker's own zone; each schedule's where it is not known. */
  readonly zone: string | undefined;
}

/** As many of the last runs as show a week of a busy channel. */
const MOST_RUNS = 15;

/** When posts come next, and how the last ones ended. */
export function status({ all, history, here, zone }: StatusAsked): Reply {
  if (all.length === 0 && history.length === 0) return answer(paragraph(...NONE));
  const known = new Map(all.map(({ schedule }) => [schedule.id, schedule]));
  const at = (instant: number, schedule: Schedule | undefined): string => {
    const shown = zone ?? schedule?.zone ?? 'UTC';
    return `${showMoment(instant, shown)}${zone === undefined ? ` (${shown})` : ''}`;
  };
  const next = all.toSorted((a, b) => (a.next?.due ?? Infinity) - (b.next?.due ?? Infinity));
  const runs = history.slice(0, MOST_RUNS);
  return answer(
    heading('Status', 2),
    zone === undefined ? undefined : context(`Times are those of ${zone}.`),
    all.length > 0 ? heading('Next', 3) : undefined,
    list(
      next.map(({ schedule, next }) => [
        next ? at(next.due, schedule) : paused(schedule, zone),
        ' — ',
        ...inWords(schedule, here),
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
    { text: ENDS[run.state](run, at), style: run.state === 'sent' ? 'strong' : 'emphasis' },
    run.manual ? ' · asked for by hand · ' : ' · ',
    channel === here ? 'this channel' : { text: channel, channel },
    ' · ',
    idOf({ id: run.schedule }),
  ];
}

type Ending = (run: SlotRecord, at: (instant: number) => string) => string;

const because = (word: string, { reason }: SlotRecord): string => (reason === undefined ? word : `${word}: ${reason}`);

/** What became of a slot, in words. */
const ENDS: Readonly<Record<SlotState, Ending>> = {
  due: (run) => because(run.attempts > 0 ? 'is tried again soon' : 'is next to be posted', run),
  sending: () => 'is being posted',
  sent: ({ late, since, message, reason }, at) => {
    if (message === '') return 'nothing was new, so nothing was posted';
    return `sent${late ? ` late, ${at(since)}` : ''}${reason === undefined ? '' : `, but: ${reason}`}`;
  },
  failed: (run) => because('failed', run),
  missed: (run) => because('missed', run),
  uncertain: (run) => because('uncertain', run),
};
