import { describe, expect, test } from 'vitest';
import { attributionsIn } from '../support.ts';

/** The words in quotation marks that are found to be speech. */
const spoken = (text: string): string[] =>
  [
    ...attributionsIn(text)
      .join(' ')
      .matchAll(/“[^”]+”/g),
  ].map(([all]) => all);

describe('speech or not, where it is certain', () => {
  const table: [why: string, text: string, expected: string[]][] = [
    ['a paragraph of its own', 'The harbour lost its crane.\n“Untenable!”\nSo Ada Moe put it.', ['“Untenable!”']],
    ['a heading in marks', 'The harbour lost its crane.\n“All Bets Are Off.”\nThe port is closed.', []],
    ['a heading without a mark at its end', 'The harbour lost its crane.\n“Nothing left”\nThe port is closed.', []],
    ['an opening before “said”', '“Therefore,” Ada Moe said, the port is closed.', ['“Therefore,”']],
    [
      'what a body called something',
      'The guild closed what it called “rotten old ports” on Monday.',
      ['“rotten old ports”'],
    ],
    ['a thing called something', 'The guild closed a pub called “Rotten Old Ports” on Monday.', []],
  ];
  test.each(table)('%s', (_, text, expected) => {
    expect(spoken(text)).toEqual(expected);
  });
});
