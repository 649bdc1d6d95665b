import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Target } from '#core/publisher';
import { openStore } from '#store/index';
import type { Loopback, Post } from './loopback.ts';
import { type Memory, Product } from './product.ts';
import { DUE, scheduleAt } from './timetables.ts';

const SECOND_MS = 1_000;
const DAY_MS = 86_400 * SECOND_MS;
/** Milliseconds between the start of the product and the time at which all schedules are due. */
const LEAD_MS = 600 * SECOND_MS;
/** Milliseconds after which the run is considered failed. */
const TIMEOUT_MS = 900 * SECOND_MS;
/** The interval of consecutive questions, in milliseconds. */
const ASK_EVERY_MS = 100;
const IDLE_MS = 5 * SECOND_MS;

/** The shares of posts sent at which memory is sampled. */
export const SAMPLE_POINTS = [0.1, 0.5, 1] as const;

const ROOT = new URL('../', import.meta.url);
const path = (name: string): string => fileURLToPath(new URL(name, ROOT));

/** The results of one morning. */
export interface MorningRun {
  readonly posts: readonly Post[];
  /** Milliseconds from the due minute to the last post. */
  readonly took: number;
  /** Milliseconds of CPU time of the product, including the commands asked meanwhile. */
  readonly work: number;
  /** Milliseconds until each command asked meanwhile was answered. */
  readonly answers: readonly number[];
  /** The memory of the product at each of SAMPLE_POINTS. */
  readonly memory: readonly Memory[];
}

/** Two mornings of one process. */
export interface MorningRuns {
  readonly channels: number;
  /** Milliseconds until each command was answered while nothing was due. */
  readonly idle: readonly number[];
  readonly before: Memory;
  readonly first: MorningRun;
  readonly second: MorningRun;
}

/** Runs this many channels due at the same minute, on two days with news, in one process of the product. */
export async function runMornings(loopback: Loopback, channels: number): Promise<MorningRuns> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  const [content, data] = [join(folder, 'content'), join(folder, 'onrecord.db')];
  cpSync(path('content'), content, { recursive: true });
  await addSchedules(loopback.open(channels), data);
  const settings = { ONRECORD_CONTENT: content, ONRECORD_DATA: data, ...loopback.settings };
  const product = await Product.started(settings, DUE - LEAD_MS);
  try {
    await loopback.install();
    await askRepeatedly(loopback, IDLE_MS);
    const idle = await askRepeatedly(loopback, IDLE_MS);
    const before = await product.memory();
    const first = await runMorning(loopback, product, channels, DUE);
    copyFileSync(path('eval/world/lagos-market-fire.txt'), join(content, 'second.txt'));
    await askRepeatedly(loopback, IDLE_MS);
    const second = await runMorning(loopback, product, channels, DUE + DAY_MS);
    const faults = loopback.errors();
    if (faults.length > 0) throw new Error(`${loopback.name} would have refused: ${faults.slice(0, 3).join('; ')}`);
    return { channels, idle, before, first, second };
  } finally {
    await product.stop();
    await loopback.close();
    rmSync(folder, { recursive: true });
  }
}

async function addSchedules(targets: readonly Target[], file: string): Promise<void> {
  const store = await openStore(file);
  for (const [index, target] of targets.entries()) {
    // An id is rarely taken; if it is, another one is generated.
    while (!(await store.schedules.add(scheduleAt(index, target))));
  }
  await store.close();
}

async function runMorning(loopback: Loopback, product: Product, channels: number, due: number): Promise<MorningRun> {
  const posts: Post[] = [];
  const answers: number[] = [];
  const memory: Memory[] = [];
  const worked = await product.work();
  const begun = performance.now();
  product.setTime(due);
  while (posts.length < channels && performance.now() - begun < TIMEOUT_MS) {
    answers.push(...(await askRepeatedly(loopback, SECOND_MS)));
    posts.push(...loopback.posts());
    if (posts.length >= channels * (SAMPLE_POINTS[memory.length] ?? Number.NaN)) memory.push(await product.memory());
  }
  const took = Math.max(...posts.map(({ at }) => at)) - begun;
  return { posts, took, work: (await product.work()) - worked, answers, memory };
}

/** Sends commands consecutively for this long. Returns milliseconds until each was answered. */
async function askRepeatedly(loopback: Loopback, milliseconds: number): Promise<number[]> {
  const found: number[] = [];
  for (const end = performance.now() + milliseconds; performance.now() < end; ) {
    const { asked, answered } = await loopback.ask(found.length, 'brief', {});
    found.push(answered - asked);
    await setTimeout(Math.max(0, asked + ASK_EVERY_MS - performance.now()));
  }
  return found;
}
