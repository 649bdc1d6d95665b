import { expect, test } from 'vitest';
import type { Position } from '#core/position';
import { positions } from '#replies/positions/positions';
import { textOf } from '../support/dispatcher.ts';
import { river } from '../support/river.ts';

const [sample] = river.briefing.positions;
if (sample === undefined) throw new Error('The article has no position.');

/** Positions of as many speakers of a side. */
const ofSide = (side: string, count: number): Position[] =>
  Array.from({ length: count }, (_, index) => {
    const name = `${side} Speaker ${index + 1}`;
    return { ...sample, side, speaker: { ...sample.speaker, id: name, name, side } };
  });

test('a side with many speakers leaves room for the next on the first page, and continues on the second', () => {
  const all = [...ofSide('Upland', 12), ...ofSide('Lowland', 2)];
  const page = (number: number): string => textOf(positions(river.briefing, all, { actor: undefined, page: number }));
  const namesOn = (number: number): readonly string[] => page(number).match(/\w+ Speaker \d+/g) ?? [];
  const [first, second] = [new Set(namesOn(1)), new Set(namesOn(2))];
  expect([...first].filter((name) => name.startsWith('Lowland'))).toHaveLength(2);
  expect(first).toContain('Upland Speaker 10');
  expect([...second].filter((name) => name.startsWith('Lowland'))).toEqual([]);
  expect(second).toContain('Upland Speaker 12');
});
