import { describe, expect, test } from 'vitest';
import { inviteLink } from '#adapters/discord/setup/invite';
import { isRegistered, registrationOf } from '#adapters/discord/setup/registration';
import { commands } from '#commands';
import { translations } from '#commands/translations';
import type { Command, Option } from '#core/commands/command';
import { groupByFirstWord } from '#core/commands/command-group';
import { discordFaults } from '../../../support/discord/rules.ts';

const option = (name: string, more: Partial<Option> = {}): Option => ({
  name,
  description: name,
  type: 'text',
  ...more,
});
const command = (options: readonly Option[] = [], more: Partial<Command> = {}): Command => ({
  name: 'brief',
  description: 'Brief an article',
  options,
  run: () => ({ visibility: 'asker', blocks: [] }),
  ...more,
});
const optionsOf = (command: Command) => {
  const [registered] = registrationOf([command], {});
  return registered && 'options' in registered ? registered.options : [];
};

test('Discord accepts our own commands, in every language', () => {
  const body = registrationOf(commands, translations);
  expect(discordFaults(body, 'commands')).toEqual([]);
  expect(body).toHaveLength(groupByFirstWord(commands).size + 1);
  expect(body[0]).toMatchObject({
    type: 1,
    name: 'brief',
    name_localizations: { ko: '브리핑' },
    description_localizations: { ko: expect.stringContaining('브리핑') },
    contexts: [0, 1, 2],
    integration_types: [0, 1],
  });
  expect(body.at(-1)).toMatchObject({ type: 3, name: 'Brief this', name_localizations: { ko: '브리핑하기' } });
});

test('requires no permission beyond that to use commands', () => {
  for (const command of registrationOf(commands, translations))
    expect(command).not.toHaveProperty('default_member_permissions');
});

describe('an option', () => {
  test('that takes plain words comes first', () => {
    expect(optionsOf(command([option('length'), option('article', { main: true })]))).toMatchObject([
      { name: 'article' },
      { name: 'length' },
    ]);
  });

  test('has completion, choices, or is a flag', () => {
    expect(
      optionsOf(
        command([
          option('speaker', { complete: () => [] }),
          option('kind', { type: 'choice', choices: ['direct', 'all'] }),
          option('quietly', { type: 'flag' }),
          option('about', { maxLength: 48 }),
        ]),
      ),
    ).toEqual([
      { type: 3, name: 'speaker', description: 'speaker', max_length: 100, autocomplete: true },
      {
        type: 3,
        name: 'kind',
        description: 'kind',
        choices: [
          { name: 'direct', value: 'direct' },
          { name: 'all', value: 'all' },
        ],
      },
      { type: 5, name: 'quietly', description: 'quietly' },
      { type: 3, name: 'about', description: 'about', max_length: 48 },
    ]);
  });

  test('is translated into every supported language that Discord knows', () => {
    const wording = { name: 'artikel', description: 'Welcher' };
    const tongue = {
      briefThis: 'Kurz',
      commands: { brief: { name: 'kurz', description: 'Kurz', options: { article: wording } } },
    };
    const [registered] = registrationOf([command([option('article')])], { de: tongue, es: tongue, tlh: tongue });
    expect(registered).toMatchObject({
      name_localizations: { de: 'kurz', 'es-ES': 'kurz', 'es-419': 'kurz' },
      options: [{ description_localizations: { de: 'Welcher' } }],
    });
    expect(JSON.stringify(registered)).not.toContain('tlh');
  });
});

