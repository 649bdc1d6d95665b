import type { Briefing } from '#core/briefing';
import type { ShownSentence } from '#core/shown-sentence';
import { totalLength } from '#core/span';
import type { Showable } from './candidates.ts';
import { dependenceOf } from './dependence.ts';
import { shortExcerpt, shownWords, wholeExcerpt } from './excerpts.ts';
import { selectDiverse } from './select.ts';

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
/** The bonus for a sum or a share: the most frequently useful facts. */
const FIGURE_WORTH = 0.3;
const FIGURE = /[$£€₹]\s?\d|\d\s?(?:%|percent|per cent|million|billion|trillion|crore|lakh)|\b(?:million|billion)\b/;
/** The bonus for what happened to people: “was arrested”, “were killed”. */
const OUTCOME_WORTH = 0.3;
const OUTCOME =
  /\b(?:died|killed|dead|injured|wounded|arrested|charged|sentenced|convicted|missing|destroyed|damaged)\b/;
/**
 * The bonus for the passage after what is new, and the number of passages over which it falls to about a third: of the
 * sentences of news that a reader called useful, most are near the top.
 */
const EARLY_WORTH = 2;
const EARLY_PASSAGES = 10;
/** The penalty for a passage that is one long quotation: quotations have a section of their own. */
const QUOTATION_PENALTY = 0.8;

/** The penalty for a passage with at least this share of its terms in what is new: it hardly says more. */
const RETOLD_PENALTY = 0.6;
const RETOLD_SHARE = 0.4;
/**
 * The minimum worth of a key point of the short briefing after the first. Of the weaker ones, a reader called four of
 * ten useful; of the others, seven of ten.
 */
const MIN_SHORT_WORTH = 4;

export interface Point {
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
export function pointsOf(
  others: readonly Showable[],
  lead: Showable,
  { text, above, size, words }: Setting,
): readonly Point[] {
  const options = others.map((passage) => ({ ...passage, passage, score: worthOf(passage, lead, above) }));
  const chosen = selectDiverse(options, MAX_FULL_POINTS, lead, size);
  const points: Point[] = [];
  let left = words;
  const short = { points: 0, words: 0, isFull: false };
  for (const { passage, score } of chosen) {
    const brief = pointExcerpt(passage, text);
    const excerpt = brief ?? wholeExcerpt(passage, text);
    const length = shownWords(excerpt, text);
    const isWorthIt = short.points === 0 || score >= MIN_SHORT_WORTH;
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

const worthOf = (
  { index, score, words, quoted, isQuotation, text, vector: { terms } }: Showable,
  lead: Showable,
  above: string,
): number =>
  score +
  EARLY_WORTH * Math.exp(-Math.max(0, index - lead.index - 1) / EARLY_PASSAGES) +
  LENGTH_WORTH * Math.log(Math.min(Math.max(1, words * (1 - totalLength(quoted) / text.length)), LONG_WORDS)) +
  (ANSWERS.test(text) ? ANSWER_WORTH : 0) +
  (FIGURE.test(text) ? FIGURE_WORTH : 0) +
  (OUTCOME.test(text) ? OUTCOME_WORTH : 0) -
  (isQuotation ? QUOTATION_PENALTY : 0) -
  (shareOf(terms, lead.vector.terms) >= RETOLD_SHARE ? RETOLD_PENALTY : 0) -
  dependenceOf(text, above);

const shareOf = (terms: readonly number[], of: readonly number[]): number => {
  const known = new Set(of);
  return terms.filter((term) => known.has(term)).length / Math.max(1, terms.length);
};
