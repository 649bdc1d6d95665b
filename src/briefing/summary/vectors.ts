import type { TermCounts } from './terms.ts';

/** A passage's terms with their tf-idf weights, normalized to length 1. */
export interface Vector {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
}

/** Computes tf-idf weights: term frequency in the passage by rarity among the others. `size` is the number of terms. */
export function tfIdf(bags: readonly TermCounts[], size: number): Vector[] {
  const passages = new Float64Array(size);
  for (const { terms } of bags) for (const term of terms) passages[term] = (passages[term] ?? 0) + 1;
  return bags.map(({ terms, counts }) => {
    const weights = terms.map((term, i) => {
      const rarity = Math.log(1 + bags.length / (passages[term] || 1));
      return (1 + Math.log(counts[i] ?? 1)) * rarity;
    });
    const norm = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
    return { terms, weights: weights.map((weight) => weight / norm) };
  });
}

export function addVector(sum: Float64Array, { terms, weights }: Vector): void {
  for (let i = 0; i < terms.length; i += 1) {
    const term = terms[i] ?? 0;
    sum[term] = (sum[term] ?? 0) + (weights[i] ?? 0);
  }
}

export function dot(sum: Float64Array, { terms, weights }: Vector): number {
  let product = 0;
  for (let i = 0; i < terms.length; i += 1) product += (sum[terms[i] ?? 0] ?? 0) * (weights[i] ?? 0);
  return product;
}

/**
 * The similarity of each passage to all following (`ahead`) or preceding ones, scaled to a maximum of 1. Computed with
 * a running sum in linear time.
 */
export function cohesion(vectors: readonly Vector[], size: number, ahead: boolean): number[] {
  const sum = new Float64Array(size);
  const all = new Array<number>(vectors.length).fill(0);
  for (let n = 0; n < vectors.length; n += 1) {
    const i = ahead ? vectors.length - 1 - n : n;
    const vector = vectors[i];
    if (!vector) continue;
    all[i] = dot(sum, vector);
    addVector(sum, vector);
  }
  const most = all.reduce((a, b) => Math.max(a, b), 0);
  return most > 0 ? all.map((value) => value / most) : all;
}
