import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { File } from './articles.ts';
import { loopbackDiscord } from './discord.ts';
import { megabytes, ms, percentile, type Row } from './measure.ts';
import { Product } from './product.ts';

const PER_SECOND = 24;
const MAX_RESIDENT = 250 * 2 ** 20;
const ACK_LIMIT_MS = 3_000;
/** The timeout after which an answer is considered lost. */
const GIVE_UP_MS = 30_000;

/** The questions of users, in rotation. */
const QUESTIONS: readonly (readonly [command: string, options: Readonly<Record<string, string>>])[] = [
  ['brief', {}],
  ['quotes', {}],
  ['positions', {}],
  ['articles', {}],
  ['brief', { length: 'full' }],
  ['quotes', { kind: 'all' }],
  ['help', {}],
  ['search', { words: 'minister' }],
];

/** The memory of the product over so many minutes of steady load: each minute, and the maximum. */
export async function steadyMemory(files: readonly File[], minutes: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  const content = join(folder, 'content');
  mkdirSync(content);
  for (const { path, bytes } of files) writeFileSync(join(content, basename(path)), bytes);
  const loopback = await loopbackDiscord();
  const settings = { ONRECORD_CONTENT: content, ONRECORD_DATA: join(folder, 'onrecord.db'), ...loopback.settings };
  const product = await Product.started(settings, Date.now());
  const resident: number[] = [];
  const acknowledged: number[] = [];
  try {
    for (let minute = 0; minute < minutes; minute++) {
      acknowledged.push(...(await askFor(loopback, 60_000)));
      // Clears the memory of the local platform, which is not part of the product.
      loopback.posts();
      resident.push(await product.resident());
    }
  } finally {
    await product.stop();
    await loopback.close();
    rmSync(folder, { recursive: true });
  }
  const most = Math.max(...resident);
  const late = acknowledged.filter((time) => time > ACK_LIMIT_MS).length;
  return [
    {
      what: `resident over ${minutes} minutes at ${PER_SECOND} commands a second, a figure a minute`,
      measured: `${resident.map(megabytes).join(', ')} MB`,
      target: { text: `at most ${megabytes(MAX_RESIDENT)} MB`, met: most <= MAX_RESIDENT },
    },
    {
      what: `of them acknowledged within ${ACK_LIMIT_MS / 1_000} s`,
      measured: `${acknowledged.length - late} of ${acknowledged.length}, p99 ${ms(percentile(acknowledged, 0.99))}`,
      target: { text: 'all', met: late === 0 },
    },
  ];
}

/** @returns milliseconds until each was acknowledged; Infinity if there was no answer. */
async function askFor(loopback: Awaited<ReturnType<typeof loopbackDiscord>>, durationMs: number): Promise<number[]> {
  const timings: Promise<number>[] = [];
  const end = performance.now() + durationMs;
  for (let asked = 0; performance.now() < end; asked++) {
    const [command, options] = QUESTIONS[asked % QUESTIONS.length] as (typeof QUESTIONS)[number];
    const answered = loopback.ask(asked, command, options).then(({ asked: at, acknowledged }) => acknowledged - at);
    timings.push(Promise.race([answered, setTimeout(GIVE_UP_MS, Number.POSITIVE_INFINITY, { ref: false })]));
    await setTimeout(1_000 / PER_SECOND);
  }
  return Promise.all(timings);
}
