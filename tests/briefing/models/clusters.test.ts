import { expect, test } from 'vitest';
import { clusterOf, groupOf, toClusterFile } from '../../../src/briefing/models/clusters.ts';
import { RowReader } from '../../../src/briefing/models/model.ts';

test('words of one kind share a cluster or a group, and unknown words have none', () => {
  expect(groupOf(clusterOf('nairobi'))).toBe(groupOf(clusterOf('kampala')));
  expect(groupOf(clusterOf('nairobi'))).not.toBe(groupOf(clusterOf('okello')));
  expect(clusterOf('okello')).toBeGreaterThan(0);
  expect(clusterOf('xqzzt')).toBe(0);
});

test('clusters are written once for each word, in the order of the hashes', () => {
  const { words } = toClusterFile([
    ['roe', 20],
    ['quay', 1024],
    ['roe', 30],
  ]);
  const rows = new RowReader(Buffer.from(words, 'base64'));
  const found: { row: number; cluster: number }[] = [];
  while (rows.next()) found.push({ row: rows.row, cluster: rows.mask });
  expect(found.map(({ cluster }) => cluster).sort((a, b) => a - b)).toEqual([20, 1024]);
  expect(found[0]?.row).toBeLessThan(found[1]?.row ?? 0);
});
