import { beforeAll, describe, test } from 'vitest';
import { brief } from '#briefing';
import { formatLine } from '#commandline';
import { commands } from '#commands';
import type { Article } from '#core/article';
import type { Invocation } from '#core/commands/invocation';
import type { Dispatcher } from '#core/ports';
import type { Reply } from '#core/reply';
import { readFileArticle } from '#library';
import { goldenCases, ROOT } from '../golden/cases.ts';
import { dispatcherOf } from '../support/dispatcher.ts';

/** An answer and the line that requested it. */
export interface AnsweredLine {
  readonly line: string;
  readonly reply: Reply;
  readonly invocation: Invocation | undefined;
}

const linesAbout = (id: string): readonly string[] => [
  `/brief article:${id} length:headline`,
  `/brief article:${id}`,
  `/brief article:${id} length:full`,
  `/quotes article:${id}`,
  `/quotes article:${id} kind:all`,
  `/positions article:${id}`,
];

const LINES_ABOUT_NONE: readonly string[] = [
  '/articles',
  '/help',
  '/nothing',
  '/quotes speaker:Nobody',
  ...commands.map(({ name }) => `/help ${name}`),
];

/**
 * All answers about all articles of ours, page by page.
 *
 * @param look renders an answer and checks the result.
 * @param as changes each article before it is read.
 */
export function everyAnswer(
  look: (answered: AnsweredLine) => void,
  as: (article: Article) => Article = (article) => article,
): void {
  describe('every answer about a real article complies with every rule', () => {
    let dispatcher: Dispatcher;
    beforeAll(async () => {
      const articles = await Promise.all(
        goldenCases().map(({ file }) => readFileArticle(new URL(file, ROOT).pathname)),
      );
      dispatcher = dispatcherOf(articles.map(as).map((article) => ({ article, briefing: brief(article) })));
    });

    test.each([
      ['nothing of one article', LINES_ABOUT_NONE] as const,
      ...goldenCases().map(({ id }) => [id, linesAbout(id)] as const),
    ])('%s', async (_, asked) => {
      const [waiting, seen] = [[...asked], new Set<string>()];
      for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
        const { reply, invocation } = await dispatcher.dispatch({ kind: 'line', text });
        look({ line: text, reply, invocation });
        const next = nextOf(reply).filter((line) => !seen.has(line));
        waiting.push(...next);
        for (const page of next) seen.add(page);
      }
    });
  });
}

/** The lines of the buttons for the next page. */
const nextOf = ({ blocks }: Reply): readonly string[] =>
  blocks
    .flatMap((block) => (block.type === 'actions' ? block.actions : []))
    .filter(({ label }) => label === 'Next')
    .map(formatLine);
