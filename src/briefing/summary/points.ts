import type { Briefing } from '#core/briefing';
import type { ShownSentence } from '#core/shown-sentence';
import type { Showable } from './candidates.ts';
import { shortExcerpt, shownWords, wholeExcerpt } from './excerpts.ts';
import { selectDiverse } from './select.ts';
import { type PointContext, usefulnessOf } from './usefulness.ts';

/** The number of key points in the short briefing, and the maximum in the full one. */
export const MAX_SHORT_POINTS = 3;
const MAX_FULL_POINTS = 10;
/** The maximum number of words of a key point. */
export const MAX_POINT_WORDS = 38;
/** The number of words above which a key point is shown without asides, if that makes it so short. */
const EASY_POINT_WORDS = 32;
/** The maximum number of words of the key points in the short briefing together. */
const MAX_SHORT_WORDS = 72;
/** The number of key points that the short briefing contains regardless of that maximum. */
const MIN_SHORT_POINTS = 2;
/**
 * The minimum log-odds that a reader finds a key point of the short briefing useful, after the first one. Of those above
 * it, 75% were useful on outlets that were not learned from; of all, 45%.
 */
const MIN_USEFULNESS = Math.log(0.65 / 0.35);

export interface Point {
  readonly passage: Showable;
  readonly excerpt: ShownSentence;
  readonly minimumLength: Briefing['keyPoints'][number]['minimumLength'];
}

/** The context in which key points are selected. */
interface Setting {
  readonly text: string;
  readonly above: PointContext;
  /** The number of distinct terms in the story. */
  readonly size: number;
  /** The maximum number of words of all key points. */
  readonly words: number;
}

/**
 * The key points in text order; the short briefing contains the first few selected that are short enough, and ends
 * before one for which there is no room, instead of filling up with shorter ones.
 */
export function pointsOf(
  others: readonly Showable[],
  lead: Showable,
  { text, above, size, words }: Setting,
): readonly Point[] {
  const options = others.map((passage) => ({ ...passage, passage, score: usefulnessOf(passage, above) }));
  const chosen = selectDiverse(options, MAX_FULL_POINTS, lead, size);
  const points: Point[] = [];
  let left = words;
  const short = { points: 0, words: 0, isFull: false };
  for (const { passage, score } of chosen) {
    const brief = pointExcerpt(passage, text);
    const excerpt = brief ?? wholeExcerpt(passage, text);
    const length = shownWords(excerpt, text);
    const isWorthIt = short.points === 0 || score >= MIN_USEFULNESS;
    const isCandidate = brief !== undefined && !passage.isQuotation && isWorthIt;
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

/**
 * The whole passage if it is easy to read, otherwise without asides and, if it is still too long, without dates: what
 * else can be removed is too often what matters. Undefined if it cannot be made short.
 */
const pointExcerpt = (passage: Showable, text: string): ShownSentence | undefined =>
  shortExcerpt(passage, text, EASY_POINT_WORDS, 'careful') ?? shortExcerpt(passage, text, MAX_POINT_WORDS, 'moderate');
