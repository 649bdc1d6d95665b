import { describe, expect, test } from 'vitest';
import { agreeNames } from '#briefing/mentions/name-agreement';
import { labelOf, type NameType, namesOf } from '#briefing/mentions/name-labels';
import { tokenFacts } from '#briefing/mentions/token-facts';
import { tokenise } from '#briefing/mentions/tokens';
import { read } from '../coreference/marked.ts';

const TYPES: Readonly<Record<string, NameType>> = { P: 'person', O: 'organisation', L: 'place', W: 'title' };

/** The names of a text after agreement; before it, the tagger has found what stands in square brackets. */
function agreed(marked: string): string[] {
  const spans: { start: number; end: number; type: NameType }[] = [];
  let text = '';
  for (const [, plain = '', type = '', name = ''] of marked.matchAll(/([^[]+)|\[([POLW]) ([^\]]+)\]/g)) {
    if (name) spans.push({ start: text.length, end: text.length + name.length, type: TYPES[type] ?? 'person' });
    text += plain || name;
  }
  const { reading, sentences } = read(text);
  const tokens = tokenise(reading, sentences);
  for (const { start, end, type } of spans) {
    const inside = [...tokens.starts.keys()].filter((at) => {
      const from = tokens.starts[at] ?? 0;
      return from >= start && from < end;
    });
    for (const [index, at] of inside.entries()) tokens.names[at] = labelOf(type, index, inside.length);
  }
  agreeNames(tokens, tokenFacts(tokens));
  return namesOf(tokens).map(
    ({ type, from, to }) => `${type}: ${reading.text.slice(tokens.starts[from], tokens.ends[to - 1])}`,
  );
}

describe('names that agree', () => {
  const table: [why: string, marked: string, expected: string[]][] = [
    [
      'a body whose last word speaks alone is a person',
      'Hours before [O Jonas Tamm]’s goals the coach was sure. [P Tamm] said so. [P Tamm] left.',
      ['person: Jonas Tamm', 'person: Tamm', 'person: Tamm'],
    ],
    [
      'so is a place',
      '[L ELI ROTH], a former keeper, resigned. [P Roth] said so.',
      ['person: ELI ROTH', 'person: Roth'],
    ],
    [
      'a body stays one where its last word is mostly no person',
      '[O Lake Tamm] flooded. [O Tamm] rose. [P Tamm] said so.',
      ['organisation: Lake Tamm', 'organisation: Tamm', 'organisation: Tamm'],
    ],
    [
      'a ministry stays a body',
      '[O Ministry Tamm] agreed. [P Tamm] said so.',
      ['organisation: Ministry Tamm', 'person: Tamm'],
    ],
    [
      'a given name alone is its bearer’s',
      '[P Mavi Orlen] lost her house. [O Mavi] said so.',
      ['person: Mavi Orlen', 'person: Mavi'],
    ],
    [
      'a family name that was not found takes the given name before it',
      '[P Nathan Orlen] came. The next could be us, Nathan Orlen said.',
      ['person: Nathan Orlen', 'person: Nathan Orlen'],
    ],
    [
      'a family name that is a place too',
      'At noon [L Yuna Parke], a writer, spoke. Ms. [P Parke] fled.',
      ['person: Yuna Parke', 'person: Parke'],
    ],
    [
      'a place that shares its last word with a person',
      '[P Ines Parke] came. At noon Orla, [L Hide Parke] was shut. Ms. [P Parke] left.',
      ['person: Ines Parke', 'place: Hide Parke', 'person: Parke'],
    ],
    [
      'a place after a preposition',
      'They met in [L Hide Parke]. Ms. [P Parke] left.',
      ['place: Hide Parke', 'person: Parke'],
    ],
    ['a family name that is a work too', 'At noon [W Nathan Lore] spoke.', ['person: Nathan Lore']],
    ['a work in quotation marks', 'He read “[W Nathan Lore]” at noon.', ['title: Nathan Lore']],
    ['a title after an airline is a body', 'The airline [W Pinga] agreed.', ['organisation: Pinga']],
    ['a title after a girl is a person', 'A girl named [W Mavi] agreed.', ['person: Mavi']],
    ['found or not', '[P Mavi Orlen] lost her house. Mavi said so.', ['person: Mavi Orlen', 'person: Mavi']],
    ['unless it is a common word', '[P Will Orlen] lost his house. Will he build it again?', ['person: Will Orlen']],
    ['two names side by side are one', '[P Dora] [P Orlen] sang.', ['person: Dora Orlen']],
    ['a given name before it is part of a family name', 'Later Nathan [P Law] sang.', ['person: Nathan Law']],
    ['with a comma they are two', '[P Dora], [P Orlen] sang.', ['person: Dora', 'person: Orlen']],
    ['the end of a bracket is no part', '(Acting [P Chief) Jon Benn] sang.', ['person: Jon Benn']],
    ['nor is a title of two words', '[P Tan Sri Amir Salleh] sang.', ['person: Amir Salleh']],
  ];
  test.each(table)('%s', (_, marked, expected) => {
    expect(agreed(marked)).toEqual(expected);
  });
});
