/** The hash of a feature’s text: FNV-1a over its UTF-16 code units. */
export function hashOf(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/** The hash of a part of a text, without making a string of it. */
export function hashOfPart(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/** The hashes of several features: `Int32Array.from` with a function takes many times as long. */
export function hashAll(features: readonly string[]): Int32Array {
  const hashes = new Int32Array(features.length);
  for (let at = 0; at < features.length; at += 1) hashes[at] = hashOf(features[at] as string);
  return hashes;
}

/** The hash of two hashes in this order, so that features are combined without making strings of them. */
export function combine(left: number, right: number): number {
  let hash = Math.imul(left ^ 0x9e3779b1, 0x85ebca6b) ^ right;
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return hash ^ (hash >>> 13);
}

/** The row of the weight table that a hashed feature falls into. */
export function bucketOf(hash: number, bits: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> (32 - bits);
}
