import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { brief } from '#briefing';
import { UserError } from '#core/errors';
import { readArticle } from '#library';
import type { File } from './articles.ts';
import { loopbackDiscord } from './discord.ts';
import type { Loopback, RequestTiming } from './loopback.ts';
import { ms, percentile, type Row, times } from './measure.ts';
import { Product } from './product.ts';
import { SHAPES } from './shapes.ts';

/** The sizes in bytes, and how often one is read in a round: a reading of 16 ms is as coarse as the clock. */
const SIZES = [
  [10_000, 10],
  [100_000, 3],
  [1_000_000, 1],
] as const;
const MAX_RATIO = 12;
const MAX_MS = 2_000;
/** The resolution of the processor time of a thread. */
const RESOLUTION_MS = 4;
const ROUNDS = 5;

/**
 * The CPU time of each shape at 10 KB, 100 KB and 1 MB, on one thread and without a limit: the median of several rounds
 * through the sizes, because one reading of a short text may be half or twice another. The longest of all counts as well.
 */
export async function hostileShapes(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [what, make] of Object.entries(SHAPES)) {
    const files = SIZES.map(([size, repeats]) => ({ file: make(size), repeats }));
    // The first readings load the models, and compile what this shape runs through.
    for (const { file } of files) await processorTime(...file, 1);
    const readings: number[][] = SIZES.map(() => []);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [at, { file, repeats }] of files.entries()) readings[at]?.push(await processorTime(...file, repeats));
    }
    const took = readings.map((all) => percentile(all, 0.5));
    const longest = Math.max(...readings.flat());
    const worst = Math.max(...took.slice(1).map((time, index) => time / Math.max(took[index] ?? time, RESOLUTION_MS)));
    rows.push({
      what,
      measured: `${took.map(ms).join(', ')}, at most ${ms(longest)} (${times(worst)} at worst)`,
      target: { text: `${MAX_RATIO} ×, ${MAX_MS} ms`, met: worst <= MAX_RATIO && longest <= MAX_MS },
    });
  }
  return rows;
}

/** The mean time of so many readings. */
async function processorTime(name: string, text: string, repeats: number): Promise<number> {
  const bytes = new TextEncoder().encode(text);
  const before = process.threadCpuUsage();
  for (let reading = 0; reading < repeats; reading += 1) {
    try {
      brief(await readArticle(name, bytes));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000 / repeats;
}

const PER_SECOND = 50;
const CALM_MS = 10_000;
const DURATION_MS = 20_000;
const MAX_PAUSE_MS = 100;
const ACK_LIMIT_MS = 3_000;

/** The event loop’s longest pause while commands arrive and every hostile shape is added to the folder. */
export async function pauses(files: readonly File[]): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  const content = join(folder, 'content');
  mkdirSync(content);
  for (const { path, bytes } of files) writeFileSync(join(content, basename(path)), bytes);
  const loopback = await loopbackDiscord();
  const product = await Product.started(
    { ONRECORD_CONTENT: content, ONRECORD_DATA: join(folder, 'onrecord.db'), ...loopback.settings },
    Date.now(),
  );
  try {
    await Promise.all(Array.from({ length: PER_SECOND }, (_, index) => loopback.ask(index, 'brief', {})));
    await product.pause();
    await askSteadily(loopback, CALM_MS, () => {});
    const calm = await product.pause();
    const shapes = Object.values(SHAPES);
    const acknowledged = await askSteadily(loopback, DURATION_MS, (second) => {
      const [name, text] = shapes[second]?.(SIZES[2][0]) ?? [];
      if (name !== undefined && text !== undefined) writeFileSync(join(content, `hostile-${second}-${name}`), text);
    });
    const { longest, work } = await product.pause();
    const late = acknowledged.filter((time) => time > ACK_LIMIT_MS).length;
    return [
      {
        what: `the event loop’s longest pause, ${PER_SECOND} commands a second`,
        measured: `${ms(longest)}; without those files ${ms(calm.longest)}`,
        target: { text: `at most ${MAX_PAUSE_MS} ms`, met: longest <= MAX_PAUSE_MS },
      },
      {
        what: 'of which the thread itself worked, at most',
        measured: `${ms(work)}; without those files ${ms(calm.work)}`,
        target: { text: `at most ${MAX_PAUSE_MS} ms`, met: work <= MAX_PAUSE_MS },
      },
      {
        what: `commands acknowledged within ${ACK_LIMIT_MS / 1_000} s`,
        measured: `${acknowledged.length - late} of ${acknowledged.length}, p99 ${ms(percentile(acknowledged, 0.99))}`,
        target: { text: 'all', met: late === 0 },
      },
    ];
  } finally {
    await product.stop();
    await loopback.close();
    rmSync(folder, { recursive: true });
  }
}

/** Asks 50 times a second. @returns the time until each was acknowledged. */
async function askSteadily(
  loopback: Loopback,
  durationMs: number,
  everySecond: (second: number) => void,
): Promise<number[]> {
  const timings: Promise<RequestTiming>[] = [];
  for (let asked = 0; asked < (durationMs / 1_000) * PER_SECOND; asked++) {
    if (asked % PER_SECOND === 0) everySecond(asked / PER_SECOND);
    timings.push(loopback.ask(asked, 'brief', {}));
    await setTimeout(1_000 / PER_SECOND);
  }
  return (await Promise.all(timings)).map(({ asked, acknowledged }) => acknowledged - asked);
}
