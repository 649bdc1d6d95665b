import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../support/discord/markdown.ts';
import { type BodyKind, discordFaults } from '../../support/discord/rules.ts';

const V2 = 1 << 15;
const quiet = { allowed_mentions: { parse: [] } };
const text = (content: string) => ({ type: 10, content });
const button = (custom_id: string, more: object = {}) => ({ type: 2, style: 2, label: 'Go', custom_id, ...more });
const row = (...components: object[]) => ({ type: 1, components });
const menu = (options: object[], more: object = {}) => row({ type: 3, custom_id: 'm', options, ...more });
const option = (value: string, label = value) => ({ label, value });
const message = (...components: object[]) => ({ ...quiet, flags: V2, components });
const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const command = (more: object = {}) => ({ type: 1, name: 'brief', description: 'Brief it', ...more });
const choice = (name: string, value = name) => ({ name, value });
const stringOption = (more: object = {}) => ({ type: 3, name: 'article', description: 'Which', ...more });

describe('finds no fault in a valid body', () => {
  const sound: [what: string, kind: BodyKind, body: unknown][] = [
    ['a text', 'create', { ...quiet, content: 'Hello' }],
    ['components', 'create', message({ type: 17, components: [text('Hello'), row(button('a'), button('b'))] })],
    ['a follow-up', 'followup', message(text('Hello'))],
    ['a change', 'original', message(text('Hello'))],
    ['an answer', 'callback', { type: 4, data: message(text('Hello')) }],
    ['a promise', 'callback', { type: 5, data: { flags: 64 } }],
    ['a promise to change', 'callback', { type: 6 }],
    ['completions', 'callback', { type: 8, data: { choices: [choice('Kim')] } }],
    ['commands', 'commands', [command({ options: [stringOption()] }), { type: 3, name: 'Brief this' }]],
    [
      'a form',
      'callback',
      {
        type: 9,
        data: {
          custom_id: 'f',
          title: 'Quotes',
          components: [{ type: 18, label: 'Who', component: { type: 4, custom_id: 's', style: 1 } }],
        },
      },
    ],
  ];
  test.each(sound)('%s', (_, kind, body) => expect(discordFaults(body, kind)).toEqual([]));
});

