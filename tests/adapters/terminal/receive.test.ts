import { expect, test } from 'vitest';
import { completions } from '#adapters/terminal/receive';
import { lastWord } from '#commandline';
import { deskOf } from '../../support/desk.ts';
import { river } from '../../support/river.ts';

const desk = deskOf([river]);

// Readline puts in what all hits begin with, unless that is shorter than the text it is to replace.
test.each([
  ['/qu', ['/quotes '], '/qu'],
  ['/quotes ki', ['kind:'], 'ki'],
  ['/quotes speaker:prem', ['speaker:"Mara Lind" '], 'speaker:prem'],
  // Two hits begin with a mark that was not typed: they are listed, and what was typed stays.
  ['/quotes speaker:lind', ['speaker:"Mara Lind"', 'speaker:"Tomas Lind"'], 'speaker:"'],
  ['/quotes kind:', ['kind:direct', 'kind:mixed', 'kind:indirect', 'kind:all'], 'kind:'],
  ['/nonsense x', [], ''],
])('Tab after %s', (line, hits, replaced) => {
  expect(completions(line, lastWord(line), desk)).toEqual([hits, replaced]);
});
