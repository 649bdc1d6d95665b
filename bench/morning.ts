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

const SECOND = 1_000;
const DAY = 86_400 * SECOND;
/** Milliseconds that the product has been up when everybody's morning comes. */
const EARLY = 600 * SECOND;
/** Milliseconds after which something has gone wrong. */
const PATIENCE = 900 * SECOND;
/** Somebody asks so often, one after another. */
const ASKED_EVERY = 100;
const IDLE = 5 * SECOND;

/** When it is looked at what the product holds: parts of the posts. */
export const LOOKS = [0.1, 0.5, 1] as const;

const ROOT = new URL('../', import.meta.url);
const path = (name: string): string => fileURLToPath(new URL(name, ROOT));

/** Everybody's morning, as it went. */
export interface Morning {
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
export interface Mornings {
  readonly channels: number;
  /** Milliseconds until each command was answered while nothing was due. */
  readonly idle: readonly number[];
  readonly before: Memory;
  readonly first: Morning;
  readonly second: Morning;
}

/** So many channels due at the same minute, on two days, in one process of the product. There is news on both. */
export async function mornings(loopback: Loopback, channels: number): Promise<Mornings> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  const [content, data] = [join(folder, 'content'), join(folder, 'onrecord.db')];
  cpSync(path('content'), content, { recursive: true });
  await plan(loopback.open(channels), data);
  const settings = { ONRECORD_CONTENT: content, ONRECORD_DATA: data, ...loopback.settings };
  const product = await Product.started(settings, DUE - EARLY);
  try {
    await loopback.letIn();
    await asking(loopback, IDLE);
    const idle = await asking(loopback, IDLE);
    const before = await product.memory();
    const first = await morning(loopback, product, channels, DUE);
    copyFileSync(path('eval/world/lagos-market-fire.txt'), join(content, 'second.txt'));
    await asking(loopback, IDLE);
    const second = await morning(loopback, product, channels, DUE + DAY);
    const faults = loopback.faults();
    if (faults.length > 0) throw new Error(`${loopback.name} would have refused: ${faults.slice(0, 3).join('; ')}`);
    return { channels, idle, before, first, second };
  } finally {
    await product.stop();
    await loopback.close();
    rmSync(folder, { recursive: true });
  }
}

async function plan(targets: readonly Target[], file: string): Promise<void> {
  const store = await openStore(file);
  for (const [index, target] of targets.entries()) {
    // A name that is taken is as unlikely as it is of no account: another is made up.
    while (!(await store.schedules.add(scheduleAt(index, target))));
  }
  await store.close();
}

async function morning(loopback: Loopback, product: Product, channels: number, due: number): Promise<Morning> {
  const posts: Post[] = [];
  const answers: number[] = [];
  const memory: Memory[] = [];
  const worked = await product.work();
  const begun = performance.now();
  product.leapTo(due);
  while (posts.length < channels && performance.now() - begun < PATIENCE) {
    answers.push(...(await asking(loopback, SECOND)));
    posts.push(...loopback.posts());
    if (posts.length >= channels * (LOOKS[memory.length] ?? Number.NaN)) memory.push(await product.memory());
  }
  const took = Math.max(...posts.map(({ at }) => at)) - begun;
  return { posts, took, work: (await product.work()) - worked, answers, memory };
}

/** Milliseconds until each of a row of commands was answered, for so long. */
async function asking(loopback: Loopback, milliseconds: number): Promise<number[]> {
  const found: number[] = [];
  for (const end = performance.now() + milliseconds; performance.now() < end; ) {
    const { asked, answered } = await loopback.ask(found.length, 'brief', {});
    found.push(answered - asked);
    await setTimeout(Math.max(0, asked + ASKED_EVERY - performance.now()));
  }
  return found;
}
