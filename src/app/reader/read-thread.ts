import { constants, setPriority } from 'node:os';
import { brief } from '#briefing';
import type { Article } from '#core/article';
import { UserError } from '#core/errors';
import { compactArticle } from '#library/compact';
import { readArticle, readText } from '#library/read';
import { readUpload } from '#library/upload';
import { pack } from './packed-entry.ts';
import type { ReadResult, ReadTask } from './protocol.ts';
import { serveTasks } from './serve-tasks.ts';

// A worker thread that reads articles: see ./index.ts.

/** What is loaded when the first text is read is loaded before any, so that none is charged for it. */
async function warmUp(): Promise<void> {
  const text = new TextEncoder().encode('“The talks will go on,” said Ann Lee, the mayor, on Monday.');
  brief(await readArticle('warm-up.txt', text));
}

const READERS: { readonly [K in ReadTask['kind']]: (task: Extract<ReadTask, { kind: K }>) => Promise<Article> } = {
  file: async ({ name, content }) => storyOf(await readArticle(name, content)),
  upload: async (task) => storyOf(await readUpload(task)),
  page: async ({ name, content }) => compactArticle(await readText(name, content)),
};

/** Of a page the story alone is kept: the rest may be a hundred times as long. */
const storyOf = (article: Article): Article => (article.format === 'html' ? compactArticle(article) : article);

async function read(task: ReadTask): Promise<ReadResult> {
  try {
    const article = await (READERS[task.kind] as (task: ReadTask) => Promise<Article>)(task);
    return { entry: pack({ article, briefing: brief(article) }) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { error: error.text };
  }
}

// Where the processor is scarce, the thread that answers users goes first. Linux takes 0 for the calling thread, other
// systems for the whole process.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);

await warmUp();
serveTasks(read, (result) => ('entry' in result ? [result.entry.body.buffer] : []));
