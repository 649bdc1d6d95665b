import type { FeatureList } from './feature-list.ts';
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

/**
 * The same for a model whose last label is `CHECK`: a feature counts only where its row was learned for it. Most
 * features of a new text were never seen, and would fall into the rows of others.
 */
export function scoreChecked(
  { table, filled, bits, scale, labels }: Model,
  { hashes, size }: FeatureList,
  scores: Float64Array,
  offset: number,
): void {
  const check = labels.length - 1;
  for (let label = 0; label < check; label += 1) scores[offset + label] = 0;
  for (let at = 0; at < size; at += 1) {
    const hash = hashes[at] as number;
    const bucket = bucketOf(hash, bits);
    if ((((filled[bucket >>> 5] as number) >>> (bucket & 31)) & 1) === 0) continue;
    const row = bucket * (check + 1);
    if (table[row + check] !== checkOf(hash)) continue;
    for (let label = 0; label < check; label += 1) {
      scores[offset + label] = (scores[offset + label] as number) + (table[row + label] as number);
    }
  }
  for (let label = 0; label < check; label += 1) {
    scores[offset + label] = (scores[offset + label] as number) * scale;
  }
}

/** The label whose column holds what a row's feature is known by. */
export const CHECK = 'check';

/** What a feature is known by, from 1 to 127. */
export const checkOf = (hash: number): number => 1 + ((Math.imul(hash, 0x2c1b3c6d) >>> 8) % 127);

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
