import WEIGHTS from '../models/weights/key-points.json' with { type: 'json' };
import { FEATURES, type Measured } from './passage-features.ts';

/**
 * The features of each passage of a story: the raw values, and each value relative to the story’s other
 * passages, in standard deviations.
 */
export function rowsOf({ rows }: Pick<Measured, 'rows'>): readonly (readonly number[])[] {
  const { means, deviations } = spreadOf(rows);
  return rows.map((row) => [...row, ...row.map((value, at) => (value - (means[at] ?? 0)) / (deviations[at] ?? 1))]);
}

/** The mean and standard deviation of each column; the deviation is never 0. */
export function spreadOf(rows: readonly (readonly number[])[]) {
  const columns = rows[0]?.map((_, at) => rows.map((row) => row[at] ?? 0)) ?? [];
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
  const deviations = columns.map((column, at) => {
    const squares = column.reduce((sum, value) => sum + (value - (means[at] ?? 0)) ** 2, 0);
    return Math.sqrt(squares / column.length) + 1e-6;
  });
  return { means, deviations };
}

/**
 * The importance of each passage for its story; only differences are meaningful. The weights are learned by logistic
 * regression from sentences on which editors’ summaries are based (`train/key-points.ts`).
 */
export const scorePassages = (measured: Measured, weights: readonly number[] = WEIGHTS): readonly number[] =>
  rowsOf(measured).map((row) => row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0));

/** One weight for each raw feature, then one for each relative feature. */
export const WEIGHT_COUNT = 2 * FEATURES.length;
