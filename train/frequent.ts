import { bucketOf } from '../src/briefing/models/hash.ts';
import type { LabelledSequence } from './tagger.ts';

/** A larger table than any model's, so that hash collisions are rare. */
const COUNT_BITS = 24;

/** The remaining features of some sequences, and the feature of each row of the table. */
export interface OwnedRows {
  readonly sequences: LabelledSequence[];
  /** The hash of the feature of each bucket; on collision, the most frequent feature is kept. */
  readonly owners: ReadonlyMap<number, number>;
}

/** Removes features that occur fewer than `least` times, and those whose row belongs to another. */
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
