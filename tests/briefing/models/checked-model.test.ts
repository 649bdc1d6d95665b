import { expect, test } from 'vitest';
import { CHECK, checkOf, readCheckedModel, scoreChecked } from '../../../src/briefing/models/checked-model.ts';
import { FeatureList } from '../../../src/briefing/models/feature-list.ts';
import { bucketOf } from '../../../src/briefing/models/hash.ts';
import { encodeTable } from '../../../src/briefing/models/model.ts';

const BITS = 8;
const LABELS = ['no', 'yes', CHECK];

/** A model of the features from 1 to 99 that fall into rows of their own: each weighs what its number is. */
function learned() {
  const table = new Int8Array(LABELS.length << BITS);
  const known: number[] = [];
  for (let hash = 1; hash < 100; hash += 1) {
    const row = bucketOf(hash, BITS) * LABELS.length;
    if (table[row + 2] !== 0) continue;
    table.set([-hash, hash, checkOf(hash)], row);
    known.push(hash);
  }
  const weights = Buffer.from(encodeTable(table, LABELS.length)).toString('base64');
  return { model: readCheckedModel({ labels: LABELS, bits: BITS, scale: 0.5, weights }), known };
}

function scoresOf(...features: number[]): number[] {
  const list = new FeatureList();
  for (const feature of features) list.push(feature);
  const scores = new Float64Array(3).fill(7);
  scoreChecked(learned().model, list, scores, 1);
  return [...scores];
}

test('a checked model has the weights of each feature that it learned', () => {
  const { known } = learned();
  expect(known.length).toBeGreaterThan(70);
  for (const feature of known) expect(scoresOf(feature)).toEqual([7, -feature / 2, feature / 2]);
  const sum = known.reduce((total, feature) => total + feature, 0);
  expect(scoresOf(...known)).toEqual([7, -sum / 2, sum / 2]);
});

test('a feature counts nothing in the row of another', () => {
  const { known } = learned();
  const checks = new Map(known.map((feature) => [bucketOf(feature, BITS), checkOf(feature)]));
  const strangers = Array.from({ length: 1000 }, (_, index) => 1000 + index).filter(
    (feature) => checks.has(bucketOf(feature, BITS)) && checks.get(bucketOf(feature, BITS)) !== checkOf(feature),
  );
  expect(strangers.length).toBeGreaterThan(100);
  expect(scoresOf(...strangers)).toEqual([7, 0, 0]);
});
