import { combine } from './hash.ts';

/** Room for the features of one place; more is made where it does not do. */
const ROOM = 128;

/** Collects the features of one place after the other: each a template's number with the values it combines. */
export class FeatureList {
  /** The first `size` are those of this place. */
  hashes = new Int32Array(ROOM);
  size = 0;

  add(template: number, first = 0, second?: number, third?: number, fourth?: number, fifth?: number): void {
    let hash = combine(template, first);
    if (second !== undefined) hash = combine(hash, second);
    if (third !== undefined) hash = combine(hash, third);
    if (fourth !== undefined) hash = combine(hash, fourth);
    if (fifth !== undefined) hash = combine(hash, fifth);
    this.push(hash);
  }

  /** Adds a feature that is a hash already. */
  push(hash: number): void {
    if (this.size === this.hashes.length) {
      const larger = new Int32Array(2 * this.size);
      larger.set(this.hashes);
      this.hashes = larger;
    }
    this.hashes[this.size] = hash;
    this.size += 1;
  }

  clear(): void {
    this.size = 0;
  }

  /** A number of 53 bits that is the same for the same features in the same order. */
  fingerprint(): number {
    let high = this.size;
    let low = 0x811c9dc5;
    for (let at = 0; at < this.size; at += 1) {
      const hash = this.hashes[at] as number;
      high = combine(high, hash);
      low = Math.imul(low ^ hash, 0x01000193) ^ (low >>> 13);
    }
    return (high >>> 0) * 2 ** 21 + (low >>> 11);
  }

  /** A copy of the features since the last call. */
  take(): Int32Array {
    const hashes = this.hashes.slice(0, this.size);
    this.size = 0;
    return hashes;
  }
}
