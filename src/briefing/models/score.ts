import { bucketOf } from './hash.ts';
import type { Model } from './model.ts';

/** Features as hashes: what is there counts, in any order. */
export type Features = ArrayLike<number>;

/** Adds up the weights of the first `size` features, one score for each label, into `scores` from `offset` on. */
export function scoreLabels(
  model: Model,
  features: Features,
  scores: Float64Array,
  offset = 0,
  size = features.length,
): void {
  const { table, bits, scale } = model;
  const width = model.labels.length;
  for (let label = 0; label < width; label += 1) scores[offset + label] = 0;
  for (let at = 0; at < size; at += 1) {
    const row = bucketOf(features[at] as number, bits) * width;
    for (let label = 0; label < width; label += 1) {
      scores[offset + label] = (scores[offset + label] as number) + (table[row + label] as number);
    }
  }
  for (let label = 0; label < width; label += 1) scores[offset + label] = (scores[offset + label] as number) * scale;
}

/** The score of a model with one label, as a ranker has it. */
export function score(model: Model, features: Features): number {
  const { table, bits, scale } = model;
  let sum = 0;
  for (let at = 0; at < features.length; at += 1) sum += table[bucketOf(features[at] as number, bits)] as number;
  return sum * scale;
}

/** How likely a yes is, for a model with one label. */
export const probability = (model: Model, features: Features): number => 1 / (1 + Math.exp(-score(model, features)));

/** Scores as probabilities that add up to one. */
export function softmax(scores: ArrayLike<number>): number[] {
  let top = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at += 1) top = Math.max(top, scores[at] as number);
  const powers = Array.from(scores, (value) => Math.exp(value - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
