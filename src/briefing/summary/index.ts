import type { Briefing } from '#core/briefing';
import type { ShownSentence } from '#core/shown-sentence';
import { type Span, totalLength } from '#core/span';
import type { Reading } from '../normalise.ts';
import { pairMarks, type Quotation } from '../quotes/marks.ts';
import type { Sentence } from '../segment.ts';
import { countWords, hasFiniteVerb } from '../words/clauses.ts';
import { TELLS_NOTHING } from '../words/outlook.ts';
import { candidatesOf, type Showable } from './candidates.ts';
import { dependenceOf } from './dependence.ts';
import { shortExcerpt, shownWords, wholeExcerpt } from './excerpts.ts';
import { introduceSpeakers } from './introduce-speakers.ts';
import { chooseLead, isHeadlineCase, tellsNews } from './lead.ts';
import { type Outlook, outlookOf } from './outlook.ts';
import { measure } from './passage-features.ts';
import { passagesOf } from './passages.ts';
import { readingTime } from './reading-time.ts';
import { selectDiverse } from './select.ts';
import type { Statement } from './statement.ts';

export type { Statement } from './statement.ts';

/** The number of key points in the short briefing, and the maximum in the full one. */
const MAX_SHORT_POINTS = 3;
const MAX_FULL_POINTS = 10;
/** The maximum number of words per line. */
const MAX_NEWS_WORDS = 25;
const MAX_LONG_NEWS_WORDS = 38;
const MAX_POINT_WORDS = 38;
/** Above this number of words, asides are removed from a key point. */
const EASY_POINT_WORDS = 25;
/** The maximum number of words of the key points in the short briefing together. */
const MAX_SHORT_WORDS = 72;
/** The number of key points that the short briefing contains regardless of that maximum. */
const MIN_SHORT_POINTS = 2;
/** The maximum share of the article’s words in a full briefing. */
const MAX_SHARE = 0.35;
/**
 * The weight of the length of a passage without its quotations. Of the sentences that a reader called useful, few are
 * short: one of 37 to 45 words was useful in 62% of the cases, one of 13 to 18 words in 27%.
 */
const LENGTH_WORTH = 1;
/** Words beyond this number add no weight. */
const LONG_WORDS = 40;
/** The bonus for a passage in which a speaker answers, accuses or demands: the other side is part of the news. */
const ANSWER_WORTH = 0.3;
const ANSWERS =
  /\b(?:den(?:y|ies|ied)|reject(?:s|ed)|dismissed|accus(?:es|ed)|critici[sz](?:es|ed)|condemn(?:s|ed)|oppos(?:es|ed)|urged|called (?:for|on)|demand(?:s|ed)|warn(?:s|ed)|vow(?:s|ed)|promis(?:es|ed)|pledged)\b/;
/** The penalty for a passage that is one long quotation: quotations have a section of their own. */
const QUOTATION_PENALTY = 0.8;

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
  const story = passagesOf(reading, sentences, quotations, statements);
  const title = titleOf(reading) || (story.find(({ text }, at) => at === 0 && isHeadlineCase(text))?.text ?? '');
  const measured = measure(story, title);
  const candidates = candidatesOf(story, measured, statements);
  const lead = chooseLead(candidates, title !== '');
  if (!lead) return { keyPoints: [], readingTime: readingTime(reading) };

  const standfirst = tellsNews(lead) ? undefined : standfirstOf(reading);
  const news = standfirst ?? newsOf(lead, text);
  // Passages before the lead set the scene.
  const others = candidates.filter(({ index, standsAlone }) => standsAlone && index > lead.index);
  const room = MAX_SHARE * countWords(text) - shownWords(news, text);
  const above = `${title} ${text.slice(news.span.start, news.span.end)}`;
  const chosen = introduceSpeakers(
    pointsOf(tellingOnes(others), lead, { text, above, size: measured.size, words: room }),
    above,
    text,
  );
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

