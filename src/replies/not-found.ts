import type { Briefing } from '#core/briefing';
import type { Reply } from '#core/reply';
import { type Elsewhere, echo, type NotFound, nameLike } from '#lookup';
import { speakerChoice } from '#lookup/labels';
import { action, actions, answer, context, listed, paragraph, select } from './blocks.ts';

/** What each command calls a speaker. */
const OPTION = { quotes: 'speaker', positions: 'actor' } as const;

/** As many other articles as are offered. */
const ELSEWHERE = 3;

/** What was asked for in vain, and where it would lead. */
export interface Vain {
  readonly briefing: Briefing;
  readonly typed: string;
  readonly found: NotFound;
  /** Other articles in which the same name does speak. */
  readonly elsewhere: readonly Elsewhere[];
  readonly command: 'quotes' | 'positions';
}

/** Says plainly that somebody is not quoted, and whom to ask for instead, or where. */
export function absent(vain: Vain): Reply {
  const { found, elsewhere, command } = vain;
  const { article, speakers } = vain.briefing;
  const near = found.kind === 'near' ? found.names : [];
  const option = OPTION[command];
  const others = elsewhere.slice(0, ELSEWHERE);
  return answer(
    paragraph(sentence(vain)),
    context(article.title),
    others.length > 0 ? paragraph(`Quoted in ${listed(others.map((entry) => entry.article.title))}.`) : undefined,
    actions(
      ...near.map((name) => action(name, command, { article: article.id, [option]: name })),
      ...others.map((other) =>
        action(other.article.title, command, { article: other.article.id, [option]: other.name }),
      ),
    ),
    select({ label: 'Speaker', command, option, options: { article: article.id } }, speakers.map(speakerChoice)),
  );
}

/** How each command says that somebody says nothing, or is only spoken of. */
const SENTENCES = {
  quotes: {
    absent: (name: string) => `${name} is not quoted in this article.`,
    mentioned: (name: string) => `${name} is mentioned but not quoted in this article.`,
  },
  positions: {
    absent: (name: string) => `${name}: no statement found in this article.`,
    mentioned: (name: string) => `${name}: mentioned in this article, but no statement found.`,
  },
} as const;

function sentence({ typed, found, command }: Vain): string {
  const { absent, mentioned } = SENTENCES[command];
  if (found.kind === 'mentioned') return mentioned(found.name);
  const plain = absent(nameLike(echo(typed)));
  return found.kind === 'near' ? `${plain} Did you mean ${listed(found.names, 'or')}?` : plain;
}
