import { expect, test } from 'vitest';
import type { Pair } from '#cli/extract-record';
import { type NameLabel, sameName } from '../../eval/names.ts';
import { isInside, likeness, pairUp, trim } from '../../eval/spans.ts';

const person = (name: string, ...also: string[]): NameLabel => ({ name, also, type: 'person' });
const body = (name: string, ...also: string[]): NameLabel => ({ name, also, type: 'organisation' });

test.each<[found: string, label: NameLabel, same: boolean]>([
  ['Kim Tae-hyo', person('Kim Tae-hyo'), true],
  ['kim tae-hyo', person('Kim Tae-hyo'), true],
  ['José Núñez', person('Jose Nunez'), true],
  ['Sen. Ann Lee', person('Ann Lee'), true],
  ['Ann Lee', person('President Ann Lee'), true],
  ['Donald J. Trump', person('Donald Trump'), true],
  ['Donald', person('Donald Trump'), false],
  ['Lee', person('Ann Lee'), false],
  ['Lee', person('Ann Lee', 'Lee'), true],
  ['Ann Lee', person('Ann Long Lee-Hart'), false],
  ['President', person('The President'), true],
  ['', person('Ann Lee'), false],
  ['the', body('The'), false],
  ['National Intelligence Service', body('NIS'), true],
  ['NIS', body('National Intelligence Service'), false],
  ['the Pew Research Center', body('Pew Research Center poll'), true],
  ['Pew', body('Pew Research Center'), false],
  ['the New York Post’s', body('New York Post'), true],
  ['a Seoul official', { name: 'one Seoul official', type: 'anonymous' }, true],
])('“%s” for %o: %s', (found, label, same) => {
  expect(sameName(found, label)).toBe(same);
});

test.each<[text: string, trimmed: string[]]>([
  ['“We won,”', ['We won']],
  [' that they had won.', ['they had won']],
  ['to leave', ['leave']],
  ['thatcher', ['thatcher']],
  ['…', ['…']],
  ['— “” —', []],
])('of “%s” counts %o', (text, trimmed) => {
  expect(trim([[0, text.length]], text).map(([start, end]) => text.slice(start, end))).toEqual(trimmed);
});

test.each<[a: Pair[], b: Pair[], likeness: number]>([
  [[[0, 10]], [[0, 10]], 1],
  [[[0, 10]], [[5, 15]], 1 / 3],
  [[[0, 10]], [[10, 20]], 0],
  [
    [
      [0, 5],
      [10, 15],
    ],
    [[0, 15]],
    2 / 3,
  ],
  [[], [[0, 5]], 0],
])('%o and %o have %d in common', (a, b, expected) => {
  expect(likeness(a, b)).toBeCloseTo(expected);
});

test('pairs are matched by the best score, one to one, the earlier of two equals first', () => {
  const scores = [
    [0.9, 0.95, 0],
    [0, 0.85, 0.4],
    [0.5, 0, 0.5],
  ];
  const pairs = pairUp([0, 1, 2], [0, 1, 2], (g, f) => scores[g]?.[f] ?? 0, 0.5);
  expect([...pairs]).toEqual([
    [0, 1],
    [2, 0],
  ]);
});

test.each<[Pair, boolean]>([
  [[0, 5], true],
  [[0, 6], false],
  [[-1, 3], false],
  [[3, 3], false],
  [[0.5, 3], false],
])('%o in a text of five: %s', (span, inside) => {
  expect(isInside(span, 5)).toBe(inside);
});