describe('finds', () => {
  const faulty: [what: string, kind: BodyKind, body: unknown, complaint: RegExp][] = [
    ['an empty message', 'create', quiet, /empty/],
    ['an empty answer', 'callback', { type: 4, data: quiet }, /empty/],
    ['no components', 'create', message(), /empty/],
    ['content over 2,000', 'create', { ...quiet, content: 'a'.repeat(2001) }, /2001 characters/],
    [
      'over 6,000 in all embeds',
      'create',
      { ...quiet, embeds: many(2, () => ({ description: 'a'.repeat(3001) })) },
      /more than 6,000/,
    ],
    ['an embed’s title over 256', 'create', { ...quiet, embeds: [{ title: 'a'.repeat(257) }] }, /title/],
    ['content beside components', 'create', { ...message(text('a')), content: 'b' }, /content in a message/],
    ['embeds beside components', 'create', { ...message(text('a')), embeds: [{ title: 'b' }] }, /embeds in a message/],
    ['components without their flag', 'create', { ...quiet, components: [text('a')] }, /without the flag/],
    ['over 40 components', 'create', message({ type: 17, components: many(40, () => text('a')) }), /41 components/],
    ['over 4,000 characters', 'create', message(text('a'.repeat(2001)), text('b'.repeat(2000))), /4001 characters/],
    ['a text of nothing', 'create', message(text(' ')), /without letters/],
    ['an empty text', 'create', message(text('')), /content/],
    ['over 100 marks', 'create', message(text('**a** '.repeat(101))), /101 elements/],
    ['two equal custom_ids', 'create', message(row(button('a')), row(button('a'))), /two components/],
    ['a button without one', 'create', message(row({ type: 2, style: 1, label: 'Go' })), /without a custom_id/],
    ['a custom_id over 100', 'create', message(row(button('a'.repeat(101)))), /custom_id|100/],
    ['a button without a label', 'create', message(row(button('a', { label: '' }))), /without a label/],
    ['a label over 80', 'create', message(row(button('a', { label: 'a'.repeat(81) }))), /81 characters|label/],
    ['a sixth button', 'create', message(row(...many(6, (at) => button(`${at}`)))), /6 buttons|5/],
    ['a sixth row', 'create', message(...many(6, (at) => row(button(`${at}`)))), /6 rows/],
    ['an empty row', 'create', message(row()), /row/],
    ['a link without an address', 'create', message(row({ type: 2, style: 5, label: 'Go' })), /without an address/],
    [
      'an address over 512',
      'create',
      message(row({ type: 2, style: 5, label: 'Go', url: `https://a.example/${'a'.repeat(512)}` })),
      /512/,
    ],
    ['a menu without options', 'create', message(menu([])), /without options/],
    ['a menu of 26', 'create', message(menu(many(26, (at) => option(`${at}`)))), /26 options/],
    ['equal values', 'create', message(menu([option('a', 'b'), option('a', 'c')])), /two equal values/],
    ['an option’s label over 100', 'create', message(menu([option('a', 'b'.repeat(101))])), /101/],
    ['an option without a value', 'create', message(menu([option('', 'b')])), /value/],
    ['a placeholder over 150', 'create', message(menu([option('a')], { placeholder: 'a'.repeat(151) })), /placeholder/],
    [
      'a menu beside a button',
      'create',
      message(row({ type: 3, custom_id: 'm', options: [option('a')] }, button('b'))),
      /not alone/,
    ],
    ['a menu that asks for more than it has', 'create', message(menu([option('a')], { max_values: 2 })), /too many/],
    ['a message that may call anybody', 'create', { content: 'a' }, /whom it may call/],
    [
      'a message that calls everybody',
      'create',
      { content: 'a', allowed_mentions: { parse: ['everyone'] } },
      /may call/,
    ],
    ['one that mentions a user', 'create', { content: 'a', allowed_mentions: { parse: [], users: ['1'] } }, /may call/],
    ['a nonce over 25', 'create', { ...quiet, content: 'a', nonce: 'a'.repeat(26) }, /nonce/],
    ['a key that is not known', 'create', { ...quiet, content: 'a', contnt: 'b' }, /contnt/],
    ['26 completions', 'callback', { type: 8, data: { choices: many(26, (at) => choice(`${at}`)) } }, /26|25/],
    ['a completion over 100', 'callback', { type: 8, data: { choices: [choice('a', 'b'.repeat(101))] } }, /101/],
    ['a form without a title', 'callback', { type: 9, data: { custom_id: 'f', title: '', components: [] } }, /title/],
    ['an unknown kind of answer', 'callback', { type: 99 }, /99/],
    ['capitals in a command', 'commands', [command({ name: 'Brief' })], /not a valid name/],
    [
      'spaces in an option',
      'commands',
      [command({ options: [stringOption({ name: 'an article' })] })],
      /not a valid name/,
    ],
    ['capitals in a translation', 'commands', [command({ name_localizations: { de: 'Kurz' } })], /not a valid name/],
    ['a language that is none', 'commands', [command({ name_localizations: { xx: 'kurz' } })], /no language/],
    ['a description of nothing', 'commands', [command({ description: '' })], /described in 0/],
    ['a description over 100', 'commands', [command({ description: 'a'.repeat(101) })], /101|100/],
    ['101 commands', 'commands', many(101, (at) => command({ name: `a${at}` })), /101 slash/],
    ['16 entries in a menu', 'commands', many(16, (at) => ({ type: 3, name: `a${at}` })), /16 message/],
    ['two of one name', 'commands', [command(), command()], /two commands are called 1 brief/],
    [
      'two of one name in Korean',
      'commands',
      [command({ name_localizations: { ko: 'a' } }), command({ name: 'b', name_localizations: { ko: 'a' } })],
      /the same in ko/,
    ],
    ['26 options', 'commands', [command({ options: many(26, (at) => stringOption({ name: `a${at}` })) })], /26|25/],
    [
      '26 choices',
      'commands',
      [command({ options: [stringOption({ choices: many(26, (at) => choice(`${at}`)) })] })],
      /26|25/,
    ],
    [
      'choices and completion',
      'commands',
      [command({ options: [stringOption({ autocomplete: true, choices: [choice('a')] })] })],
      /both/,
    ],
    [
      'over 8,000 characters',
      'commands',
      [
        command({
          options: many(25, (at) =>
            stringOption({ name: `a${at}`, choices: many(4, (index) => choice(`${index}`.repeat(40))) }),
          ),
        }),
      ],
      /more than 8,000/,
    ],
    [
      'a required option after others',
      'commands',
      [command({ options: [stringOption(), stringOption({ name: 'b', required: true })] })],
      /required/,
    ],
    [
      'a fault in a command within another',
      'commands',
      [command({ options: [{ type: 1, name: 'add', description: 'Add', options: [stringOption({ name: 'At' })] }] })],
      /“At” is not a valid name/,
    ],
    [
      'commands and options side by side',
      'commands',
      [command({ options: [{ type: 1, name: 'add', description: 'Add' }, stringOption()] })],
      /both options and commands/,
    ],
    ['a description in a menu', 'commands', [{ type: 3, name: 'Brief this', description: 'a' }], /description/],
  ];
  test.each(faulty)('%s', (_, kind, body, reason) =>
    expect(discordFaults(body, kind)).toContainEqual(expect.stringMatching(reason)),
  );
});