/** Selects the outlook from passages that are no key point; otherwise from key points in the article’s own words. */
function outlookBeside(points: readonly Point[], others: readonly Showable[], text: string): Outlook {
  const own = others.filter(({ isQuotation }) => !isQuotation);
  const isPoint = (passage: Showable): boolean => points.some((point) => point.passage === passage);
  const isOwn = (passage: Showable): boolean =>
    isPoint(passage) && passage.statements.length === 0 && shortExcerpt(passage, text, MAX_POINT_WORDS) !== undefined;
  const free = outlookOf(own.filter((passage) => !isPoint(passage)));
  const told = outlookOf(own.filter((passage) => isOwn(passage)));
  return { notYetKnown: free.notYetKnown ?? told.notYetKnown, next: free.next ?? told.next };
}

/** Removes passages that only report that something was said or not said, if enough others remain. */
function tellingOnes(passages: readonly Showable[]): readonly Showable[] {
  const telling = passages.filter(({ text }) => !TELLS_NOTHING.test(text));
  return telling.length >= MAX_SHORT_POINTS ? telling : passages;
}

/** Without asides if that makes it short enough, cut further if it is far too long, complete if it cannot be cut. */
const newsOf = (lead: Showable, text: string): ShownSentence =>
  shortExcerpt(lead, text, MAX_NEWS_WORDS, 'careful') ??
  shortExcerpt(lead, text, MAX_LONG_NEWS_WORDS) ??
  shortExcerpt(lead, text, MAX_LONG_NEWS_WORDS, 'last resort') ??
  wholeExcerpt(lead, text);

const given = <Key extends string>(
  key: Key,
  excerpt: ShownSentence | undefined,
): { readonly [K in Key]?: ShownSentence } =>
  (excerpt ? { [key]: excerpt } : {}) as { readonly [K in Key]?: ShownSentence };

interface Point {
  readonly passage: Showable;
  readonly excerpt: ShownSentence;
  readonly minimumLength: Briefing['keyPoints'][number]['minimumLength'];
}

/** The context in which key points are selected. */
interface Setting {
  readonly text: string;
  /** The headline and the lead, shown above all key points. */
  readonly above: string;
  /** The number of distinct terms in the story. */
  readonly size: number;
  /** The maximum number of words of all key points. */
  readonly words: number;
}

/**
 * The key points in text order; the short briefing contains the first few selected that are short enough, and ends
 * before one for which there is no room, instead of filling up with shorter ones.
 */
function pointsOf(
  others: readonly Showable[],
  lead: Showable,
  { text, above, size, words }: Setting,
): readonly Point[] {
  const options = others.map((passage) => ({ ...passage, passage, score: worthOf(passage, above) }));
  const chosen = selectDiverse(options, MAX_FULL_POINTS, lead, size);
  const points: Point[] = [];
  let left = words;
  const short = { points: 0, words: 0, isFull: false };
  for (const { passage } of chosen) {
    const brief = pointExcerpt(passage, text);
    const excerpt = brief ?? wholeExcerpt(passage, text);
    const length = shownWords(excerpt, text);
    const isCandidate = brief !== undefined && !passage.isQuotation;
    if (isCandidate && short.points >= MIN_SHORT_POINTS && short.words + length > MAX_SHORT_WORDS) short.isFull = true;
    const isShort = isCandidate && !short.isFull;
    left -= length;
    if (!isShort && left < 0 && points.length >= MAX_SHORT_POINTS) continue;
    if (isShort) {
      short.points += 1;
      short.words += length;
      short.isFull = short.points === MAX_SHORT_POINTS;
    }
    points.push({ passage, excerpt, minimumLength: isShort ? 'short' : 'full' });
  }
  return points.sort((a, b) => a.passage.index - b.passage.index);
}

/** Without asides if that makes it easy to read; undefined if it cannot be made short. */
const pointExcerpt = (passage: Showable, text: string): ShownSentence | undefined =>
  shortExcerpt(passage, text, EASY_POINT_WORDS, 'careful') ?? shortExcerpt(passage, text, MAX_POINT_WORDS);

const worthOf = ({ score, words, quoted, isQuotation, text }: Showable, above: string): number =>
  score +
  LENGTH_WORTH * Math.log(Math.min(Math.max(1, words * (1 - totalLength(quoted) / text.length)), LONG_WORDS)) +
  (ANSWERS.test(text) ? ANSWER_WORTH : 0) -
  (isQuotation ? QUOTATION_PENALTY : 0) -
  dependenceOf(text, above);

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
