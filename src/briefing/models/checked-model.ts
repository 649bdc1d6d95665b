import type { FeatureList } from './feature-list.ts';
import { bucketOf } from './hash.ts';
import { lazy, type ModelFile, RowReader } from './model.ts';

/**
 * A model whose features count only where their row was learned for them: most features of a new text were never seen,
 * and would fall into the rows of others.
 *
 * Only the rows that are not empty are kept, one after the other: the table of all rows is several times as large, and
 * reading it from memory would take most of the time of an article.
 */
export interface CheckedModel {
  readonly labels: readonly string[];
  readonly bits: number;
  readonly scale: number;
  readonly transitions: Float64Array;
  /** A bit for each row of the table that is not empty. */
  readonly filled: Uint32Array;
  /** For each number in `filled`, how many rows are kept before its first. */
  readonly before: Uint32Array;
  /** What the feature of each kept row is known by. */
  readonly checks: Uint8Array;
  /** The weights of each kept row, one for each label but `CHECK`. */
  readonly weights: Int8Array;
}

/** The last label: its column holds what a row’s feature is known by. */
export const CHECK = 'check';

/** What a feature is known by, from 1 to 127. */
export const checkOf = (hash: number): number => 1 + ((Math.imul(hash, 0x2c1b3c6d) >>> 8) % 127);

export const lazyCheckedModel = (file: ModelFile): (() => CheckedModel) => lazy(() => readCheckedModel(file));

export function readCheckedModel({ labels, bits, scale, transitions, weights }: ModelFile): CheckedModel {
  const width = labels.length - 1;
  const rows = new RowReader(Buffer.from(weights, 'base64'));
  const filled = new Uint32Array(((1 << bits) + 31) >> 5);
  const checks = new Uint8Array(rows.most);
  const kept = new Int8Array(rows.most * width);
  for (let at = 0; rows.next(); at += 1) {
    filled[rows.row >>> 5] = (filled[rows.row >>> 5] as number) | (1 << (rows.row & 31));
    for (let label = 0, { mask } = rows; mask !== 0; label += 1, mask >>>= 1) {
      if (!(mask & 1)) continue;
      if (label === width) checks[at] = rows.weight();
      else kept[at * width + label] = rows.weight();
    }
  }
  const before = new Uint32Array(filled.length);
  let sum = 0;
  filled.forEach((row, index) => {
    before[index] = sum;
    sum += bitCount(row);
  });
  return {
    ...{ labels, bits, scale, transitions: Float64Array.from(transitions ?? []) },
    ...{ filled, before, checks: checks.slice(0, sum), weights: kept.slice(0, sum * width) },
  };
}

function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Adds up the weights of a place’s features, one score for each label but `CHECK`, into `scores` from `offset` on. */
export function scoreChecked(model: CheckedModel, list: FeatureList, scores: Float64Array, offset: number): void {
  const { filled, before, checks, weights, bits, scale, labels } = model;
  const { hashes, size } = list;
  const width = labels.length - 1;
  for (let label = 0; label < width; label += 1) scores[offset + label] = 0;
  for (let at = 0; at < size; at += 1) {
    const hash = hashes[at] as number;
    const bucket = bucketOf(hash, bits);
    const row = filled[bucket >>> 5] as number;
    if (((row >>> (bucket & 31)) & 1) === 0) continue;
    const index = (before[bucket >>> 5] as number) + bitCount(row & ~(-1 << (bucket & 31)));
    if (checks[index] !== checkOf(hash)) continue;
    const first = index * width;
    for (let label = 0; label < width; label += 1) {
      scores[offset + label] = (scores[offset + label] as number) + (weights[first + label] as number);
    }
  }
  for (let label = 0; label < width; label += 1) scores[offset + label] = (scores[offset + label] as number) * scale;
}
