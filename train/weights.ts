import { encodeTable, type ModelFile } from '../src/briefing/models/model.ts';

/** Weights while they are learned: one row of `labels.length` for each bucket. */
export interface Weights {
  readonly labels: readonly string[];
  readonly bits: number;
  readonly table: Float64Array;
  readonly transitions?: Float64Array;
}

/**
 * Rounds the weights to eight bits and writes those that remain.
 *
 * @param floor weights nearer to zero than this part of the largest kept are left out.
 */
export function toModelFile({ labels, bits, table, transitions }: Weights, floor = 0): ModelFile {
  // A few weights far out would take the precision from all others.
  const sizes = table
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  const largest = sizes[Math.floor(sizes.length * 0.9995)] ?? 1;
  const scale = largest / 127;
  const rounded = new Int8Array(table.length);
  for (let at = 0; at < table.length; at += 1) {
    const value = Math.round((table[at] as number) / scale);
    if (Math.abs(value) >= Math.max(1, floor * 127)) rounded[at] = Math.max(-127, Math.min(127, value));
  }
  return {
    labels,
    bits,
    scale: Number(scale.toPrecision(9)),
    ...(transitions ? { transitions: Array.from(transitions, (value) => Number(value.toPrecision(6))) } : {}),
    weights: Buffer.from(encodeTable(rounded, labels.length)).toString('base64'),
  };
}
