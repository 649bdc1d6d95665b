import WEIGHTS from '../models/weights/key-points.json' with { type: 'json' };
import { FEATURES, type Measured } from './passage-features.ts';

/**
 * The features of each passage of a story: as they are, and each compared with the story’s other
 * passages, in standard deviations.
 */
export function rowsOf({ rows }: Pick<Measured, 'rows'>): readonly (readonly number[])[] {
  const { means, deviations } = spreadOf(rows);
  return rows.map((row) => [...row, ...row.map((value, at) => (value - (means[at] ?? 0)) / (deviations[at] ?? 1))]);
}

/** The mean of each column, and how far its values lie around it; never 0. */
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
 * How much each passage tells of its story; only the differences mean anything. The weights are learned by logistic
 * regression from sentences that editors’ summaries rest on (`train/key-points.ts`).
 */
export const scorePassages = (measured: Measured, weights: readonly number[] = WEIGHTS): readonly number[] =>
  rowsOf(measured).map((row) => row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0));

/** One weight for each feature as it is, then one for each as compared. */
export const WEIGHT_COUNT = 2 * FEATURES.length;
