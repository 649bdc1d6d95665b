import { sameName } from './names.ts';
import type { Judgement } from './score.ts';

/** A quotation's speaker, named or only likely: the confidence, and whether it is correct. */
export interface Guess {
  readonly confidence: number;
  readonly right: boolean;
}

/** Guesses in a confidence range: their number, average confidence and accuracy. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly confidence: number;
  readonly right: number;
}

/** The results of naming speakers above a threshold, as shares of all quotations with a known speaker. */
export interface CurvePoint {
  readonly threshold: number;
  readonly right: number;
  readonly wrong: number;
}

/** Every quotation with a labelled speaker; undefined if not even a likely one was found. */
export function guessesOf(judgements: readonly Judgement[]): (Guess | undefined)[] {
  return judgements.flatMap(({ quotes }) =>
    quotes.flatMap(({ gold: { speaker, also, type }, found }) => {
      if (!speaker) return [];
      const name = found?.speaker?.name ?? found?.unclear[0];
      if (!found || name === undefined) return [undefined];
      return [{ confidence: found.confidence, right: sameName(name, { name: speaker, also, type }) }];
    }),
  );
}

const BINS = 10;

/** Ten bins of equal width; `right` should be close to `confidence` in each. */
export function binsOf(guesses: readonly (Guess | undefined)[]): Bin[] {
  const known = guesses.filter((guess) => guess !== undefined);
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = known.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin);
    const sum = inside.reduce((total, { confidence }) => total + confidence, 0);
    const right = inside.filter((guess) => guess.right).length;
    const count = inside.length;
    return {
      from: bin / BINS,
      to: (bin + 1) / BINS,
      count,
      confidence: count && sum / count,
      right: count && right / count,
    };
  });
}

/** The curve of right against wrong as the threshold decreases from one to zero. */
export function curveOf(guesses: readonly (Guess | undefined)[]): CurvePoint[] {
  const total = guesses.length;
  return Array.from({ length: 101 }, (_, step) => {
    const threshold = 1 - step / 100;
    const named = guesses.filter((guess) => guess !== undefined && guess.confidence >= threshold);
    const right = named.filter((guess) => guess?.right).length;
    return { threshold, right: total && right / total, wrong: total && (named.length - right) / total };
  });
}

/** The bins as a text table. */
export function showBins(bins: readonly Bin[]): string {
  const rows = bins.map(
    ({ from, to, count, confidence, right }) =>
      `${from.toFixed(1)}–${to.toFixed(1)}${String(count).padStart(10)}${percent(confidence, count)}${percent(right, count)}`,
  );
  return ['confidence  spans  on average   right', ...rows].join('\n');
}

const percent = (share: number, count: number): string => (count ? `${(100 * share).toFixed(1)} %` : '–').padStart(11);
