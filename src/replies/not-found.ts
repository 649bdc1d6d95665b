import type { Briefing } from '#core/briefing';
import { inEnglish, type Translate } from '#core/messages/index';
import type { Reply } from '#core/reply';
import { type OtherArticle, type SpeakerNotFound, titleCase, truncateForDisplay } from '#lookup';
import { speakerChoice } from '#lookup/labels';
import { action, actions, answer, context, joinWords, paragraph, select } from './blocks.ts';

/** The name of the speaker option of each command. */
const OPTION = { quotes: 'speaker', positions: 'actor' } as const;

/** The maximum number of other articles suggested. */
const MAX_OTHER_ARTICLES = 3;

/** A failed lookup and possible alternatives. */
export interface FailedLookup {
  readonly briefing: Briefing;
  readonly typed: string;
  readonly found: SpeakerNotFound;
  /** Other articles in which a speaker has the same name. */
  readonly otherArticles: readonly OtherArticle[];
  readonly command: 'quotes' | 'positions';
  readonly t?: Translate;
}

/** Says that a person is not quoted, and suggests other speakers or articles. */
export function notFound(lookup: FailedLookup): Reply {
  const { found, otherArticles, command, t = inEnglish } = lookup;
  const { article, speakers } = lookup.briefing;
  const near = found.kind === 'near' ? found.names : [];
  const option = OPTION[command];
  const others = otherArticles.slice(0, MAX_OTHER_ARTICLES);
  return answer(
    paragraph(notFoundSentence(lookup)),
    context(article.title),
    others.length > 0
      ? paragraph(
          t('found.quotedIn', {
            titles: joinWords(
              others.map((entry) => entry.article.title),
              'and',
              t,
            ),
          }),
        )
      : undefined,
    actions(
      ...near.map((name) => action(name, command, { article: article.id, [option]: name })),
      ...others.map((other) =>
        action(other.article.title, command, { article: other.article.id, [option]: other.name }),
      ),
    ),
    select(
      { label: t('speaker.label'), command, option, options: { article: article.id } },
      speakers.map(speakerChoice),
    ),
  );
}

/** The message key for a person who is only mentioned or not quoted, by command. */
const SENTENCES = {
  quotes: { absent: 'found.notQuoted', mentioned: 'found.mentioned' },
  positions: { absent: 'found.noStatement', mentioned: 'found.mentionedOnly' },
} as const;

function notFoundSentence({ typed, found, command, t = inEnglish }: FailedLookup): string {
  const { absent, mentioned } = SENTENCES[command];
  if (found.kind === 'mentioned') return t(mentioned, { name: found.name });
  const sentence = t(absent, { name: titleCase(truncateForDisplay(typed)) });
  if (found.kind !== 'near') return sentence;
  return t('found.didYouMean', { sentence, names: joinWords(found.names, 'or', t) });
}
