import { bucketOf, combine } from '../src/briefing/models/hash.ts';
import { softmax } from '../src/briefing/models/score.ts';
import { AdaGrad } from './ada-grad.ts';
import { randomFrom, shuffle } from './random.ts';
import type { Weights } from './weights.ts';

/** A training example: its hashed features and the index of its label. */
export interface LabelledExample {
  readonly features: ArrayLike<number>;
  readonly label: number;
  /** The weight of the example; 1 by default. */
  readonly weight?: number;
}

/** A set of candidates, at least one of which is correct. */
export interface LabelledChoice {
  readonly candidates: readonly ArrayLike<number>[];
  /** The indices of the correct candidates. */
  readonly right: readonly number[];
  readonly weight?: number;
}

export interface LogisticOptions {
  readonly bits: number;
  readonly epochs: number;
  readonly seed: number;
  readonly rate?: number;
  /** The L2 penalty, applied each time a weight is used. */
  readonly l2?: number;
}

export interface RankerOptions extends LogisticOptions {
  /** The share of features hidden at random in each step, from all candidates of a choice alike. */
  readonly dropout?: number;
  /** How many models, trained in different random orders, are averaged. */
  readonly models?: number;
}

/** Trains a classifier for two labels (one weight per feature, for the second) or more (one weight per label). */
export function trainClassifier(
  examples: readonly LabelledExample[],
  labels: readonly string[],
  options: LogisticOptions,
): Weights {
  const width = labels.length === 2 ? 1 : labels.length;
  const weights = new AdaGrad(width << options.bits, options.rate, options.l2);
  const rows = examples.map((example) => ({ ...example, rows: rowsOf(example.features, options.bits, width) }));
  run(rows, options, ({ rows, label, weight = 1 }) => {
    const scores = new Array<number>(width).fill(0).map((_, at) => weights.sum(rows, at));
    const chances = width === 1 ? [1 / (1 + Math.exp(-(scores[0] as number)))] : softmax(scores);
    for (let at = 0; at < width; at += 1) {
      const wanted = width === 1 ? label : Number(at === label);
      weights.descendAll(rows, at, weight * ((chances[at] as number) - wanted));
    }
  });
  return { labels: width === 1 ? labels.slice(1) : labels, bits: options.bits, table: weights.weights };
}

/** Trains a ranker: the correct candidates together against all others. */
export function trainRanker(choices: readonly LabelledChoice[], options: RankerOptions): Weights {
  const { models = 1, dropout = 0, seed, bits } = options;
  const table = new Float64Array(1 << bits);
  for (let model = 0; model < models; model += 1) {
    const weights = trainRankerOnce(choices, { ...options, seed: seed + 100 * model });
    weights.forEach((weight, at) => {
      table[at] = (table[at] as number) + (weight * (1 - dropout)) / models;
    });
  }
  return { labels: ['choice'], bits, table };
}

function trainRankerOnce(choices: readonly LabelledChoice[], options: RankerOptions): Float64Array {
  const weights = new AdaGrad(1 << options.bits, options.rate, options.l2);
  const { dropout = 0 } = options;
  const random = randomFrom(options.seed + 1);
  const rows = choices.map(({ candidates, right, weight = 1 }) => ({
    candidates: candidates.map((features) => rowsOf(features, options.bits, 1)),
    right: new Set(right),
    weight,
  }));
  run(rows, options, ({ candidates: all, right, weight }) => {
    const salt = Math.floor(random() * 2 ** 32);
    const candidates =
      dropout === 0 ? all : all.map((rows) => rows.filter((row) => combine(salt, row) >>> 0 >= dropout * 2 ** 32));
    const chances = softmax(candidates.map((rows) => weights.sum(rows, 0)));
    const known = chances.reduce((sum, chance, at) => sum + (right.has(at) ? chance : 0), 0);
    candidates.forEach((rows, at) => {
      const chance = chances[at] as number;
      weights.descendAll(rows, 0, weight * (chance - (right.has(at) ? chance / Math.max(known, 1e-12) : 0)));
    });
  });
  return weights.weights;
}

const rowsOf = (features: ArrayLike<number>, bits: number, width: number): Int32Array =>
  Int32Array.from(features, (hash) => bucketOf(hash, bits) * width);

function run<Item>(items: readonly Item[], { epochs, seed }: LogisticOptions, learn: (item: Item) => void): void {
  const random = randomFrom(seed);
  for (let epoch = 0; epoch < epochs; epoch += 1) for (const item of shuffle([...items], random)) learn(item);
}
