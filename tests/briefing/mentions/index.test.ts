import { describe, expect, test } from 'vitest';
import { findMentions } from '#briefing/mentions/index';
import type { Mention } from '#briefing/mentions/mention';
import { tokenise } from '#briefing/mentions/tokens';
import { read } from '../coreference/marked.ts';

function mentions(text: string): { text: string; all: readonly Mention[] } {
  const { reading, sentences } = read(text);
  return { text: reading.text, all: findMentions(tokenise(reading, sentences)).mentions };
}

/** `kind: words` for each mention except pronouns. */
function shown(text: string): string[] {
  const found = mentions(text);
  return found.all
    .filter(({ kind }) => kind !== 'pronoun')
    .map(({ kind, span }) => `${kind}: ${found.text.slice(span.start, span.end)}`);
}

describe('mentions', () => {
  const table: [string, string[]][] = [
    ['The deputy harbour director told them.', ['description: The deputy harbour director']],
    ['Mrs. Okafor said so.', ['name: Mrs. Okafor']],
    ['Mr Sheikh said so.', ['name: Mr Sheikh']],
    ['Law Minister Bilal Sheikh said so.', ['name: Law Minister Bilal Sheikh']],
    [
      'One official from the harbour ministry said so.',
      ['description: One official from the harbour ministry', 'description: the harbour ministry'],
    ],
    ['Officials said so.', ['description: Officials']],
    ['Some said so.', ['description: Some']],
    ['The report said so.', ['document: The report']],
    ['He met retired general Paul Addo.', ['name: retired general Paul Addo']],
    [
      'Norwegian President Kari Lund met the NRK in Oslo.',
      ['name: Norwegian President Kari Lund', 'acronym: the NRK in Oslo', 'place: Oslo'],
    ],
    ['The Ministry of National Defense declined.', ['organisation: The Ministry of National Defense']],
    ['Secretary of State Anna Reyes declined.', ['name: Secretary of State Anna Reyes']],
    [
      'Ada Okafor’s campaign manager Tom Bell said so.',
      ['name: Ada Okafor’s campaign manager Tom Bell', 'name: Ada Okafor'],
    ],
    ['Ada Okafor and Tom Bell said so.', ['pair: Ada Okafor and Tom Bell', 'name: Ada Okafor', 'name: Tom Bell']],
    ['The trade association Ferries of Oslo agreed.', ['organisation: The trade association Ferries of Oslo']],
    ['Robert “Bobby” Hale said so.', ['name: Robert “Bobby” Hale']],
    ['Ludo van der Berg said so.', ['name: Ludo van der Berg']],
    ['Then Seoul asked the Kremlin.', ['place: Seoul', 'place: the Kremlin']],
    ['The People’s Party lost.', ['organisation: The People’s Party']],
    ['The minister’s aides said so.', ['description: The minister’s aides', 'description: The minister']],
  ];
  test.each(table)('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe('words that are no name', () => {
  const table: [string, string[]][] = [
    ['Speaking slowly, the mayor agreed.', ['description: the mayor']],
    ['Tuesday was quiet.', []],
    [
      '# Mayor Opens Bridge After Long Delay\nThe mayor, Ada Okafor, opened it.',
      ['description: Mayor', 'description: The mayor', 'name: Ada Okafor'],
    ],
  ];
  test.each(table)('%s', (text, expected) => {
    expect(shown(text).filter((line) => !/^(?:name|place): (?:Rain)$/.test(line))).toEqual(expected);
  });
});

describe('name, role and appositive', () => {
  const table: [string, string, string | undefined, string | undefined][] = [
    ['South Korean UN Ambassador Park Min-ho agreed.', 'Park Min-ho', 'South Korean UN Ambassador', undefined],
    ['Ida Moe, the Norwegian harbour director, agreed.', 'Ida Moe', undefined, 'the Norwegian harbour director'],
    ['Gov. Earl Ray Dodd agreed.', 'Earl Ray Dodd', 'Gov.', undefined],
    ['Breda Hanley SC agreed.', 'Breda Hanley', undefined, undefined],
    ['TV host Stephen King agreed.', 'Stephen King', 'TV host', undefined],
    ['Minister of State Ong Siew Ling agreed.', 'Ong Siew Ling', 'Minister of State', undefined],
    ['Lyonpo Karma Orlen agreed.', 'Karma Orlen', 'Lyonpo', undefined],
    ['Coun Hugh Orlen agreed.', 'Hugh Orlen', 'Coun', undefined],
    ['Comedian Basil Orlen agreed.', 'Basil Orlen', 'Comedian', undefined],
  ];
  test.each(table)('%s', (text, name, role, appositive) => {
    const found = mentions(text);
    const cut = (span: { start: number; end: number } | undefined) => span && found.text.slice(span.start, span.end);
    const [first] = found.all;
    expect([cut(first?.name), cut(first?.role), cut(first?.appositive)]).toEqual([name, role, appositive]);
  });
});

describe('order and bounds', () => {
  test('mentions are in the order of the text, each containing its parts', () => {
    const { all } = mentions('Ada Okafor’s aide Tom Bell, who knew the mayor of Accra, said “she will go”.');
    for (const [index, mention] of all.entries()) {
      const next = all[index + 1];
      if (next) expect(mention.span.start).toBeLessThanOrEqual(next.span.start);
      for (const part of [mention.core, mention.head, mention.name, mention.role]) {
        if (!part) continue;
        expect(part.start).toBeGreaterThanOrEqual(mention.span.start);
        expect(part.end).toBeLessThanOrEqual(mention.span.end);
      }
    }
  });

  test('words inside quotation marks are marked as quoted', () => {
    const { text, all } = mentions('“The mayor lied,” Ada Okafor said.');
    expect(all.map((mention) => [text.slice(mention.span.start, mention.span.end), mention.quoted])).toEqual([
      ['The mayor', true],
      ['Ada Okafor', false],
    ]);
  });
});
