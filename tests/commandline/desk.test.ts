import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastWord, makeDesk } from '#commandline';
import { commands } from '#commands';
import type { Command } from '#core/command';
import { shelfOf } from '../support/briefing.ts';
import { answerTo, answerToCall, deskOf, take, textOf } from '../support/desk.ts';
import { river } from '../support/river.ts';

const desk = deskOf([river]);

describe('completing a line', () => {
  const cases: [line: string, word: string, values: string[]][] = [
    ['/qu', '/qu', ['/quotes']],
    ['po', 'po', ['/positions']],
    ['', '', ['/brief', '/quotes', '/positions', '/articles', '/help']],
    ['/quotes ki', 'ki', ['kind:']],
    ['/quotes kind:', 'kind:', ['kind:direct', 'kind:mixed', 'kind:indirect', 'kind:all']],
    ['/quotes kind:in', 'kind:in', ['kind:indirect']],
    ['/quotes speaker:alv', 'speaker:alv', ['speaker:"José Álvarez-Peña"']],
    ['/quotes speaker:"José Á', 'speaker:"José Á', ['speaker:"José Álvarez-Peña"']],
    ['/quotes prem', 'prem', ['"Mara Lind"']],
    ['/quotes speaker:low', 'speaker:low', ['speaker:Lowland']],
    ['/brief article:courier', 'article:courier', ['article:river-dam']],
    ['/brief article:river ', '', ['length:']],
    ['/positions compare:"upland, low', 'compare:"upland, low', ['compare:"upland, Lowland"']],
    ['/help pos', 'pos', ['positions']],
    ['/nonsense ki', 'ki', []],
    ['/quotes colour:r', 'colour:r', []],
  ];
  test.each(cases)('%s', (line, word, values) => {
    expect(lastWord(line)).toBe(word);
    expect(desk.completeLine(line).map(({ value }) => value)).toEqual(values);
  });
});

test('every completion of a whole line is a line that is understood', () => {
  for (const start of ['/quotes ', '/quotes speaker:', '/positions ', '/brief ', '/help ', '/articles ']) {
    for (const { value } of desk.completeLine(start)) {
      const line = start.slice(0, start.length - lastWord(start).length) + value;
      if (!line.endsWith(':')) expect(textOf(answerTo(desk, line))).not.toMatch(/no command|no option/);
    }
  }
});

test('completes one option’s value for platforms that ask so', () => {
  expect(desk.complete('quotes', 'kind', 'mi', {})).toEqual([{ label: 'mixed', value: 'mixed' }]);
  expect(desk.complete('quotes', 'speaker', 'premier', { article: 'river-dam' })).toEqual([
    { label: 'Mara Lind, premier', value: 'Mara Lind' },
  ]);
  expect(desk.complete('quotes', 'speaker', '', { article: 'no such article' })).toEqual([]);
  expect(desk.complete('nothing', 'speaker', '', {})).toEqual([]);
});

test('a forged invocation is answered with a sentence', () => {
  expect(textOf(answerToCall(desk, 'rm', {}))).toContain('There is no command “rm”.');
  expect(textOf(answerToCall(desk, 'quotes', { shell: 'sh' }))).toContain('/quotes has no option “shell”.');
  expect(textOf(answerToCall(desk, 'quotes', { kind: 'x' }))).toContain('kind is direct, mixed, indirect or all.');
});

test('what nobody foresaw is logged with its cause, and the asker gets the id', () => {
  const logged: unknown[] = [];
  const broken: Command = {
    name: 'broken',
    description: 'Break',
    options: [],
    run: () => {
      throw new Error('the shelf fell down');
    },
  };
  const desk = makeDesk({
    commands: [broken, ...commands],
    shelf: shelfOf([river]),
    logger: { info: () => {}, error: (message, details) => logged.push({ message, ...details }) },
    newId: () => 'c0ffee',
    take,
  });
  expect(textOf(answerTo(desk, '/broken'))).toBe('Something went wrong inside; the log has it as c0ffee.');
  expect(logged).toEqual([
    { message: 'a command failed', id: 'c0ffee', command: 'broken', err: new Error('the shelf fell down') },
  ]);
});

test('no line makes it throw', () => {
  const word = fc.constantFrom('/quotes', '/positions', 'compare:', 'speaker:"', '“', "'", '\\', ':', '=', ' ', 'lind');
  const line = fc.array(fc.oneof(word, fc.string({ unit: 'binary' }))).map((words) => words.join(' '));
  fc.assert(
    fc.property(line, (typed) => {
      desk.completeLine(typed);
      expect(answerTo(desk, typed).blocks.length).toBeGreaterThan(0);
      expect(typed.trimStart().endsWith(lastWord(typed))).toBe(true);
    }),
  );
});
