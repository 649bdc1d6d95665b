import { CHECK, checkOf } from '../src/briefing/models/checked-model.ts';
import { encodeTable, type ModelFile } from '../src/briefing/models/model.ts';

/** Weights during training: one row of `labels.length` per bucket. */
export interface Weights {
  readonly labels: readonly string[];
  readonly bits: number;
  readonly table: Float64Array;
  readonly transitions?: Float64Array;
}

/**
 * Quantizes the weights to eight bits and writes the nonzero ones.
 *
 * @param floor weights below this fraction of the largest one are dropped.
 */
export function toModelFile(weights: Weights, floor = 0): ModelFile {
  const { labels, table } = weights;
  const scale = scaleOf(table);
  const rounded = new Int8Array(table.length);
  for (let at = 0; at < table.length; at += 1) {
    const value = Math.round((table[at] as number) / scale);
    if (Math.abs(value) >= Math.max(1, floor * 127)) rounded[at] = Math.max(-127, Math.min(127, value));
  }
  return fileOf(weights, labels, scale, rounded);
}

/** Writes a model with checked rows: each row contains a checksum of its feature, see `scoreChecked`. */
export function toCheckedFile(weights: Weights, owners: ReadonlyMap<number, number>): ModelFile {
  const { bits, table, labels } = weights;
  const width = labels.length;
  const scale = scaleOf(table);
  const rounded = new Int8Array((width + 1) << bits);
  for (const [bucket, hash] of owners) {
    let empty = true;
    for (let label = 0; label < width; label += 1) {
      const value = Math.round((table[bucket * width + label] as number) / scale);
      rounded[bucket * (width + 1) + label] = Math.max(-127, Math.min(127, value));
      if (value !== 0) empty = false;
    }
    if (!empty) rounded[bucket * (width + 1) + width] = checkOf(hash);
  }
  return fileOf(weights, [...labels, CHECK], scale, rounded);
}

/** The scale without outliers, which would reduce the precision of all other weights. */
function scaleOf(table: Float64Array): number {
  const sizes = table
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  return (sizes[Math.floor(sizes.length * 0.9995)] ?? 1) / 127;
}

function fileOf(
  { bits, transitions }: Weights,
  labels: readonly string[],
  scale: number,
  rounded: Int8Array,
): ModelFile {
  return {
    labels,
    bits,
    scale: Number(scale.toPrecision(9)),
    ...(transitions ? { transitions: Array.from(transitions, (value) => Number(value.toPrecision(6))) } : {}),
    weights: Buffer.from(encodeTable(rounded, labels.length)).toString('base64'),
  };
}
