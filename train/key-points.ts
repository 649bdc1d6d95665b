import { rowsOf, spreadOf } from '../src/briefing/summary/score-passages.ts';
import type { LabelledStory } from './labelled-stories.ts';
import { logisticRegression } from './newton.ts';

/** The L2 penalty. */
const L2 = 200;

/** Trains the weights of `score-passages.ts`: the passages on which an editor’s summary is based. */
export function trainKeyPoints(stories: readonly LabelledStory[]): readonly number[] {
  const rows = stories.flatMap(({ measured }) => rowsOf(measured));
  const labels = stories.flatMap(({ measured, gold }) => measured.rows.map((_, at) => Number(gold.has(at))));
  const { means, deviations } = spreadOf(rows);
  const scaled = rows.map((row) => [...row.map((value, at) => (value - (means[at] ?? 0)) / (deviations[at] ?? 1)), 1]);
  const weights = logisticRegression(scaled, labels, L2);
  return weights.slice(0, -1).map((weight, at) => Number((weight / (deviations[at] ?? 1)).toPrecision(3)));
}