describe('reports all that Discord would reject at once', () => {
  const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
  const cases: [what: string, all: readonly Command[], complaint: RegExp][] = [
    ['a capital', [command([], { name: 'Brief' })], /“Brief” in \/Brief is not a valid name/],
    ['a space', [command([option('an article')])], /“an article” in \/brief is not a valid name/],
    ['a long name', [command([option('a'.repeat(33))])], /is not a valid name/],
    ['no description', [command([], { description: '' })], /has 0 characters/],
    ['a long description', [command([option('a', { description: 'a'.repeat(101) })])], /has 101 characters/],
    ['too many commands', many(101, (at) => command([], { name: `a${at}` })), /101 commands, and 100/],
    ['too many options', [command(many(26, (at) => option(`a${at}`)))], /26 options of \/brief, and 25/],
    ['too many choices', [command([option('a', { type: 'choice', choices: many(26, String) })])], /26 choices of a/],
    ['a long choice', [command([option('a', { type: 'choice', choices: ['a'.repeat(101)] })])], /101 characters/],
    [
      'too many characters',
      [
        command(
          many(25, (at) => option(`a${at}`, { type: 'choice', choices: many(4, (index) => `${index}`.repeat(40)) })),
        ),
      ],
      /characters of \/brief, and 8000/,
    ],
  ];
  test.each(cases)('%s', (_, all, reason) => expect(() => registrationOf(all, {})).toThrow(reason));

  test('a long entry in a menu', () => {
    const translation = { briefThis: 'a'.repeat(33), commands: {} };
    expect(() => registrationOf([command()], { de: translation })).toThrow(/33 characters of/);
  });
});

describe('does not register unchanged commands', () => {
  const wanted = registrationOf(commands, translations);
  /** The form in which Discord returns it: with more keys, in another order. */
  const listed = () =>
    structuredClone(wanted)
      .reverse()
      .map((command, at) => ({
        id: `${at}`,
        application_id: '1',
        version: `${at}0`,
        default_member_permissions: null,
        dm_permission: true,
        nsfw: false,
        name_localized: 'x',
        description: '',
        description_localizations: null,
        handler: 1,
        ...command,
        contexts: [2, 0, 1],
        integration_types: [1, 0],
        options: ('options' in command ? (command.options ?? []) : []).map((given) => ({ required: false, ...given })),
      })) as Record<string, unknown>[];

  test('as listed by Discord', () => expect(isRegistered(listed(), wanted)).toBe(true));

  const changes: [what: string, change: (all: Record<string, unknown>[]) => unknown][] = [
    ['no list at all', () => ({})],
    ['nothing', () => []],
    ['one too few', (all) => all.slice(1)],
    ['one too many', (all) => [...all, { ...all.at(-1), name: 'old' }]],
    ['another description', (all) => all.map((command) => ({ ...command, description: 'Other' }))],
    ['a language less', (all) => all.map((command) => ({ ...command, name_localizations: {} }))],
    ['a context less', (all) => all.map((command) => ({ ...command, contexts: [0] }))],
    ['other permissions', (all) => all.map((command) => ({ ...command, default_member_permissions: '8' }))],
    [
      'options in another order',
      (all) => all.map((command) => ({ ...command, options: (command.options as unknown[]).toReversed() })),
    ],
    [
      'an option that no longer completes',
      (all) =>
        all.map((command) => ({
          ...command,
          options: (command.options as object[]).map((given) => ({ ...given, autocomplete: false })),
        })),
    ],
    ['something that is no command', () => [null, 3, 'a']],
  ];
  test.each(changes)('unless there is %s', (_, change) => expect(isRegistered(change(listed()), wanted)).toBe(false));
});

describe('the invitation', () => {
  const query = (link: string) => new URL(link).searchParams;

  test('requests only the permissions that posting needs', () => {
    const asked = query(inviteLink('123456789012345678'));
    expect(inviteLink('1')).toMatch(/^https:\/\/discord\.com\/oauth2\/authorize\?/);
    expect(asked.get('client_id')).toBe('123456789012345678');
    expect(asked.get('scope')).toBe('bot applications.commands');
    // View Channel, Send Messages, Create Public Threads, Send Messages in Threads, Read Message History, Attach Files.
    const needed = (1n << 10n) | (1n << 11n) | (1n << 35n) | (1n << 38n) | (1n << 16n) | (1n << 15n);
    expect(BigInt(asked.get('permissions') ?? 0)).toBe(needed);
  });
});

test('choices have names in every language', () => {
  const options = [option('kind', { type: 'choice', choices: ['direct', 'all'] })];
  const localized = { name: '유형', description: '인용의 유형', choices: { direct: '직접', all: '전체' } };
  const ko = {
    briefThis: '요약',
    commands: { quotes: { name: '인용', description: '인용 보기', options: { kind: localized } } },
  };
  const [body] = registrationOf([{ ...command(options), name: 'quotes' }], { ko });
  expect(JSON.stringify(body)).toContain(
    '"choices":[{"name":"direct","value":"direct","name_localizations":{"ko":"직접"}},{"name":"all"',
  );
});
