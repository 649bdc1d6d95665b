import { describe, expect, it } from 'vitest';
import { type Candidate, selectDiverse } from '#briefing/summary/select';

/** A passage about the given terms. */
const passage = (index: number, score: number, terms: readonly number[], voice?: string): Candidate => ({
  index,
  score,
  vector: { terms, weights: terms.map(() => 1 / Math.sqrt(terms.length)) },
  voice,
});
const LEAD = passage(0, 0, [0, 1]);
const chosen = (count: number, ...options: readonly Candidate[]) =>
  selectDiverse(options, count, LEAD, 10).map(({ index }) => index);

describe('choosing passages', () => {
  it('takes the best first', () => {
    expect(chosen(2, passage(1, 0.1, [2]), passage(2, 0.3, [3]), passage(3, 0.2, [4]))).toEqual([2, 3]);
  });

  it('takes none that repeats the lead', () => {
    expect(chosen(2, passage(1, 9, [0, 1]), passage(2, 0.1, [3]))).toEqual([2]);
  });

  it('takes none that repeats a chosen one', () => {
    expect(chosen(3, passage(1, 1, [2, 3]), passage(2, 0.9, [2, 3]), passage(3, 0.1, [4, 5]))).toEqual([1, 3]);
  });

  it('prefers new content to partly repeated content', () => {
    expect(chosen(2, passage(1, 1, [2, 3]), passage(2, 0.9, [3, 4]), passage(3, 0.1, [5, 6]))).toEqual([1, 3]);
  });

  it('includes the other side', () => {
    const [ours, ours2, theirs] = [
      passage(1, 1, [2], 'Peru'),
      passage(2, 0.9, [3], 'Peru'),
      passage(3, 0.6, [4], 'Chile'),
    ];
    expect(chosen(2, ours, ours2, theirs)).toEqual([1, 3]);
  });
});
