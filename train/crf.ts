import { bucketOf } from '../src/briefing/models/hash.ts';
import { AdaGrad } from './ada-grad.ts';
import { randomFrom, shuffle } from './random.ts';
import type { LabelledSequence, TaggerOptions } from './tagger.ts';
import type { Weights } from './weights.ts';

/** Gradients below this are skipped to save time. */
const FLAT = 1e-3;

export interface CrfOptions extends TaggerOptions {
  readonly rate?: number;
  /** The L2 penalty, applied each time a weight is used. */
  readonly l2?: number;
  /**
   * The share of features hidden at random in each step: a model that cannot rely on the word itself learns more from
   * its neighbours, its letters and its cluster.
   */
  readonly dropout?: number;
}

/** Trains a sequence model as a conditional random field, by gradient descent with a step size per weight. */
export function trainCrf(
  sequences: readonly LabelledSequence[],
  labels: readonly string[],
  { bits, epochs, seed, rate = 0.2, l2 = 1e-4, dropout = 0 }: CrfOptions,
): Weights {
  const width = labels.length;
  const emission = new AdaGrad(width << bits, rate, l2);
  const transition = new AdaGrad((width + 1) * width, rate, l2);
  const rows = sequences.map(({ features, gold }) => ({
    gold,
    rows: features.map((hashes) => Int32Array.from(hashes, (hash) => bucketOf(hash, bits) * width)),
  }));
  const random = randomFrom(seed);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const sequence of shuffle([...rows], random)) {
      const kept = sequence.rows.map((all) => all.filter(() => random() >= dropout));
      step({ ...sequence, rows: kept }, width, emission, transition);
    }
  }
  return {
    labels,
    bits,
    table: emission.weights.map((weight) => weight * (1 - dropout)),
    transitions: transition.weights,
  };
}

interface Sequence {
  readonly rows: readonly Int32Array[];
  readonly gold: ArrayLike<number>;
}

function step({ rows, gold }: Sequence, width: number, emission: AdaGrad, transition: AdaGrad): void {
  const count = rows.length;
  const scores = Float64Array.from({ length: count * width }, (_, at) =>
    emission.sum(rows[Math.floor(at / width)] as Int32Array, at % width),
  );
  const start = width * width;
  const { forward, backward } = chances(scores, count, width, transition.weights);
  const slopes = new Float64Array((width + 1) * width);
  for (let at = 0; at < count; at += 1) {
    let total = 0;
    for (let label = 0; label < width; label += 1) {
      total += (forward[at * width + label] as number) * (backward[at * width + label] as number);
    }
    for (let label = 0; label < width; label += 1) {
      const chance = ((forward[at * width + label] as number) * (backward[at * width + label] as number)) / total;
      const slope = chance - Number(gold[at] === label);
      if (Math.abs(slope) > FLAT) emission.descendAll(rows[at] as Int32Array, label, slope);
      if (at === 0) slopes[start + label] = slope;
    }
    if (at > 0) addPairs(at, width, scores, forward, backward, transition.weights, slopes);
    if (at > 0)
      slopes[(gold[at - 1] as number) * width + (gold[at] as number)] =
        (slopes[(gold[at - 1] as number) * width + (gold[at] as number)] as number) - 1;
  }
  slopes.forEach((slope, at) => {
    if (Math.abs(slope) > FLAT) transition.descend(at, slope);
  });
}

/** Forward and backward sums; each position is scaled to a maximum of one. */
function chances(
  scores: Float64Array,
  count: number,
  width: number,
  transitions: Float64Array,
): { forward: Float64Array; backward: Float64Array } {
  const powers = transitions.map(Math.exp);
  const forward = new Float64Array(count * width);
  const backward = new Float64Array(count * width).fill(1, (count - 1) * width);
  for (let at = 0; at < count; at += 1) {
    for (let label = 0; label < width; label += 1) {
      let sum = at === 0 ? (powers[width * width + label] as number) : 0;
      for (let before = 0; at > 0 && before < width; before += 1) {
        sum += (forward[(at - 1) * width + before] as number) * (powers[before * width + label] as number);
      }
      forward[at * width + label] = sum * Math.exp(scores[at * width + label] as number);
    }
    scale(forward, at * width, width);
  }
  for (let at = count - 2; at >= 0; at -= 1) {
    for (let next = 0; next < width; next += 1) {
      const ahead = (backward[(at + 1) * width + next] as number) * Math.exp(scores[(at + 1) * width + next] as number);
      for (let label = 0; label < width; label += 1) {
        backward[at * width + label] =
          (backward[at * width + label] as number) + ahead * (powers[label * width + next] as number);
      }
    }
    scale(backward, at * width, width);
  }
  return { forward, backward };
}

function scale(values: Float64Array, from: number, width: number): void {
  let top = 0;
  for (let at = from; at < from + width; at += 1) top = Math.max(top, values[at] as number);
  for (let at = from; at < from + width; at += 1) values[at] = (values[at] as number) / top;
}

/** Adds the probability of each label pair at two positions to the gradients of the transitions. */
function addPairs(
  at: number,
  width: number,
  scores: Float64Array,
  forward: Float64Array,
  backward: Float64Array,
  transitions: Float64Array,
  slopes: Float64Array,
): void {
  const pairs = new Float64Array(width * width);
  let total = 0;
  for (let before = 0; before < width; before += 1) {
    for (let label = 0; label < width; label += 1) {
      const chance =
        (forward[(at - 1) * width + before] as number) *
        Math.exp((transitions[before * width + label] as number) + (scores[at * width + label] as number)) *
        (backward[at * width + label] as number);
      pairs[before * width + label] = chance;
      total += chance;
    }
  }
  for (let pair = 0; pair < pairs.length; pair += 1) {
    slopes[pair] = (slopes[pair] as number) + (pairs[pair] as number) / total;
  }
}
