import { expect, test } from 'vitest';
import { isRegistered, registrationOf } from '#adapters/discord/setup/registration';
import { bellCommand } from '../../../support/bells.ts';
import { discordFaults } from '../../../support/discord/rules.ts';

const commands = [
  bellCommand('bell add', [
    { name: 'days', description: 'On which', type: 'text' },
    { name: 'where', description: 'In which', type: 'channel' },
    { name: 'time', description: 'When', type: 'text', main: true, required: true },
  ]),
  bellCommand('bell list'),
];
const wording = (name: string) => ({ name, description: name, options: {} });
const translations = {
  ko: {
    briefThis: '브리핑하기',
    commandGroups: { bell: wording('종') },
    commands: { 'bell add': wording('추가'), 'bell list': wording('목록') },
  },
};

test('commands of one group are registered as subcommands of one command', () => {
  const body = registrationOf(commands, translations);
  expect(discordFaults(body, 'commands')).toEqual([]);
  expect(body).toHaveLength(2);
  expect(body[0]).toMatchObject({
    name: 'bell',
    description: 'Bells and when they ring',
    name_localizations: { ko: '종' },
    options: [
      {
        type: 1,
        name: 'add',
        name_localizations: { ko: '추가' },
        options: [
          { type: 3, name: 'time', required: true },
          { type: 3, name: 'days' },
          { type: 7, name: 'where', channel_types: [0, 5] },
        ],
      },
      { type: 1, name: 'list', options: [] },
    ],
  });
});

test('a change within a group is detected', () => {
  const wanted = registrationOf(commands, translations);
  expect(isRegistered(structuredClone(wanted), wanted)).toBe(true);
  const changed = JSON.parse(JSON.stringify(wanted).replace('On which', 'On what')) as unknown;
  expect(isRegistered(changed, wanted)).toBe(false);
});

test('what Discord would reject within a group is reported', () => {
  const capital = bellCommand('bell Add');
  const long = bellCommand('bell add', [{ name: 'time', description: 'a'.repeat(101), type: 'text' }]);
  expect(() => registrationOf([capital], {})).toThrow('“Add” in /bell is not a valid name');
  expect(() => registrationOf([long], {})).toThrow('in /bell add has 101 characters');
});
