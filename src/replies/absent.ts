import type { Article } from '#core/article';
import type { Entry } from '#core/ports';
import type { Reply } from '#core/reply';
import { echo, type NotFound, nameLike } from '#lookup';
import { action, actions, answer, context, listed, paragraph } from './blocks.ts';

/** What each command calls a speaker. */
const OPTION = { quotes: 'speaker', positions: 'actor' } as const;

/** As many other articles as are offered. */
const ELSEWHERE = 3;

/** What was asked for in vain, and where it would lead. */
export interface Vain {
  readonly article: Article;
  readonly typed: string;
  readonly found: NotFound;
  /** Other articles in which the same name does speak. */
  readonly elsewhere: readonly Entry[];
  readonly command: 'quotes' | 'positions';
}

/** Says plainly that somebody is not quoted, and whom to ask for instead, or where. */
export function absent({ article, typed, found, elsewhere, command }: Vain): Reply {
  const near = found.kind === 'near' ? found.names : [];
  const option = OPTION[command];
  const others = elsewhere.slice(0, ELSEWHERE);
  return answer(
    paragraph(sentence(typed, found)),
    context(article.title),
    others.length > 0 ? paragraph(`Quoted in ${listed(others.map((entry) => entry.article.title))}.`) : undefined,
    actions(
      ...near.map((name) => action(name, command, { article: article.id, [option]: name })),
      ...others.map((entry) => action(entry.article.title, command, { article: entry.article.id, [option]: typed })),
    ),
  );
}

function sentence(typed: string, found: NotFound): string {
  const name = nameLike(echo(typed));
  if (found.kind === 'mentioned') return `${found.name} is mentioned but not quoted in this article.`;
  if (found.kind === 'absent') return `${name} is not quoted in this article.`;
  return `${name} is not quoted in this article. Did you mean ${listed(found.names, 'or')}?`;
}
