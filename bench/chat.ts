import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { brief } from '#briefing';
import type { Entry } from '#core/catalog';
import type { Desk } from '#core/ports';
import { readArticle } from '#library';
import { deskOf } from '../tests/support/dispatcher.ts';
import type { File } from './articles.ts';
import { loopbackDiscord } from './discord.ts';
import type { Course, Loopback } from './loopback.ts';
import { ms, percentile, type Row, times } from './measure.ts';
import { Product } from './product.ts';
import { loopbackSlack } from './slack.ts';

const AT_ONCE = 50;
const ROUNDS = 10;
/** Both platforms give three seconds for the acknowledgement; a tenth of that is the target. */
const ALLOWED = 3_000;
const SHARE = 0.1;

interface Asked {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

const QUESTIONS: readonly Asked[] = [
  { command: 'brief', options: {} },
  { command: 'quotes', options: {} },
  { command: 'positions', options: {} },
  { command: 'articles', options: {} },
  { command: 'brief', options: { length: 'full' } },
];
const question = (count: number): Asked => QUESTIONS[count % QUESTIONS.length] as Asked;

/**
 * From a question arriving to its answer leaving, 50 at once: the whole product with the real client, in a process of its
 * own, against a platform in this one.
 */
export async function chat(files: readonly File[]): Promise<Row[]> {
  const desk = deskOf(await Promise.all(files.map(entryOf)));
  const command = await commandTime(desk);
  return [
    { what: 'a command itself, on average', measured: ms(command) },
    ...(await rowsFor(await loopbackDiscord(), files, command)),
    ...(await rowsFor(await loopbackSlack(), files, command)),
  ];
}

async function entryOf({ path, bytes }: File): Promise<Entry> {
  const article = await readArticle(path, bytes);
  return { article, briefing: brief(article) };
}

/** Milliseconds of one, when it has been asked often. */
async function commandTime(desk: Desk): Promise<number> {
  const ask = async (): Promise<number> => {
    const start = performance.now();
    for (let count = 0; count < AT_ONCE; count++) {
      const { command, options } = question(count);
      await desk.ask({ kind: 'call', command, options });
    }
    return (performance.now() - start) / AT_ONCE;
  };
  for (let round = 0; round < ROUNDS; round++) await ask();
  return ask();
}

async function rowsFor(loopback: Loopback, files: readonly File[], command: number): Promise<Row[]> {
  const { courses, work } = await asked(loopback, files);
  const acknowledged = courses.map(({ asked, acknowledged }) => acknowledged - asked);
  const answered = courses.map(({ asked, answered }) => answered - asked);
  const most = ALLOWED * SHARE;
  const told = (values: readonly number[]): string =>
    `${ms(percentile(values, 0.99))} (median ${ms(percentile(values, 0.5))})`;
  const own = work - command;
  return [
    {
      what: `${loopback.name}: acknowledged, ${AT_ONCE} at once, p99`,
      measured: told(acknowledged),
      target: { text: `under ${most} ms`, met: percentile(acknowledged, 0.99) < most },
    },
    { what: `${loopback.name}: answered, ${AT_ONCE} at once, p99`, measured: told(answered) },
    {
      what: `${loopback.name}: work of the product for an answer but for the command, to the command’s`,
      measured: `${times(own / command)} (${ms(own)})`,
    },
  ];
}

interface Rounds {
  readonly courses: readonly Course[];
  /** Milliseconds that the product worked for an answer, on average. */
  readonly work: number;
}

async function asked(loopback: Loopback, files: readonly File[]): Promise<Rounds> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  const content = join(folder, 'content');
  mkdirSync(content);
  for (const { path, bytes } of files) writeFileSync(join(content, basename(path)), bytes);
  const settings = { ONRECORD_CONTENT: content, ONRECORD_DATA: join(folder, 'onrecord.db') };
  const product = await Product.started({ ...settings, ...loopback.settings }, Date.now());
  try {
    await loopback.letIn();
    await inRounds(loopback);
    const before = await product.work();
    const courses = await inRounds(loopback);
    const work = ((await product.work()) - before) / courses.length;
    const faults = loopback.faults();
    // A figure for messages that would be refused is none.
    if (faults.length > 0) throw new Error(`${loopback.name} would have refused: ${faults.slice(0, 3).join('; ')}`);
    return { courses, work };
  } finally {
    await product.stop();
    await loopback.close();
    rmSync(folder, { recursive: true });
  }
}

async function inRounds(loopback: Loopback): Promise<readonly Course[]> {
  const courses: Course[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const all = Array.from({ length: AT_ONCE }, (_, count) => {
      const { command, options } = question(count);
      return loopback.ask(count, command, options);
    });
    courses.push(...(await Promise.all(all)));
  }
  return courses;
}
