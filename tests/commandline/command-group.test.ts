import { describe, expect, test } from 'vitest';
import { lastWord, makeDispatcher } from '#commandline';
import { parseLine } from '#commandline/parse';
import help from '#commands/help';
import type { Command } from '#core/commands/command';
import { nameParts } from '#core/commands/command-group';
import { commandNamed } from '#lookup';
import { bellCommand } from '../support/bells.ts';
import { catalogOf } from '../support/briefing.ts';
import { readTestUpload } from '../support/dispatcher.ts';

const time = { name: 'time', description: 'When', type: 'text', main: true, required: true } as const;
const commands: readonly Command[] = [
  { ...bellCommand('bell add', [time]), examples: ['/bell add time:07:30'] },
  bellCommand('bell list', [{ name: 'page', description: 'Which', type: 'text' }]),
  bellCommand('bell ring', [{ name: 'loud', description: 'Louder', type: 'flag' }]),
  bellCommand('bell pause'),
  bellCommand('bell resume'),
  bellCommand('bell remove'),
  help,
];
const wording = (name: string, options = {}) => ({ name, description: name, options });
const translations = {
  ko: {
    briefThis: '브리핑하기',
    commandGroups: { bell: { name: '종', description: '종과 시간' } },
    commands: {
      'bell add': wording('추가', { time: { name: '시각', description: '언제' } }),
      'bell list': wording('목록'),
    },
  },
};
const vocabulary = { commands, translations };

describe('a line and its command of a group', () => {
  const cases: [typed: string, command: string, options: Record<string, string>][] = [
    ['/bell add time:07:30', 'bell add', { time: '07:30' }],
    ['bell  Add 07:30', 'bell add', { time: '07:30' }],
    ['/bell', 'bell list', {}],
    ['/bell page:2', 'bell list', { page: '2' }],
    ['/bell ring loud', 'bell ring', { loud: 'yes' }],
    ['/종 추가 시각:07:30', 'bell add', { time: '07:30' }],
    ['/bell 추가 07:30', 'bell add', { time: '07:30' }],
    ['/종 add 07:30', 'bell add', { time: '07:30' }],
    ['/종', 'bell list', {}],
    ['/bell help', 'help', { command: 'bell' }],
    ['/bell add help', 'help', { command: 'bell add' }],
    ['/help bell add', 'help', { command: 'bell add' }],
  ];
  test.each(cases)('%s', (typed, command, options) => {
    expect(parseLine(typed, vocabulary)).toEqual({ command, options });
  });
});

describe('a line that matches no command of a group', () => {
  const cases: [typed: string, sentence: string][] = [
    ['/bell ad', 'There is no command “bell ad”. Did you mean /bell add?'],
    ['/bell pauze', 'Did you mean /bell pause?'],
    ['/bell re', 'Did you mean /bell resume or /bell remove?'],
    ['/bell 07:30', 'There is no command “bell 07:30”. Type /help bell for all of them.'],
    ['/종 추', 'There is no command “종 추”. Did you mean /종 추가?'],
    ['/belll add', 'There is no command “belll”. Did you mean /bell?'],
    ['/add 07:30', 'There is no command “add”. Type /help for all of them.'],
    ['/bell add tine:07:30', '/bell add has no option “tine”. Did you mean time?'],
    ['/bell add', '/bell add needs its time: type /bell add time:07:30.'],
  ];
  test.each(cases)('%s', (typed, sentence) => expect(() => parseLine(typed, vocabulary)).toThrow(sentence));
});

test('a command is found by its full name, and the default of a group by its first word', () => {
  const found = ['bell add', 'bell', '종 목록', 'help'].map((name) => commandNamed(name, vocabulary).name);
  expect(found).toEqual(['bell add', 'bell list', 'bell list', 'help']);
});

const dispatcher = makeDispatcher({
  ...vocabulary,
  catalog: catalogOf([]),
  logger: { info: () => {}, error: () => {} },
  newId: () => 'id',
  take: readTestUpload,
});

describe('completing a line', () => {
  const cases: [line: string, word: string, values: string[]][] = [
    ['', '', ['/bell', '/help']],
    ['/be', '/be', ['/bell']],
    ['/bell', '/bell', ['/bell']],
    ['/bell ', '', ['add', 'list', 'ring', 'pause', 'resume', 'remove']],
    ['/bell r', 'r', ['ring', 'resume', 'remove']],
    ['/bell add', 'add', ['add']],
    ['/bell add ', '', ['time:']],
    ['/bell ring l', 'l', ['loud:']],
    ['/bell page:', 'page:', []],
    ['/종', '/종', ['/종']],
    ['/종 ', '', ['추가', '목록']],
    ['/종 추', '추', ['추가']],
    ['/종 추가 ', '', ['시각:']],
    ['/bell pauze ', '', []],
  ];
  test.each(cases)('%s', (line, word, values) => {
    expect(lastWord(line)).toBe(word);
    expect(dispatcher.completeLine(line).map(({ value }) => value)).toEqual(values);
  });
});

test('a missing required option can be requested in a form', async () => {
  expect(await dispatcher.dispatch({ kind: 'call', command: 'bell add', options: {} })).toMatchObject({
    outcome: 'mistake',
    incomplete: { command: 'bell add', options: {} },
  });
});

test('a name has one or two words', () => {
  expect([nameParts({ name: 'bell add' }), nameParts({ name: 'help' })]).toEqual([['bell', 'add'], ['help']]);
});
