import { describe, expect, test } from 'vitest';
import { formatLine } from '#commandline';
import { parseLine } from '#commandline/parse';
import { commands, translations } from '#commands';
import type { Command } from '#core/commands/command';
import fc from '../support/property.ts';

describe('a line and its invocation', () => {
  const cases: [typed: string, command: string, options: Record<string, string>][] = [
    ['/brief', 'brief', {}],
    ['brief', 'brief', {}],
    ['  / brief  ', 'brief', {}],
    ['/Brief', 'brief', {}],
    ['/quotes speaker:"Kim Tae-hyo" kind:direct', 'quotes', { speaker: 'Kim Tae-hyo', kind: 'direct' }],
    ['/quotes speaker:“Mara Lind” kind:Direct', 'quotes', { speaker: 'Mara Lind', kind: 'direct' }],
    ['/quotes speaker:„Mara Lind“', 'quotes', { speaker: 'Mara Lind' }],
    ['/quotes speaker:«Mara Lind»', 'quotes', { speaker: 'Mara Lind' }],
    ["/quotes speaker:'Mara Lind'", 'quotes', { speaker: 'Mara Lind' }],
    ["/quotes 'Rory O’Brien' kind=mixed", 'quotes', { speaker: 'Rory O’Brien', kind: 'mixed' }],
    ["/quotes Rory O'Brien", 'quotes', { speaker: "Rory O'Brien" }],
    ['/quotes mara lind', 'quotes', { speaker: 'mara lind' }],
    ['/quotes speaker:Mara Lind kind:all', 'quotes', { speaker: 'Mara Lind', kind: 'all' }],
    ['/quotes kind:all mara lind', 'quotes', { speaker: 'mara lind', kind: 'all' }],
    ['/quotes kind: direct', 'quotes', { kind: 'direct' }],
    ['/quotes SPEAKER:lind', 'quotes', { speaker: 'lind' }],
    ['/quotes "Mara Lind', 'quotes', { speaker: 'Mara Lind' }],
    ['/quotes about:"so-called \\"rumours\\""', 'quotes', { about: 'so-called "rumours"' }],
    ['/articles about 10:30 or https://a.example/b', 'articles', { about: 'about 10:30 or https://a.example/b' }],
    ['/positions compare:"upland, lowland"', 'positions', { compare: 'upland, lowland' }],
    ['/인용 화자:kim', 'quotes', { speaker: 'kim' }],
    ['/인용 화자:Kim Tae-hyo 유형:direct', 'quotes', { speaker: 'Kim Tae-hyo', kind: 'direct' }],
    ['인용 kim', 'quotes', { speaker: 'kim' }],
    // Some keyboards send the letters of a syllable separately.
    ['/인용 화자:kim'.normalize('NFD'), 'quotes', { speaker: 'kim' }],
    ['/quotes 화자:kim speaker', 'quotes', { speaker: 'kim speaker' }],
    ['/quotes help', 'help', { command: 'quotes' }],
    ['/quotes --help', 'help', { command: 'quotes' }],
    ['/입장 도움말', 'help', { command: 'positions' }],
    ['/quotes help wanted', 'quotes', { speaker: 'help wanted' }],
  ];
  test.each(cases)('%s', (typed, command, options) => {
    expect(parseLine(typed, { commands, translations })).toEqual({ command, options });
  });
});

describe('an invalid line', () => {
  const cases: [typed: string, sentence: string][] = [
    ['/qoutes', 'There is no command “qoutes”. Did you mean /quotes?'],
    ['/weather', 'There is no command “weather”. Type /help for all of them.'],
    ['/quotes speeker:lind', '/quotes has no option “speeker”. Did you mean speaker?'],
    ['/brief colour:red', '/brief has no option “colour”. Type /help brief.'],
    ['/quotes kind:dirct', 'kind cannot be “dirct”: type direct, mixed, indirect or all. Did you mean direct?'],
    ['/quotes kind:loud', 'kind cannot be “loud”: type direct, mixed, indirect or all.'],
    ['/quotes kind:all kind:all', 'kind is given twice: give it once.'],
    ['/quotes about:', 'about needs a value: type about:"…".'],
    ['/quotes speaker:', 'speaker needs a value: type speaker:"…".'],
    ['/인융', 'There is no command “인융”. Did you mean /인용?'],
    ['/인용 화지:kim', '/quotes has no option “화지”. Did you mean 화자?'],
    ['/quotes 유형:all kind:all', 'kind is given twice: give it once.'],
    ['/quotes about:" "', 'about needs a value: type about:"…".'],
  ];
  test.each(cases)('%s', (typed, sentence) =>
    expect(() => parseLine(typed, { commands, translations })).toThrow(sentence),
  );
});

const bell: Command = {
  name: 'bell',
  description: 'Ring',
  options: [{ name: 'loud', description: 'Louder', type: 'flag' }],
  run: () => ({ visibility: 'asker', blocks: [] }),
};

test('a flag is set by its name alone', () => {
  expect(parseLine('/bell loud', { commands: [bell] }).options).toEqual({ loud: 'yes' });
  expect(() => parseLine('/bell quiet', { commands: [bell] })).toThrow('/bell has no option “quiet”. Type /help bell.');
});

test('every invocation can be typed', () => {
  const value = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\s+/gu, ' ').trim());
  fc.assert(
    fc.property(
      value.filter((text) => text !== ''),
      (speaker) => {
        const invocation = { command: 'quotes', options: { about: speaker, kind: 'all' } };
        expect(parseLine(formatLine(invocation), { commands })).toEqual(invocation);
      },
    ),
  );
});

test('the cost of unmatched apostrophes is linear', () => {
  const line = `/quotes ${"'s ".repeat(40_000)}`;
  // Searching each counterpart to the end of the line took quadratic time.
  expect(parseLine(line, { commands }).options.speaker).toHaveLength(40_000 * 3 - 1);
});

test('a text in place of a command is answered with how to upload texts', () => {
  const story = 'Mayor Ann Lee opened the bridge on Monday and said that the town had waited long enough. '.repeat(4);
  expect(() => parseLine(story, { commands })).toThrow(
    'That is a text, not a command. To brief it, choose “Brief this”',
  );
});
