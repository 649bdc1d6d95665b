import { readFileSync } from 'node:fs';
import { render, unpainted } from '#adapters/terminal/render';
import { brief } from '#briefing';
import { formatLine } from '#commandline';
import type { Desk } from '#core/ports';
import type { Reply } from '#core/reply';
import { readFileArticle } from '#library';
import { answerTo, deskOf } from '../support/desk.ts';
import { type GoldenCase, ROOT } from './cases.ts';

const QUESTIONS = ['/brief length:full', '/quotes kind:all', '/positions'];
const LOOK = { columns: 100, paint: unpainted, formatLine };

/** Where the answers about an article are kept. */
export const goldenFile = ({ id }: GoldenCase): URL => new URL(`./expected/${id}.txt`, import.meta.url);

/** What the project answers about an article, as a terminal draws it without colours. */
export async function answersAbout({ file, why }: GoldenCase): Promise<string> {
  const article = await readFileArticle(new URL(file, ROOT).pathname);
  const desk = deskOf([{ article, briefing: brief(article) }]);
  const answers = QUESTIONS.flatMap((line) => pages(desk, line)).map(([line, reply]) => `> ${line}\n\n${draw(reply)}`);
  return [`why: ${why}\n`, ...answers].join('\n');
}

/** What is kept; undefined where nothing has been accepted yet. */
export function golden(of: GoldenCase): string | undefined {
  try {
    return readFileSync(goldenFile(of), 'utf8');
  } catch {
    return undefined;
  }
}

/** An answer and all its further pages, each with the line that asks for it. */
function pages(desk: Desk, line: string): [line: string, reply: Reply][] {
  const reply = answerTo(desk, line);
  const next = reply.blocks
    .flatMap((block) => (block.type === 'actions' ? block.actions : []))
    .find(({ label }) => label === 'Next');
  return [[line, reply], ...(next ? pages(desk, formatLine(next)) : [])];
}

const draw = (reply: Reply): string => render(reply, LOOK).replace(/[ \t]+$/gm, '');
