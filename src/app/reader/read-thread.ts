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

/** Loads what the first text needs in advance, so that its limits do not include the loading. */
async function warmUp(): Promise<void> {
  const text = new TextEncoder().encode('“The talks will go on,” said Ann Lee, the mayor, on Monday.');
  brief(await readArticle('warm-up.txt', text));
}

const READERS: { readonly [K in ReadTask['kind']]: (task: Extract<ReadTask, { kind: K }>) => Promise<Article> } = {
  file: async ({ name, content }) => storyOf(await readArticle(name, content)),
  upload: async (task) => storyOf(await readUpload(task)),
  page: async ({ name, content }) => compactArticle(await readText(name, content)),
};

/** Only the story of a page is kept: the rest may be a hundred times as long. */
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

// If CPU time is scarce, the thread that answers users has priority. On Linux, 0 means the calling thread; on other
// systems, the whole process.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);

await warmUp();
serveTasks(read, (result) => ('entry' in result ? [result.entry.body.buffer] : []));
