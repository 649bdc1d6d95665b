import { totalLength } from '#core/span';
import { findRuns, WORD } from '#text/code-units';
import { clusterOf } from '../models/clusters.ts';
import WEIGHTS from '../models/weights/points.json' with { type: 'json' };
import { OWN_WORDS } from '../words/outlook.ts';
import { STOPWORDS } from '../words/stopwords.ts';
import type { Showable } from './candidates.ts';
import { dependenceOf } from './dependence.ts';
import { stem } from './terms.ts';

/** What is shown above all key points, analysed once. */
export interface PointContext {
  /** The headline and what is new. */
  readonly text: string;
  readonly stems: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
  /** The clusters of the words of what is new. */
  readonly newsClusters: ReadonlySet<number>;
}

export function pointContext(title: string, news: string): PointContext {
  const text = `${title} ${news}`;
  const stems = new Set([...termsOf(text)].map(stem));
  return { text, stems, figures: figuresIn(text), newsClusters: clustersOf(termsOf(news)) };
}

/** Words beyond this number add no weight: of the sentences that a reader calls useful, few are short. */
const LONG_WORDS = 40;
const MAX_FIGURES = 3;

/**
 * The features of a passage as a key point; the last one is 1, for the bias.
 *
 * A point is worth more the more it says that is not above it: words, figures, and words of the writer rather than of a
 * quotation, which has a section of its own.
 */
export function usefulnessFeatures(passage: Showable, above: PointContext): readonly number[] {
  const { text, quoted, words, score, isQuotation, voice } = passage;
  const terms = termsOf(text);
  const clusters = clustersOf(terms);
  const ownWords = words * (1 - totalLength(quoted) / text.length);
  return [
    score,
    Number(isQuotation),
    Math.log(Math.min(Math.max(1, ownWords), LONG_WORDS)),
    Number(/^["“]/.test(text)),
    Number(OWN_WORDS.test(text)),
    clusters.intersection(above.newsClusters).size / Math.max(1, clusters.size),
    Math.min(MAX_FIGURES, figuresIn(text).difference(above.figures).size),
    Math.log(1 + new Set([...terms].map(stem)).difference(above.stems).size),
    Number(/\b(?:has|have)\b/.test(text)),
    Number(voice !== undefined),
    dependenceOf(text, above.text),
    1,
  ];
}

/**
 * The log-odds that a reader finds a passage useful as a key point below what is new. The weights are learned by logistic
 * regression from sentences of 240 articles that editors read (`train/points.ts`).
 */
export const usefulnessOf = (passage: Showable, above: PointContext, weights: readonly number[] = WEIGHTS): number =>
  usefulnessFeatures(passage, above).reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);

const termsOf = (text: string): ReadonlySet<string> =>
  new Set(findRuns(text.toLowerCase(), WORD).filter((word) => word.length > 1 && !STOPWORDS.has(word)));

/** Words of a cluster occur in similar contexts: “troops” and “soldiers”. */
const clustersOf = (terms: ReadonlySet<string>): ReadonlySet<number> =>
  new Set([...terms].map(clusterOf).filter((cluster) => cluster > 0));

const figuresIn = (text: string): ReadonlySet<string> => new Set(text.match(/\d[\d.,]*/g));
