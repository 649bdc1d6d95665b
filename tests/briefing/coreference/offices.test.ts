import { describe, expect, test } from 'vitest';
import { castOfMarked } from './marked.ts';

/** The speaker at the mark: `name | role | office | side`, without unknown fields. */
function known(marked: string): string {
  const [ref] = castOfMarked(marked).refs;
  if (ref?.kind !== 'named') return 'unknown';
  const { name, role, office, side } = ref.speaker;
  return [name, role, office, side].filter((text) => text !== undefined).join(' | ');
}

type Row = [marked: string, known: string];

const table: Record<string, Row[]> = {
  'an office with its body': [
    [
      '[[Ada Moe, spokesperson for the Ministry of Ports]], said so.',
      'Ada Moe | spokesperson | spokesperson for the Ministry of Ports',
    ],
    [
      '“No,” said [[Ada Moe, an economist at the Institute for Port Studies in Norway]].',
      'Ada Moe | economist | economist at the Institute for Port Studies in Norway',
    ],
    [
      '[[The minister’s chief of staff, Tom Bell,]] said so.',
      'Tom Bell | minister’s chief | minister’s chief of staff',
    ],
    ['[[Ada Moe, head of the,]] said so.', 'Ada Moe | head'],
  ],
  'an office before the name': [
    ['[[The deputy harbour minister, Ada Moe,]] said so.', 'Ada Moe | deputy harbour minister'],
    ['[[Norway’s deputy harbour minister, Ada Moe,]] said so.', 'Ada Moe | deputy harbour minister | Norway'],
    ['[[Secretary of State Ada Moe]] said so.', 'Ada Moe | Secretary of State'],
    ['[[President Ada Moe of Norway]] had said so.', 'Ada Moe | President | Norway'],
    ['[[Leader of the Opposition Anita Rao]] said so.', 'Anita Rao | Leader of the Opposition'],
    ['It was late. [[Leader of the Opposition Anita Rao]] said so.', 'Anita Rao | Leader of the Opposition'],
    ['[[CS Ada Moe]] spoke. Treasury Secretary Ada Moe laughed. “No,” [[Moe]] said.', 'Ada Moe | Treasury Secretary'],
  ],
  'forms of address and ranks': [
    ['[[Port minister Shri Rajan Mehta]] said so in port.', 'Rajan Mehta | port minister'],
    ['Tom Bell left. It was [[protesting Mr. Bell]] who said so.', 'Tom Bell'],
    ['[[Mayor Dame Ada Moe]] said so as mayor.', 'Ada Moe | Mayor'],
    ['[[Police spokesperson Brigadier Ada Moe]] said so.', 'Ada Moe | police spokesperson'],
    ['[[Commodore Ada Moe]] said so.', 'Ada Moe | Commodore'],
    ['Then [[lead author Associate Professor Ada Moe]] said so.', 'Ada Moe | lead author'],
  ],
  'as it reads behind a name': [
    ['[[Sen. Ada Moe]] said so.', 'Ada Moe | senator'],
    ['[[Retired Lt. Gen. Ada Moe]] said so.', 'Ada Moe | Retired Lt. Gen.'],
    ['Then [[Justices Ada Moe and Tom Bell]] met. [[Moe]] said so.', 'Ada Moe and Tom Bell'],
    ['[[Political analyst Ada Moe]] said so, as any political mind would.', 'Ada Moe | political analyst'],
    ['[[Kremlin-appointed official Ada Moe]] said so.', 'Ada Moe | Kremlin-appointed official'],
    ['Then came [[Ada Moe, the director.]] She left.', 'Ada Moe | director'],
    ['Roy Cobb fell. [[His neighbour, Ada Moe,]] said so.', 'Ada Moe'],
    ['[[The victim’s widow, Ada Moe,]] said so.', 'Ada Moe | victim’s widow'],
  ],
  'a side': [
    ['OSLO — Danish envoys met. [[One of the officials]] said so.', 'One of the officials'],
    ['[[The Central African government]] said so.', 'The Central African government | Central African Republic'],
  ],
  'a party that shares a word with another': [
    ['[[Democratic Senator Ada Moe]] said so.', 'Ada Moe | Democratic Senator | Democrats'],
    [
      '[[Ada Moe, leader of the Democratic Reform Party]], said so.',
      'Ada Moe | leader | leader of the Democratic Reform Party | Democratic Reform Party',
    ],
    ['[[The Green Network party]] said so.', 'The Green Network party | Green Network party'],
  ],
  'a name that is whole': [
    ['[[Two officials familiar with the talks]] said so.', 'Two officials familiar with the talks'],
    ['[[Two of the sixteen states]] said no.', 'Two of the sixteen states'],
    ['[[The children of the reading group]] said so.', 'The children of the reading group'],
    ['[[A poll of 1,200 residents]] found so.', 'A poll of 1,200 residents'],
    ['[[Donors and interest groups that]] gave said so.', 'Donors and interest groups'],
    ['[[A flurry of]] said so.', 'A flurry'],
    ['A group, [[Voters’ Watch Norway]], said so.', 'Voters’ Watch Norway'],
    ['[[The Office for the Coordination of Port Affairs]] said so.', 'Office for the Coordination of Port Affairs'],
    ['It was a move [[environmentalists]] said would fail.', 'environmentalists'],
  ],
};

describe.each(Object.entries(table))('%s', (_, rows) => {
  test.each(rows)('%s', (marked, expected) => expect(known(marked)).toBe(expected));
});
