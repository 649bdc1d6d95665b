import { readFileSync } from 'node:fs';
import { plainPaint, render } from '#adapters/terminal/render';
import { brief } from '#briefing';
import { formatLine } from '#commandline';
import type { Invocation } from '#core/commands/invocation';
import type { Dispatcher } from '#core/ports';
import type { Reply } from '#core/reply';
import { readFileArticle } from '#library';
import { dispatcherOf } from '../support/dispatcher.ts';
import { type GoldenCase, ROOT } from './cases.ts';
import { RENDERINGS, type Rendering } from './platforms.ts';

const QUESTIONS = ['/brief length:full', '/quotes kind:all', '/positions'];
const LOOK = { columns: 100, paint: plainPaint, formatLine };

/** The terminal first, then every chat platform. */
export const RENDERED: readonly Rendering[] = [{ folder: '', draw: (reply) => draw(reply) }, ...RENDERINGS];

/** The file of the accepted answers about an article. */
export const goldenFile = ({ id }: GoldenCase, { folder }: Rendering): URL =>
  new URL(`./expected/${folder === '' ? '' : `${folder}/`}${id}.txt`, import.meta.url);

/** The answers about an article in each rendering, in order. */
export async function answersAbout({ file, why }: GoldenCase): Promise<readonly string[]> {
  const article = await readFileArticle(new URL(file, ROOT).pathname);
  const dispatcher = dispatcherOf([{ article, briefing: brief(article) }]);
  const answers = (await Promise.all(QUESTIONS.map((line) => pages(dispatcher, line)))).flat();
  return RENDERED.map((rendering) =>
    [
      `why: ${why}\n`,
      ...answers.map(({ line, reply, invocation }) => `> ${line}\n\n${rendering.draw(reply, invocation)}`),
    ].join('\n'),
  );
}

/** The accepted answers; undefined if there are none yet. */
export function golden(of: GoldenCase, rendering: Rendering): string | undefined {
  try {
    return readFileSync(goldenFile(of, rendering), 'utf8');
  } catch {
    return undefined;
  }
}

interface Page {
  readonly line: string;
  readonly reply: Reply;
  readonly invocation: Invocation | undefined;
}

/** An answer and its further pages, each with its line. */
async function pages(dispatcher: Dispatcher, text: string): Promise<readonly Page[]> {
  const { reply, invocation } = await dispatcher.dispatch({ kind: 'line', text });
  const next = reply.blocks
    .flatMap((block) => (block.type === 'actions' ? block.actions : []))
    .find(({ label }) => label === 'Next');
  return [{ line: text, reply, invocation }, ...(next ? await pages(dispatcher, formatLine(next)) : [])];
}

const draw = (reply: Reply): string => render(reply, LOOK).replace(/[ \t]+$/gm, '');
