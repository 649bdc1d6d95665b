import type { Article } from '#core/article';
import type { Briefing, Length } from '#core/briefing';
import { inEnglish, type Translate } from '#core/messages/index';
import type { Block, Inline, Reply, RichText } from '#core/reply';
import { type Span, totalLength } from '#core/span';
import { excerptText, spanText } from '#core/text/span-text';
import { action, actions, answer, context, heading, joinWithDots, paragraph } from './blocks.ts';
import { briefParts } from './brief-parts.ts';
import { showPublished } from './dates.ts';
import { hrefOf } from './evidence.ts';

export const DEFAULT_LENGTH: Length = 'short';

/** The briefing of one article: what is new, key points, quotations, positions and outlook. */
export function brief(briefing: Briefing, length: Length = DEFAULT_LENGTH, t: Translate = inEnglish): Reply {
  const { article } = briefing;
  return answer(
    ...briefBlocks(briefing, length, t),
    actions(
      length === 'full'
        ? undefined
        : action(t('brief.readMore'), 'brief', { article: article.id, length: longer(length) }),
      briefing.quotes.length > 0 ? action(t('brief.quotes'), 'quotes', { article: article.id }) : undefined,
      briefing.positions.length > 0 ? action(t('brief.positions'), 'positions', { article: article.id }) : undefined,
    ),
  );
}

const longer = (length: 'headline' | 'short'): Length => (length === 'headline' ? 'short' : 'full');

/** The visible text of the brief. */
export function briefBlocks(briefing: Briefing, length: Length, t: Translate = inEnglish): readonly Block[] {
  const top = [...titleBlocks(briefing), context(...credits(briefing, showPublished, t)), ...whatsNew(briefing, t)];
  return length === 'headline' ? top : [...top, ...briefParts(briefing, length, top, t)];
}

/** The maximum length of a first paragraph that is a headline, such as “Union endorses the mayor.”, in characters. */
const MAX_HEADLINE = 160;

/** The headline; nothing if the article has none, and was given the first words of its story to be listed by. */
function titleBlocks({ article, whatsNew }: Briefing): readonly Block[] {
  const hasHeadline = article.parts.some(({ kind }) => kind === 'headline');
  const words = article.title.replace(/…$/u, '').trimEnd();
  const [first] = article.parts;
  const isHeadline = first && totalLength([first.span]) <= MAX_HEADLINE && isOutside(first.span, whatsNew?.span);
  const isRepeated = !hasHeadline && first && !isHeadline && spanText(article, first.span).includes(words);
  return isRepeated ? [] : [heading(article.title, 1)];
}

const isOutside = (paragraph: Span, news: Span | undefined): boolean =>
  news !== undefined && news.start >= paragraph.end;

/** The source line of an article: `The Korea Herald · Kim Arin · 22 October 2024, 15:40 UTC+9 · 3 min read`. */
export function credits(
  { article, readingTime, kind }: Briefing,
  date = showPublished,
  t: Translate = inEnglish,
): RichText {
  const { published, authors } = article;
  const label = kind === undefined ? [] : [t(`brief.${kind}`)];
  const day = published ? [date(published, t)] : [];
  return joinWithDots([
    ...label,
    ...sourceOf(article),
    ...authors,
    ...day,
    t('brief.minutes', { minutes: readingTime }),
  ]);
}

/** The publisher of an article, linked to the article if it has a URL. */
export function sourceOf({ publisher, url }: Article): readonly Inline[] {
  const href = hrefOf(url, []);
  const text = publisher ?? (href && new URL(href).hostname);
  if (text === undefined) return [];
  return [href === undefined ? text : { text, href }];
}

function whatsNew({ article, whatsNew }: Briefing, t: Translate): readonly Block[] {
  return whatsNew
    ? [heading(t('brief.whatsNew'), 2), paragraph(excerptText(article, whatsNew))]
    : [paragraph(t('brief.noSentence'))];
}
