import type { Briefing } from '#core/briefing';
import type { ShownSentence } from '#core/shown-sentence';
import type { Span } from '#core/span';
import type { Reading } from '../normalise.ts';
import { pairMarks, type Quotation } from '../quotes/marks.ts';
import type { Sentence } from '../segment.ts';
import { countWords, hasFiniteVerb } from '../words/clauses.ts';
import { TELLS_NOTHING } from '../words/outlook.ts';
import { candidatesOf, type Showable } from './candidates.ts';
import { shortExcerpt, shownText, shownWords, wholeExcerpt } from './excerpts.ts';
import { introduceSpeakers } from './introduce-speakers.ts';
import { chooseLead, isHeadlineCase, tellsNews } from './lead.ts';
import { type Outlook, outlookOf } from './outlook.ts';
import { measure } from './passage-features.ts';
import { passagesOf } from './passages.ts';
import { MAX_POINT_WORDS, MAX_SHORT_POINTS, type Point, pointsOf } from './points.ts';
import { readingTime } from './reading-time.ts';
import type { Statement } from './statement.ts';
import { type PointContext, pointContext } from './usefulness.ts';

export type { Statement } from './statement.ts';

/** The maximum number of words of what is new, and of one that cannot be cut to that. */
const MAX_NEWS_WORDS = 25;
const MAX_LONG_NEWS_WORDS = 38;
/** A sentence of at most this length is shown whole rather than without its end. */
const MAX_WHOLE_NEWS_WORDS = 48;
/** The maximum share of the article’s words in a full briefing. */
const MAX_SHARE = 0.35;

export type Summary = Pick<Briefing, 'whatsNew' | 'keyPoints' | 'notYetKnown' | 'next' | 'readingTime'>;

/**
 * Summarizes a story: what is new, and the sentences that cover the rest, selected and shortened at clause borders,
 * never rewritten. Spans refer to the reading.
 */
export function summarise(
  reading: Reading,
  sentences: readonly Sentence[],
  statements: readonly Statement[],
  quotations: readonly Quotation[] = pairMarks(reading),
): Summary {
  const { text } = reading;
  const choice = choiceOf(reading, sentences, statements, quotations);
  if (!choice) return { keyPoints: [], readingTime: readingTime(reading) };
  const { news, others, lead, above, size } = choice;
  const words = MAX_SHARE * countWords(text) - shownWords(news, text);
  const chosen = introduceSpeakers(pointsOf(tellingOnes(others), lead, { text, above, size, words }), above.text, text);
  const { notYetKnown, next } = outlookBeside(chosen, others, text);
  const points = chosen.filter(({ passage }) => passage !== notYetKnown && passage !== next);
  const outlook = (passage: Showable | undefined) => passage && shortExcerpt(passage, text, MAX_POINT_WORDS);
  return {
    whatsNew: news,
    keyPoints: points.map(({ excerpt, minimumLength }) => ({ ...excerpt, minimumLength })),
    ...given('notYetKnown', outlook(notYetKnown)),
    ...given('next', outlook(next)),
    readingTime: readingTime(reading),
  };
}

/** What is new, and the passages of which some can be key points below it. */
export interface PointChoice {
  readonly lead: Showable;
  readonly news: ShownSentence;
  readonly others: readonly Showable[];
  readonly above: PointContext;
  /** The number of distinct terms in the story. */
  readonly size: number;
}

/** What is new, and what else can be shown; undefined for a text without sentences. */
export function choiceOf(
  reading: Reading,
  sentences: readonly Sentence[],
  statements: readonly Statement[],
  quotations: readonly Quotation[],
): PointChoice | undefined {
  const { text } = reading;
  const story = passagesOf(reading, sentences, quotations, statements);
  const title = titleOf(reading) || (story.find(({ text }, at) => at === 0 && isHeadlineCase(text))?.text ?? '');
  const measured = measure(story, title);
  const candidates = candidatesOf(story, measured, statements);
  const lead = chooseLead(candidates, title !== '');
  if (!lead) return undefined;
  const standfirst = tellsNews(lead) ? undefined : standfirstOf(reading);
  const news = standfirst ?? newsOf(lead, text, title);
  // Passages before the lead set the scene; only a story with hardly anything after it is told with them.
  const alone = candidates.filter((passage) => passage.standsAlone && passage !== lead);
  const after = alone.filter(({ index }) => index > lead.index);
  return {
    lead,
    news,
    others: after.length >= MAX_SHORT_POINTS ? after : alone,
    above: pointContext(title, shownText(news, text)),
    size: measured.size,
  };
}

/** Selects the outlook from passages that are no key point; otherwise from key points in the article’s own words. */
function outlookBeside(points: readonly Point[], others: readonly Showable[], text: string): Outlook {
  const own = others.filter(({ isQuotation }) => !isQuotation);
  const isPoint = (passage: Showable): boolean => points.some((point) => point.passage === passage);
  const isOwn = (passage: Showable): boolean =>
    isPoint(passage) && passage.statements.length === 0 && shortExcerpt(passage, text, MAX_POINT_WORDS) !== undefined;
  const free = outlookOf(own.filter((passage) => !isPoint(passage)));
  const ownOutlook = outlookOf(own.filter((passage) => isOwn(passage)));
  return { notYetKnown: free.notYetKnown ?? ownOutlook.notYetKnown, next: free.next ?? ownOutlook.next };
}

/** Removes passages that only report that something was said or not said, if enough others remain. */
function tellingOnes(passages: readonly Showable[]): readonly Showable[] {
  const telling = passages.filter(({ text }) => !TELLS_NOTHING.test(text));
  return telling.length >= MAX_SHORT_POINTS ? telling : passages;
}

/** Without asides if that makes it short enough, cut further if it is far too long, complete if it cannot be cut; the
 * words of the headline are kept. */
function newsOf(lead: Showable, text: string, title: string): ShownSentence {
  const passage = { ...lead, keeps: title };
  return (
    shortExcerpt(passage, text, MAX_NEWS_WORDS, 'careful') ??
    shortExcerpt(passage, text, MAX_LONG_NEWS_WORDS) ??
    (lead.words > MAX_WHOLE_NEWS_WORDS ? shortExcerpt(passage, text, MAX_LONG_NEWS_WORDS, 'last resort') : undefined) ??
    wholeExcerpt(lead, text)
  );
}

const given = <Key extends string>(
  key: Key,
  excerpt: ShownSentence | undefined,
): { readonly [K in Key]?: ShownSentence } =>
  (excerpt ? { [key]: excerpt } : {}) as { readonly [K in Key]?: ShownSentence };

/** The line below the headline, if it is a sentence. */
function standfirstOf({ text, parts }: Reading): ShownSentence | undefined {
  const part = parts.find(({ kind }) => kind === 'subheadline');
  const words = part ? text.slice(part.span.start, part.span.end) : '';
  const isSentence = countWords(words) >= 8 && countWords(words) <= MAX_LONG_NEWS_WORDS && hasFiniteVerb(words);
  return part && isSentence ? { span: part.span, cuts: [], substitutions: [] } : undefined;
}

function titleOf({ text, parts }: Reading): string {
  const isTitle = ({ kind }: { kind: string }) => kind === 'headline' || kind === 'subheadline';
  return parts
    .filter(isTitle)
    .map(({ span }: { span: Span }) => text.slice(span.start, span.end))
    .join(' ');
}