describe('reads Markdown as the client does', () => {
  const cases: [source: string, read: string, ...live: string[]][] = [
    ['plain', 'plain'],
    ['**bold** *thin* __under__ ~~gone~~ ||hidden||', 'bold thin under gone hidden'],
    ['\\*\\*not\\*\\* \\# not', '**not** # not'],
    ['# Title', 'Title'],
    ['> -# small', 'small'],
    ['- item', 'item'],
    ['[words](https://a.example/b)', 'words', 'link https://a.example/b'],
    ['[w\\*rds](https://a.example/b)', 'w\\*rds', 'link https://a.example/b'],
    ['[words](javascript:alert)', '[words](javascript:alert)'],
    ['\\[words](https://a.example/b)', '[words](https://a.example/b)', 'link https://a.example/b)'],
    ['see https://a.example.', 'see https://a.example.', 'link https://a.example'],
    ['https\\://a.example', 'https://a.example'],
    ['<https://a.example>', 'https://a.example', 'link https://a.example'],
    ['@everyone and @here', '@everyone and @here', 'mention @everyone', 'mention @here'],
    ['\\@everyone', '@everyone'],
    [
      '<@1> <@&2> <#3> </a:4>',
      '<@1> <@&2> <#3> </a:4>',
      'mention <@1>',
      'mention <@&2>',
      'mention <#3>',
      'command </a:4>',
    ],
    ['<t:0:R> <:x:1> <id:guide>', '<t:0:R> <:x:1> <id:guide>', 'time <t:0:R>', 'emoji <:x:1>', 'mention <id:guide>'],
    [':smile:', ':smile:', 'emoji :smile:'],
    ['`<@1> :smile:`', '<@1> :smile:'],
  ];
  test.each(cases)('%s', (source, read, ...live) => expect(readMarkdown(source)).toMatchObject({ text: read, live }));

  test('recognises what only changes the style of a text', () => {
    expect(readMarkdown('# a\n> **b**\n- `c`\n-# d').marks).toEqual([
      'heading',
      'quote',
      'item',
      'small',
      'bold',
      'code',
    ]);
  });
});
