import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { brief } from '#briefing';
import type { CatalogEntry } from '#core/catalog';
import type { Dispatcher } from '#core/ports';
import { readArticle } from '#library';
import { dispatcherOf } from '../tests/support/dispatcher.ts';
import type { File } from './articles.ts';
import { loopbackDiscord } from './discord.ts';
import type { Loopback, RequestTiming } from './loopback.ts';
import { ms, percentile, type Row, times } from './measure.ts';
import { Product } from './product.ts';
import { loopbackSlack } from './slack.ts';

const CONCURRENCY = 50;
const ROUNDS = 10;
/** Both platforms require an acknowledgement within three seconds; a tenth of that is the target. */
const ACK_LIMIT_MS = 3_000;
const TARGET_SHARE = 0.1;

interface BenchQuestion {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

const QUESTIONS: readonly BenchQuestion[] = [
  { command: 'brief', options: {} },
  { command: 'quotes', options: {} },
  { command: 'positions', options: {} },
  { command: 'articles', options: {} },
  { command: 'brief', options: { length: 'full' } },
];
const question = (count: number): BenchQuestion => QUESTIONS[count % QUESTIONS.length] as BenchQuestion;

/**
 * From a question's arrival to its answer, 50 concurrently: the whole product with the real client, in a separate
 * process, connected to a platform in this one.
 */
export async function chat(files: readonly File[]): Promise<Row[]> {
  const dispatcher = dispatcherOf(await Promise.all(files.map(entryOf)));
  const command = await commandTime(dispatcher);
  return [
    { what: 'a command itself, on average', measured: ms(command) },
    ...(await rowsFor(await loopbackDiscord(), files, command)),
    ...(await rowsFor(await loopbackSlack(), files, command)),
  ];
}

async function entryOf({ path, bytes }: File): Promise<CatalogEntry> {
  const article = await readArticle(path, bytes);
  return { article, briefing: brief(article) };
}

/** The duration of one question in milliseconds, after warm-up. */
async function commandTime(dispatcher: Dispatcher): Promise<number> {
  const askAll = async (): Promise<number> => {
    const start = performance.now();
    for (let count = 0; count < CONCURRENCY; count++) {
      const { command, options } = question(count);
      await dispatcher.dispatch({ kind: 'call', command, options });
    }
    return (performance.now() - start) / CONCURRENCY;
  };
  for (let round = 0; round < ROUNDS; round++) await askAll();
  return askAll();
}

async function rowsFor(loopback: Loopback, files: readonly File[], command: number): Promise<Row[]> {
  const { courses: timings, work } = await measureRounds(loopback, files);
  const acknowledged = timings.map(({ asked, acknowledged }) => acknowledged - asked);
  const answered = timings.map(({ asked, answered }) => answered - asked);
  const most = ACK_LIMIT_MS * TARGET_SHARE;
  const format = (values: readonly number[]): string =>
    `${ms(percentile(values, 0.99))} (median ${ms(percentile(values, 0.5))})`;
  const own = work - command;
  return [
    {
      what: `${loopback.name}: acknowledged, ${CONCURRENCY} at once, p99`,
      measured: format(acknowledged),
      target: { text: `under ${most} ms`, met: percentile(acknowledged, 0.99) < most },
    },
    { what: `${loopback.name}: answered, ${CONCURRENCY} at once, p99`, measured: format(answered) },
    {
      what: `${loopback.name}: work of the product for an answer but for the command, to the command’s`,
      measured: `${times(own / command)} (${ms(own)})`,
    },
  ];
}

interface Rounds {
  readonly courses: readonly RequestTiming[];
  /** The average CPU time of the product per answer, in milliseconds. */
  readonly work: number;
}

async function measureRounds(loopback: Loopback, files: readonly File[]): Promise<Rounds> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  const content = join(folder, 'content');
  mkdirSync(content);
  for (const { path, bytes } of files) writeFileSync(join(content, basename(path)), bytes);
  const settings = { ONRECORD_CONTENT: content, ONRECORD_DATA: join(folder, 'onrecord.db') };
  const product = await Product.started({ ...settings, ...loopback.settings }, Date.now());
  try {
    await loopback.install();
    await inRounds(loopback);
    const before = await product.work();
    const courses = await inRounds(loopback);
    const work = ((await product.work()) - before) / courses.length;
    const faults = loopback.errors();
    // Times for messages that would be rejected are invalid.
    if (faults.length > 0) throw new Error(`${loopback.name} would have refused: ${faults.slice(0, 3).join('; ')}`);
    return { courses, work };
  } finally {
    await product.stop();
    await loopback.close();
    rmSync(folder, { recursive: true });
  }
}

async function inRounds(loopback: Loopback): Promise<readonly RequestTiming[]> {
  const courses: RequestTiming[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const all = Array.from({ length: CONCURRENCY }, (_, count) => {
      const { command, options } = question(count);
      return loopback.ask(count, command, options);
    });
    courses.push(...(await Promise.all(all)));
  }
  return courses;
}
