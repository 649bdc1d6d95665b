import type { Briefing } from '#core/briefing';
import type { Reply } from '#core/reply';
import { type OtherArticle, type SpeakerNotFound, titleCase, truncateForDisplay } from '#lookup';
import { speakerChoice } from '#lookup/labels';
import { action, actions, answer, context, joinWords, paragraph, select } from './blocks.ts';

/** What each command calls a speaker. */
const OPTION = { quotes: 'speaker', positions: 'actor' } as const;

/** As many other articles as are offered. */
const MAX_OTHER_ARTICLES = 3;

/** What was asked for in vain, and where it would lead. */
export interface FailedLookup {
  readonly briefing: Briefing;
  readonly typed: string;
  readonly found: SpeakerNotFound;
  /** Other articles in which the same name does speak. */
  readonly otherArticles: readonly OtherArticle[];
  readonly command: 'quotes' | 'positions';
}

/** Says that a person is not quoted, and suggests other speakers or articles. */
export function notFound(vain: FailedLookup): Reply {
  const { found, otherArticles, command } = vain;
  const { article, speakers } = vain.briefing;
  const near = found.kind === 'near' ? found.names : [];
  const option = OPTION[command];
  const others = otherArticles.slice(0, MAX_OTHER_ARTICLES);
  return answer(
    paragraph(notFoundSentence(vain)),
    context(article.title),
    others.length > 0 ? paragraph(`Quoted in ${joinWords(others.map((entry) => entry.article.title))}.`) : undefined,
    actions(
      ...near.map((name) => action(name, command, { article: article.id, [option]: name })),
      ...others.map((other) =>
        action(other.article.title, command, { article: other.article.id, [option]: other.name }),
      ),
    ),
    select({ label: 'Speaker', command, option, options: { article: article.id } }, speakers.map(speakerChoice)),
  );
}

/** How each command words that a person says nothing or is only mentioned. */
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

function notFoundSentence({ typed, found, command }: FailedLookup): string {
  const { absent, mentioned } = SENTENCES[command];
  if (found.kind === 'mentioned') return mentioned(found.name);
  const plain = absent(titleCase(truncateForDisplay(typed)));
  return found.kind === 'near' ? `${plain} Did you mean ${joinWords(found.names, 'or')}?` : plain;
}
