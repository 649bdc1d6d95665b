import { describe, expect, test } from 'vitest';
import { chartOf } from '../../eval/chart.ts';
import { binsOf, curveOf, showBins } from '../../eval/reliability.ts';

const guesses = [
  { confidence: 0.95, right: true },
  { confidence: 1, right: true },
  { confidence: 0.92, right: false },
  { confidence: 0.3, right: false },
  undefined,
];

describe('the reliability of confidences', () => {
  test('is counted in ten bins, the highest including one', () => {
    const bins = binsOf(guesses);
    expect(bins).toHaveLength(10);
    expect(bins[9]).toMatchObject({ count: 3, right: 2 / 3 });
    expect(bins[3]).toMatchObject({ count: 1, confidence: 0.3, right: 0 });
    expect(showBins(bins).split('\n')[10]).toMatch(/^0\.9–1\.0 +3 +95\.7 % +66\.7 %$/);
  });

  test('gives the curve of right against wrong, as shares of all with a speaker', () => {
    const curve = curveOf(guesses);
    expect(curve.at(0)).toEqual({ threshold: 1, right: 0.2, wrong: 0 });
    expect(curve.at(-1)).toMatchObject({ right: 0.4, wrong: 0.4 });
  });

  test('is drawn deterministically', () => {
    const chart = chartOf(curveOf(guesses), binsOf(guesses), 0.75);
    expect(chart).toBe(chartOf(curveOf(guesses), binsOf(guesses), 0.75));
    expect(chart).toContain('threshold 0.75');
    expect(chart).not.toContain('NaN');
  });

  test('is not drawn without data', () => {
    expect(chartOf(curveOf([]), binsOf([]), 0.75)).not.toContain('NaN');
  });
});
