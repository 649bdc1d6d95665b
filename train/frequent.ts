import { bucketOf } from '../src/briefing/models/hash.ts';
import type { LabelledSequence } from './tagger.ts';

/** Finer than any model's table, so that hardly two features are counted as one. */
const COUNT_BITS = 24;

/** What remains of the features of some sequences, and which feature each row of the table belongs to. */
export interface OwnedRows {
  readonly sequences: LabelledSequence[];
  /** By bucket the hash of its feature; of those that fall into one the most frequent keeps it. */
  readonly owners: ReadonlyMap<number, number>;
}

/** Leaves out features that occur fewer than `least` times, and those whose row belongs to another. */
export function ownRows(sequences: readonly LabelledSequence[], least: number, bits: number): OwnedRows {
  const counts = new Int32Array(1 << COUNT_BITS);
  for (const { features } of sequences) {
    for (const hashes of features) {
      for (let at = 0; at < hashes.length; at += 1) {
        const bucket = bucketOf(hashes[at] as number, COUNT_BITS);
        counts[bucket] = (counts[bucket] as number) + 1;
      }
    }
  }
  const countOf = (hash: number): number => counts[bucketOf(hash, COUNT_BITS)] as number;
  const owners = new Map<number, number>();
  const settle = (hash: number): void => {
    const count = countOf(hash);
    if (count < least) return;
    const bucket = bucketOf(hash, bits);
    const owner = owners.get(bucket);
    if (owner === undefined || count > countOf(owner)) owners.set(bucket, hash);
  };
  for (const { features } of sequences) for (const hashes of features) Int32Array.from(hashes).forEach(settle);
  const kept = sequences.map(({ features, gold }) => ({
    gold,
    features: features.map((hashes) =>
      Int32Array.from(hashes).filter((hash) => owners.get(bucketOf(hash, bits)) === hash),
    ),
  }));
  return { sequences: kept, owners };
}
