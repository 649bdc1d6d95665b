import { bucketOf } from '../src/briefing/models/hash.ts';
import { bestPath } from '../src/briefing/models/viterbi.ts';
import { randomFrom, shuffle } from './random.ts';
import type { Weights } from './weights.ts';

/** A training sentence: the hashed features of each token, and the index of its label. */
export interface LabelledSequence {
  readonly features: readonly ArrayLike<number>[];
  readonly gold: ArrayLike<number>;
}

export interface TaggerOptions {
  readonly bits: number;
  readonly epochs: number;
  readonly seed: number;
}

/** Trains a sequence model: an averaged structured perceptron. */
export function trainTagger(
  sequences: readonly LabelledSequence[],
  labels: readonly string[],
  { bits, epochs, seed }: TaggerOptions,
): Weights {
  const width = labels.length;
  const buckets = new Buckets(bits);
  const rows = sequences.map(({ features, gold }) => ({
    gold,
    rows: features.map((hashes) => Int32Array.from(hashes, (hash) => buckets.numberOf(hash) * width)),
  }));
  const emission = new Averaged(buckets.count * width);
  const transition = new Averaged((width + 1) * width);
  const random = randomFrom(seed);
  let scores = new Float64Array(0);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const sequence of shuffle([...rows], random)) {
      const count = sequence.gold.length;
      if (count * width > scores.length) scores = new Float64Array(count * width * 2);
      for (let at = 0; at < count; at += 1) emission.addUp(sequence.rows[at] as Int32Array, width, scores, at * width);
      const path = bestPath(scores, count, width, transition.weights);
      correct(sequence, path, width, emission, transition);
      emission.step += 1;
      transition.step += 1;
    }
  }
  return { labels, bits, table: buckets.spread(emission.average(), width), transitions: transition.average() };
}

function correct(
  { rows, gold }: { rows: readonly Int32Array[]; gold: ArrayLike<number> },
  path: Uint8Array,
  width: number,
  emission: Averaged,
  transition: Averaged,
): void {
  let before = width;
  let wrongBefore = width;
  for (let at = 0; at < path.length; at += 1) {
    const right = gold[at] as number;
    const wrong = path[at] as number;
    if (right !== wrong) {
      for (const row of rows[at] as Int32Array) {
        emission.change(row + right, 1);
        emission.change(row + wrong, -1);
      }
    }
    if (right !== wrong || before !== wrongBefore) {
      transition.change(before * width + right, 1);
      transition.change(wrongBefore * width + wrong, -1);
    }
    before = right;
    wrongBefore = wrong;
  }
}

/** Numbers the buckets in use: training is many times faster with a small table. */
class Buckets {
  count = 0;
  readonly #bits: number;
  readonly #numbers: Int32Array;

  constructor(bits: number) {
    this.#bits = bits;
    this.#numbers = new Int32Array(1 << bits).fill(-1);
  }

  numberOf(hash: number): number {
    const bucket = bucketOf(hash, this.#bits);
    if (this.#numbers[bucket] === -1) this.#numbers[bucket] = this.count++;
    return this.#numbers[bucket] as number;
  }

  /** Moves the weights from numbers back to their buckets. */
  spread(weights: Float64Array, width: number): Float64Array {
    const table = new Float64Array(width << this.#bits);
    this.#numbers.forEach((number, bucket) => {
      if (number >= 0) table.set(weights.subarray(number * width, (number + 1) * width), bucket * width);
    });
    return table;
  }
}

/** Weights with their average over all steps, updated lazily. */
class Averaged {
  readonly weights: Float64Array;
  readonly #totals: Float64Array;
  step = 1;

  constructor(size: number) {
    this.weights = new Float64Array(size);
    this.#totals = new Float64Array(size);
  }

  addUp(rows: Int32Array, width: number, scores: Float64Array, offset: number): void {
    scores.fill(0, offset, offset + width);
    for (const row of rows) {
      for (let label = 0; label < width; label += 1) {
        scores[offset + label] = (scores[offset + label] as number) + (this.weights[row + label] as number);
      }
    }
  }

  change(at: number, by: number): void {
    this.weights[at] = (this.weights[at] as number) + by;
    this.#totals[at] = (this.#totals[at] as number) + by * this.step;
  }

  average(): Float64Array {
    return this.weights.map((weight, at) => weight - (this.#totals[at] as number) / this.step);
  }
}
