import { brief } from '#briefing';
import type { Desk } from '#core/ports';
import type { Entry } from '#core/shelf';
import { readArticle } from '#library';
import { deskOf } from '../tests/support/desk.ts';
import { startBot } from '../tests/support/discord/bot.ts';
import { startApp } from '../tests/support/slack/app.ts';
import { peopleOf } from '../tests/support/slack/people.ts';
import { startSlack } from '../tests/support/slack/server.ts';
import type { File } from './articles.ts';
import { ms, type Row, times } from './measure.ts';

const AT_ONCE = 50;
const ROUNDS = 6;
/** Both platforms give three seconds for the acknowledgement; a tenth of that is the target. */
const ALLOWED = 3_000;
const SHARE = 0.1;

const QUESTIONS = ['/brief', '/quotes', '/positions', '/articles', '/brief length:full'] as const;

/** When a question came in, was acknowledged, and was answered: milliseconds of one clock. */
interface Course {
  readonly asked: number;
  readonly acknowledged: number;
  readonly answered: number;
}

/**
 * From a question arriving to its answer leaving, 50 at once, the real clients against servers on this machine. The
 * servers run in the same process, so that their share counts as ours.
 */
export async function chat(files: readonly File[]): Promise<Row[]> {
  const entries = await Promise.all(files.map(entryOf));
  const desk = deskOf(entries);
  const command = await commandTime(desk);
  return [
    { what: 'a command itself, on average', measured: ms(command) },
    ...rows('Discord', await discord(entries, desk), command),
    ...rows('Slack', await slack(entries, desk), command),
  ];
}

async function entryOf({ path, bytes }: File): Promise<Entry> {
  const article = await readArticle(path, bytes);
  return { article, briefing: brief(article) };
}

async function commandTime(desk: Desk): Promise<number> {
  const run = async (): Promise<number> => {
    const start = performance.now();
    for (let count = 0; count < AT_ONCE; count++) await desk.ask({ kind: 'line', line: question(count) });
    return (performance.now() - start) / AT_ONCE;
  };
  for (let round = 0; round < ROUNDS; round++) await run();
  return run();
}

const question = (count: number): string => QUESTIONS[count % QUESTIONS.length] ?? '/brief';

function rows(platform: string, courses: readonly Course[], command: number): Row[] {
  const acknowledged = percentile(courses.map(({ asked, acknowledged }) => acknowledged - asked));
  const answered = percentile(courses.map(({ asked, answered }) => answered - asked));
  // All of them wait for each other, so that one takes what the last has waited, shared out.
  const own = answered(1) / AT_ONCE - command;
  const most = ALLOWED * SHARE;
  return [
    {
      what: `${platform}: acknowledged, ${AT_ONCE} at once, p99`,
      measured: `${ms(acknowledged(0.99))} (median ${ms(acknowledged(0.5))})`,
      target: { text: `under ${most} ms`, met: acknowledged(0.99) < most },
    },
    { what: `${platform}: answered, p99`, measured: `${ms(answered(0.99))} (median ${ms(answered(0.5))})` },
    {
      what: `${platform}: the adapter’s share of an answer, to the command’s`,
      measured: `${times(own / command)} (${ms(own)})`,
    },
  ];
}

function percentile(values: readonly number[]): (share: number) => number {
  const sorted = values.toSorted((a, b) => a - b);
  return (share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The first rounds warm up; the others count. */
async function inRounds(round: () => Promise<readonly Course[]>): Promise<Course[]> {
  const courses: Course[] = [];
  for (let count = 0; count < ROUNDS * 2; count++) {
    const found = await round();
    if (count >= ROUNDS) courses.push(...found);
  }
  return courses;
}

const OPTIONS: Readonly<Record<string, Record<string, string>>> = { '/brief length:full': { length: 'full' } };

async function discord(entries: readonly Entry[], desk: Desk): Promise<Course[]> {
  const bot = await startBot({ entries, desk });
  const courses = await inRounds(async () => {
    const asked = Array.from({ length: AT_ONCE }, (_, count) => {
      const [name = ''] = question(count).slice(1).split(' ');
      return bot.me.command(name, OPTIONS[question(count)] ?? {});
    });
    return Promise.all(
      asked.map(async (one): Promise<Course> => {
        const { at } = await one.acknowledged();
        await one.answer();
        return { asked: one.at, acknowledged: at, answered: performance.now() };
      }),
    );
  });
  await complain('Discord', await bot.end());
  return courses;
}

async function slack(entries: readonly Entry[], desk: Desk): Promise<Course[]> {
  const server = await startSlack();
  const app = await startApp(server, { way: 'socket', entries, desk });
  const courses = await inRounds(() =>
    Promise.all(
      Array.from({ length: AT_ONCE }, async (_, count): Promise<Course> => {
        const [name = '', text = ''] = question(count).split(' ');
        // Each from a channel of its own, as each person has an answer of their own.
        const deed = peopleOf(server, { channel: `C${count}` }).command(name, text);
        const asked = performance.now();
        const answered = server.calls
          .next(({ url }) => url === deed.payload.response_url)
          .then(() => performance.now());
        await app.deliver(deed);
        return { asked, acknowledged: performance.now(), answered: await answered };
      }),
    ),
  );
  await app.stop();
  await complain('Slack', server.faults());
  await server.close();
  return courses;
}

/** A figure for messages that would be refused is none. */
async function complain(platform: string, faults: readonly string[]): Promise<void> {
  if (faults.length > 0) throw new Error(`${platform} would have refused: ${faults.slice(0, 3).join('; ')}`);
}
