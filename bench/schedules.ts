import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { slotsDue } from '#schedule/timetable/due';
import { openStore } from '#store/index';
import { loopbackDiscord } from './discord.ts';
import type { Loopback } from './loopback.ts';
import { median, megabytes, ms, percentile, type Row, seconds, times } from './measure.ts';
import { type MorningRun, type MorningRuns, runMornings, SAMPLE_POINTS } from './morning.ts';
import { loopbackSlack } from './slack.ts';
import { DUE, scheduleAt, ZONES } from './timetables.ts';

const CHANNELS = 10_000;
/** Fewer channels, to keep the run short: the full number would take five minutes longer and show the same. */
const SLACK_CHANNELS = 2_000;
const PLAN_LIMIT_MS = 1_000;
/** The maximum ratio of the time taken to the platform's own limit. */
const MAX_RATIO = 1.1;
/** The maximum ratio of a command's time to its idle time. */
const MAX_SLOWDOWN = 2;
/** The maximum ratio of memory after the second morning to the first. */
const MAX_GROWTH = 1.1;

/** Schedules that are all due at the same minute: planned, and recorded. */
export async function planTime(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  const store = await openStore(join(folder, 'onrecord.db'));
  const all = Array.from({ length: CHANNELS }, (_, index) =>
    scheduleAt(index, { platform: 'Pigeon', workspace: `w${index}`, channel: 'c' }),
  );
  const start = performance.now();
  const due = slotsDue(all, new Map(), DUE);
  const worked = performance.now() - start;
  await store.slots.insert(due);
  const entered = performance.now() - start;
  await store.close();
  rmSync(folder, { recursive: true });
  return [
    {
      what: `${due.length} channels due in one minute, in ${ZONES.length} time zones: planned and recorded`,
      measured: `${ms(entered)} (planned ${ms(worked)})`,
      target: { text: `under ${PLAN_LIMIT_MS} ms`, met: due.length === CHANNELS && entered < PLAN_LIMIT_MS },
    },
  ];
}

/** The same posted to Discord, on two mornings. */
export const postedToDiscord = async (): Promise<Row[]> => postTime(await loopbackDiscord(), CHANNELS, MAX_RATIO);

/** The same posted to Slack, where each workspace has its own limit, so that the process itself is the bottleneck. */
export const postedToSlack = async (): Promise<Row[]> => postTime(await loopbackSlack(), SLACK_CHANNELS);

async function postTime(loopback: Loopback, channels: number, maxRatio?: number): Promise<Row[]> {
  const { name } = loopback;
  const found = await runMornings(loopback, channels);
  const [first, second] = [
    rowsOf(`${name}, first morning`, found, found.first, loopback, maxRatio),
    rowsOf(`${name}, second morning`, found, found.second, loopback, maxRatio),
  ];
  return [...first, ...second, ...memory(name, found)];
}

function rowsOf(
  when: string,
  { channels, idle }: MorningRuns,
  { posts, took, work, answers }: MorningRun,
  { limit }: Loopback,
  maxRatio?: number,
): Row[] {
  const ratio = took / limit.minMs(channels);
  const heldUp = median(answers) / median(idle);
  const most = maxPerSecond(posts.map(({ at }) => at));
  const isAll = posts.length === channels;
  return [
    {
      what: `${when}: ${posts.length} posts sent, to the time that ${limit.text} take`,
      measured: `${times(ratio, 2)} (${seconds(took)}; ${ms(work / posts.length)} of work each)`,
      ...(maxRatio === undefined
        ? {}
        : { target: { text: `at most ${times(maxRatio, 2)}`, met: isAll && ratio <= maxRatio } }),
    },
    ...(limit.perSecond === undefined
      ? []
      : [
          {
            what: `${when}: the most posts in any second`,
            measured: String(most),
            target: { text: `at most ${limit.perSecond}`, met: most <= limit.perSecond },
          },
        ]),
    {
      what: `${when}: a command answered meanwhile, to its idle time`,
      measured: `${times(heldUp)} (${ms(median(answers))}; p99 ${ms(percentile(answers, 0.99))}, idle ${ms(percentile(idle, 0.99))})`,
      target: { text: `at most ${MAX_SLOWDOWN} ×`, met: heldUp <= MAX_SLOWDOWN },
    },
  ];
}

function memory(name: string, { before, first, second }: MorningRuns): Row[] {
  const grown = (second.memory.at(-1)?.held ?? Number.NaN) / (first.memory.at(-1)?.held ?? Number.NaN);
  const resident = (second.memory.at(-1)?.resident ?? Number.NaN) / (first.memory.at(-1)?.resident ?? Number.NaN);
  const parts = SAMPLE_POINTS.map((part) => `${part * 100} %`).join(', ');
  const told = (what: 'held' | 'resident'): string =>
    [before, ...first.memory, ...second.memory].map((usage) => megabytes(usage[what])).join(', ');
  return [
    {
      what: `${name}: memory held by the product after the second morning, to after the first`,
      measured: times(grown, 2),
      target: { text: `at most ${times(MAX_GROWTH, 2)}`, met: grown <= MAX_GROWTH },
    },
    { what: `${name}: the same as the system counts it`, measured: times(resident, 2) },
    {
      what: `${name}: MB held before, and at ${parts} of the posts on each morning`,
      measured: told('held'),
    },
    { what: `${name}: the same as the system counts it`, measured: told('resident') },
  ];
}

/** The maximum number of instants within any 1,000 milliseconds. */
function maxPerSecond(instants: readonly number[]): number {
  const sorted = instants.toSorted((a, b) => a - b);
  let from = 0;
  return sorted.reduce((most, at, index) => {
    while (at - (sorted[from] ?? at) >= 1_000) from += 1;
    return Math.max(most, index - from + 1);
  }, 0);
}
