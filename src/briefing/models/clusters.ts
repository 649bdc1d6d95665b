import { hashOf } from './hash.ts';
import { lazy, RowReader, writeNumber } from './model.ts';
import table from './weights/clusters.json' with { type: 'json' };

/** Clusters of words that occur in similar contexts, as `npm run train` writes them. */
export interface ClusterFile {
  /** Base64 of a row for each word, in the order of their hashes; in place of a mask, each has its cluster. */
  readonly words: string;
}

/** A group consists of so many similar clusters, with successive numbers. */
export const GROUP_SIZE = 16;

export const groupOf = (cluster: number): number => Math.floor(cluster / GROUP_SIZE);

/** The bits of a word’s hash that are stored: one unknown word in 80 is mistaken for a known one. */
const HASH_BITS = 24;

const keyOf = (word: string): number => hashOf(word) >>> (32 - HASH_BITS);

interface Clusters {
  readonly keys: Int32Array;
  readonly clusters: Uint16Array;
}

function readClusters({ words }: ClusterFile): Clusters {
  const rows = new RowReader(Buffer.from(words, 'base64'));
  const keys = new Int32Array(rows.most);
  const clusters = new Uint16Array(rows.most);
  let count = 0;
  for (; rows.next(); count += 1) {
    keys[count] = rows.row;
    clusters[count] = rows.mask;
  }
  return { keys: keys.slice(0, count), clusters: clusters.slice(0, count) };
}

const known = lazy(() => readClusters(table));

/** Writes what `clusterOf` looks up. Of words with the same hash, the first one is kept. */
export function toClusterFile(words: readonly (readonly [word: string, cluster: number])[]): ClusterFile {
  const byKey = new Map<number, number>();
  for (const [word, cluster] of words) if (!byKey.has(keyOf(word))) byKey.set(keyOf(word), cluster);
  const bytes: number[] = [];
  let before = -1;
  for (const [key, cluster] of [...byKey].sort((a, b) => a[0] - b[0])) {
    writeNumber(bytes, key - before);
    writeNumber(bytes, cluster);
    before = key;
  }
  return { words: Buffer.from(bytes).toString('base64') };
}

/** The cluster of a word in lower case; 0 for an unknown one. */
export function clusterOf(word: string): number {
  const { keys, clusters } = known();
  const key = keyOf(word);
  let from = 0;
  let to = keys.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((keys[middle] as number) < key) from = middle + 1;
    else to = middle;
  }
  return keys[from] === key ? (clusters[from] as number) : 0;
}
