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
/** Milliseconds that the product has been up when everybody's morning comes. */
const LEAD_MS = 600 * SECOND_MS;
/** Milliseconds after which something has gone wrong. */
const TIMEOUT_MS = 900 * SECOND_MS;
/** Somebody asks so often, one after another. */
const ASK_EVERY_MS = 100;
const IDLE_MS = 5 * SECOND_MS;

/** When it is looked at what the product holds: parts of the posts. */
export const SAMPLE_POINTS = [0.1, 0.5, 1] as const;

const ROOT = new URL('../', import.meta.url);
const path = (name: string): string => fileURLToPath(new URL(name, ROOT));

/** Everybody's morning, as it went. */
export interface MorningRun {
  readonly posts: readonly Post[];
  /** Milliseconds from the minute when all were due to the last post. */
  readonly took: number;
  /** Milliseconds that the product worked for it, the commands asked meanwhile among them. */
  readonly work: number;
  /** Milliseconds until each command asked meanwhile was answered. */
  readonly answers: readonly number[];
  /** What the product held when these parts of the posts were out: see LOOKS. */
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

/** So many channels due at the same minute, on two days, in one process of the product. There is news on both. */
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
    // A name that is taken is as unlikely as it is of no account: another is made up.
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

/** Milliseconds until each of a row of commands was answered, for so long. */
async function askRepeatedly(loopback: Loopback, milliseconds: number): Promise<number[]> {
  const found: number[] = [];
  for (const end = performance.now() + milliseconds; performance.now() < end; ) {
    const { asked, answered } = await loopback.ask(found.length, 'brief', {});
    found.push(answered - asked);
    await setTimeout(Math.max(0, asked + ASK_EVERY_MS - performance.now()));
  }
  return found;
}
