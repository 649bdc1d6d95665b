import { fileURLToPath } from 'node:url';
import { runProgram, UsageError } from '#cli/arguments';
import { archiveSpeed } from './archive.ts';
import { type File, filesIn } from './articles.ts';
import { catalogSizes } from './catalog.ts';
import { chat } from './chat.ts';
import { manyFeeds } from './feeds.ts';
import { growth } from './growth.ts';
import { hostileShapes, pauses } from './hostile.ts';
import { type Row, table } from './measure.ts';
import { steadyMemory } from './memory.ts';
import { localPage } from './page.ts';
import { coldStart } from './process.ts';
import { planTime, postedToDiscord, postedToSlack } from './schedules.ts';
import { speed } from './speed.ts';

const own = ['content', 'eval/world'].map((folder) => fileURLToPath(new URL(`../${folder}`, import.meta.url)));

interface Step {
  readonly title: string;
  readonly run: (files: readonly File[]) => Promise<Row[]>;
}

const textOf = (files: readonly File[]): string =>
  files.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n\n');

const PARTS: Readonly<Record<string, readonly Step[]>> = {
  start: [
    {
      title: 'npm run brief as a whole process, its file the first article',
      run: ([first]) => coldStart(first?.path ?? ''),
    },
  ],
  speed: [{ title: 'A whole briefing from bytes, warm, against a library that does part of it', run: speed }],
  chat: [{ title: 'Questions through the real clients; the platform runs in another process', run: chat }],
  schedules: [
    { title: 'All channels due in the same minute: planned and recorded', run: planTime },
    { title: 'The same, posted through the real Discord client, on two days of one process', run: postedToDiscord },
    { title: 'The same, posted through the real Slack client, on two days of one process', run: postedToSlack },
  ],
  catalog: [{ title: 'Start and memory of the product over folders of articles', run: catalogSizes }],
  archive: [{ title: 'Search over an archive of a hundred thousand articles', run: () => archiveSpeed() }],
  hostile: [
    { title: 'Hostile files of 10 KB, 100 KB and 1 MB: processor time', run: hostileShapes },
    { title: 'The event loop while hostile files of 1 MB are dropped into the folder', run: pauses },
  ],
  feeds: [{ title: 'Two thousand feeds on this machine', run: () => manyFeeds() }],
  memory: [{ title: 'Ten minutes of steady questions', run: (files) => steadyMemory(files, 10) }],
  hour: [{ title: 'An hour of steady questions', run: (files) => steadyMemory(files, 60) }],
  page: [{ title: 'The local page in a browser, its pictures and answers', run: localPage }],
  growth: [{ title: 'Ten times the text: how many times the time', run: (files) => growth(textOf(files)) }],
};

/** Parts that run only if they are named. */
const ON_REQUEST = new Set(['hour']);

const USAGE = `Usage: npm run -s bench [-- PART… FOLDER…]

Measures the named parts on the articles of the named folders: .txt, .md, .html and .htm files. Without parts, all but
the hour, which takes about half an hour; without folders, the project's own articles.
The parts are ${Object.keys(PARTS).join(', ')}.`;

process.exitCode = await runProgram({
  usage: USAGE,
  options: {},
  takesArguments: true,
  main: ({ positionals }) => runBench(positionals),
});

/** Runs the named parts on the named folders; by default all parts on the project's own articles. */
async function runBench(positionals: readonly string[]): Promise<number> {
  const names = positionals.filter((part) => Object.hasOwn(PARTS, part));
  const folders = positionals.filter((folder) => !Object.hasOwn(PARTS, folder));
  const files = await filesIn(folders.length > 0 ? folders : own).catch(() => []);
  if (files.length === 0)
    throw new UsageError(`There is neither a part nor an article by that name: ${folders.join(', ')}.`, USAGE);
  let missed = 0;
  for (const name of names.length > 0 ? names : Object.keys(PARTS).filter((part) => !ON_REQUEST.has(part))) {
    for (const { title, run } of PARTS[name] ?? []) {
      const rows = await run(files);
      console.log(`${title}\n${table(rows)}\n`);
      missed += rows.filter(({ target }) => target?.met === false).length;
    }
  }
  console.log(missed === 0 ? 'Every target is met.' : `Targets missed: ${missed}.`);
  return 0;
}
