import type { Article } from '#core/article';
import type { Briefing, Length } from '#core/briefing';
import type { Block, Inline, Reply, RichText } from '#core/reply';
import { contains, type Span } from '#core/span';
import { action, actions, answer, context, heading, joinWithDots, list, paragraph } from './blocks.ts';
import { showPublished } from './dates.ts';
import { hrefOf } from './evidence.ts';
import { sideLines } from './positions.ts';
import { excerptText } from './span-text.ts';
import { quoteWithByline } from './statement.ts';

/** How much of an article each length shows. */
const LIMITS = {
  headline: { quotes: 0, sides: 0, stances: 0 },
  short: { quotes: 2, sides: 4, stances: 3 },
  full: { quotes: 5, sides: 12, stances: 12 },
} as const satisfies Record<Length, unknown>;

export const DEFAULT_LENGTH: Length = 'short';

/** The briefing of one article: what is new, the key points, the weightiest quotations, who stands where. */
export function brief(briefing: Briefing, length: Length = DEFAULT_LENGTH): Reply {
  const { article } = briefing;
  return answer(
    heading(article.title, 1),
    context(...credits(briefing)),
    ...whatsNew(briefing),
    ...(length === 'headline' ? [] : detail(briefing, length)),
    actions(
      length === 'full' || !canShowMore(briefing, length)
        ? undefined
        : action('Read more', 'brief', { article: article.id, length: length === 'headline' ? 'short' : 'full' }),
      briefing.quotes.length > 0 ? action('Quotes', 'quotes', { article: article.id }) : undefined,
      briefing.positions.length > 0 ? action('Positions', 'positions', { article: article.id }) : undefined,
    ),
  );
}

/** Where an article comes from: `The Korea Herald · Kim Arin · 22 October 2024, 15:40 UTC+9 · 3 min read`. */
export function credits({ article, readingTime }: Briefing, date = showPublished): RichText {
  const { published, authors } = article;
  return joinWithDots([
    ...sourceOf(article),
    ...authors,
    ...(published ? [date(published)] : []),
    `${readingTime} min read`,
  ]);
}

function sourceOf({ publisher, url }: Article): readonly Inline[] {
  const href = hrefOf(url, []);
  const text = publisher ?? (href && new URL(href).hostname);
  if (text === undefined) return [];
  return [href === undefined ? text : { text, href }];
}

function whatsNew({ article, whatsNew }: Briefing): readonly Block[] {
  return whatsNew
    ? [heading('What’s new', 2), paragraph(excerptText(article, whatsNew))]
    : [paragraph('This article has no sentence to brief.')];
}

function detail(briefing: Briefing, length: 'short' | 'full'): readonly (Block | undefined)[] {
  const { article, attributions } = briefing;
  const points = pointsOf(briefing, length);
  return [
    ...section('Key points', list(points.map((point) => [excerptText(article, point)]))),
    ...section(
      'In their words',
      ...quotesNotShown(briefing, length)
        .slice(0, LIMITS[length].quotes)
        .map((quote) => quoteWithByline(article, quote)),
    ),
    attributions.length > 0 ? undefined : paragraph('Nobody is quoted in this article.'),
    ...section('Where they stand', list(sideLines(briefing, LIMITS[length]))),
  ];
}

/** The key points that a length shows. */
export const pointsOf = ({ keyPoints }: Briefing, length: Length): Briefing['keyPoints'] =>
  length === 'headline' ? [] : keyPoints.filter(({ minimumLength }) => length === 'full' || minimumLength === 'short');

/**
 * The quotations, the weightiest first, whose speaker is clear and that do not stand in the lines above them already:
 * nothing is said twice.
 */
export function quotesNotShown(briefing: Briefing, length: Length): Briefing['quotes'] {
  const lines = [briefing.whatsNew, ...pointsOf(briefing, length)].filter((line) => line !== undefined);
  const isShown = (quoted: Span): boolean => lines.some(({ span }) => contains(span, quoted));
  return briefing.quotes.filter(({ quoted, speaker }) => speaker.kind === 'named' && !quoted.every(isShown));
}

/** A heading with what belongs under it; nothing where there is nothing to head. */
function section(title: string, ...blocks: readonly (Block | undefined)[]): readonly Block[] {
  const given = blocks.filter((block) => block !== undefined);
  return given.length > 0 ? [heading(title, 2), ...given] : [];
}

const canShowMore = (briefing: Briefing, length: 'headline' | 'short'): boolean =>
  briefing.keyPoints.length > pointsOf(briefing, length).length ||
  quotesNotShown(briefing, length).length > LIMITS[length].quotes;
