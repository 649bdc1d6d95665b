import { describe, expect, it } from 'vitest';
import { attributionsIn } from '../support.ts';

type Example = [text: string, expected: string[]];

const check = (examples: Example[]): void => {
  it.each(examples)('%s', (text, expected) => {
    expect(attributionsIn(text)).toEqual(expected);
  });
};

describe('direct speech', () => {
  check([
    ['“We saw it,” the minister said.', ['direct: the minister | said | “We saw it,”']],
    ['“We saw it,” said Ann Lee, the mayor of Toll.', ['direct: Ann Lee, the mayor of Toll | said | “We saw it,”']],
    ['“We saw it,” Ann Lee said. “We will act.”', ['direct: Ann Lee | said | “We saw it,” … “We will act.”']],
    ['“No matter what,” he said, “we will act.”', ['direct: he | said | “No matter what,” … “we will act.”']],
    ['Ann Lee told reporters: “We saw it.”', ['direct: Ann Lee | told | “We saw it.”']],
    ['In a statement on Monday, Ann Lee said, “We saw it.”', ['direct: Ann Lee | said | “We saw it.”']],
    ['“We saw it. We will act,” Ann Lee said.', ['direct: Ann Lee | said | “We saw it. We will act,”']],
    ['“Are you sure?” Ann Lee asked.', ['direct: Ann Lee | asked | “Are you sure?”']],
    ['Ann Lee told reporters:\n“We saw it.”', ['direct: Ann Lee | told | “We saw it.”']],
    // Each paragraph opens a quotation, only the last one closes it, and the cue may be in any of them.
    ['“We saw it.\n“We will act,” Ann Lee said.', ['direct: Ann Lee | said | “We saw it. … “We will act,”']],
    [
      '“We saw it,” Ann Lee said. “It went\n“and came back.”',
      ['direct: Ann Lee | said | “We saw it,” … “It went … “and came back.”'],
    ],
    ['“This is fantastic!” beamed Ann Lee.', ['direct: Ann Lee | beamed | “This is fantastic!”']],
    ['Ann Lee was blunt. “We will act.”', ['direct: Ann Lee | - | “We will act.”']],
  ]);
});

describe('a negation before what is reported', () => {
  check([
    [
      'Although the list was not made public, the Harbour Council has instructed franchises not to involve any of those men this season.',
      ['indirect: the Harbour Council | has instructed | not to involve any of those men this season'],
    ],
  ]);
});

describe('mixed speech', () => {
  check([
    [
      'Ann Lee said that the council would “make sure to inform the people” soon.',
      ['mixed: Ann Lee | said | the council would “make sure to inform the people” soon'],
    ],
    ['The plan was “not ready,” the minister said.', ['mixed: the minister | said | The plan was “not ready,”']],
    [
      'Ann Lee was quoted by state television as saying that “no drop” would be lost.',
      ['mixed: Ann Lee | was quoted by state television as saying | “no drop” would be lost'],
    ],
    [
      'She rejected as “groundless” a report that the talks had failed.',
      ['mixed: She | rejected | as “groundless” a report that the talks had failed'],
    ],
    [
      'The key is a “lawful source of money,” as a ministry memo put it.',
      ['direct: a ministry memo | put | “lawful source of money,”'],
    ],
    [
      'Ann Lee condemned what he called a “brazen breach” of the treaty.',
      [
        'indirect: Ann Lee | condemned | what he called a “brazen breach” of the treaty',
        'mixed: Ann Lee | called | a “brazen breach” of the treaty',
      ],
    ],
    ['Ann Lee called the plan “a disaster”.', ['mixed: Ann Lee | called | the plan “a disaster”']],
    [
      'Supplies of “offensive” weapons may follow, a senior official said Tuesday.',
      ['mixed: a senior official | said | Supplies of “offensive” weapons may follow'],
    ],
  ]);
});

describe('indirect speech', () => {
  check([
    ['Ann Lee said the town was ready.', ['indirect: Ann Lee | said | the town was ready']],
    [
      'Ann Lee, the mayor of Toll, told reporters on Tuesday that the town was ready.',
      ['indirect: Ann Lee, the mayor of Toll | told | the town was ready'],
    ],
    ['The town was ready, Ann Lee said on Tuesday.', ['indirect: Ann Lee | said | The town was ready']],
    [
      'The museum, Mr Bush said, celebrated his heroes.',
      ['indirect: Mr Bush | said | The museum … celebrated his heroes'],
    ],
    ['The report said the town had more to lose.', ['indirect: The report | said | the town had more to lose']],
    [
      'According to the ministry, the talks had failed.',
      ['indirect: the ministry | According to | the talks had failed'],
    ],
    [
      'The talks had failed, according to the ministry.',
      ['indirect: the ministry | according to | The talks had failed'],
    ],
    ['Ann Lee urged both sides to stop the talks.', ['indirect: Ann Lee | urged | both sides to stop the talks']],
    ['Ann Lee called for a new vote.', ['indirect: Ann Lee | called for | a new vote']],
    ['The ministry has repeatedly denied that it knew.', ['indirect: The ministry | has repeatedly denied | it knew']],
    ['Ann Lee refused to comment on the talks.', ['indirect: Ann Lee | refused | comment on the talks']],
    [
      'Ann Lee criticised the plan, saying it would fail.',
      ['indirect: Ann Lee | criticised | the plan', 'indirect: Ann Lee | saying | it would fail'],
    ],
    [
      'Ann Lee said the plan would fail, while Bo Dahl said it was ready.',
      ['indirect: Ann Lee | said | the plan would fail', 'indirect: Bo Dahl | said | it was ready'],
    ],
    [
      'He answered comments by a Ukrainian representative about the arms deals.',
      [
        'indirect: a Ukrainian representative | comments | the arms deals',
        'indirect: He | answered | comments by a Ukrainian representative about the arms deals',
      ],
    ],
    [
      'The court rejected the minister’s claim that the talks had failed.',
      [
        'indirect: The court | rejected | the minister’s claim that the talks had failed',
        'indirect: the minister | claim | the talks had failed',
      ],
    ],
    ['Ann Lee raised the possibility of a new vote.', ['indirect: Ann Lee | raised | the possibility of a new vote']],
  ]);
});

describe('headlines', () => {
  check([
    ['# Toll to mull more support: official\nThe town slept.', ['indirect: official | : | Toll to mull more support']],
    ['# Tarn bridge closed: live updates\nThe town slept.', []],
    ['# Live updates: Tarn bridge closed to all traffic\nThe town slept.', []],
    ['# Exclusive: Minister to leave the cabinet today\nThe town slept.', []],
    ['# How the bridge fell: an explainer\nThe town slept.', []],
    ['# The night the bridge fell: five takeaways\nThe town slept.', []],
    ['# Analysis: Why the bridge had to fall now\nThe town slept.', []],
    ['# Poll: Voters are tired of polls\nThe town slept.', ['indirect: Poll | : | Voters are tired of polls']],
  ]);
});

describe('no statement', () => {
  check([
    [
      'Copyright HERON. All rights reserved. This material, and other digital content on this website, may not be reproduced, published, broadcast, rewritten or redistributed in whole or in part without prior express written permission.',
      [],
    ],
    ['Ann Lee left.\n‘Not over yet’\nBo Dahl stayed.', []],
    ['The proposed plan was expected to pass.', []],
    ['The claims and reports were many.', []],
    ['He was asked to leave.', []],
    ['A federal “supermax” prison stands there.', []],
  ]);
});
