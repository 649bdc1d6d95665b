import type { APIContainerComponent } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { BUDGET, MESSAGE } from '#adapters/discord/limits';
import { MESSAGE_BUDGET } from '#adapters/discord/render/budget';
import { render } from '#adapters/discord/render/message';
import type { Drawable } from '#chat/paginate/drawable';
import type { RichText } from '#core/reply';
import { discordFaults } from '../../../support/discord/rules.ts';

/** The components in the single container of a message. */
function inside(...drawables: readonly Drawable[]): APIContainerComponent['components'] {
  const message = render(drawables);
  expect(discordFaults(message, 'create')).toEqual([]);
  return (message.components[0] as APIContainerComponent).components;
}

const textOf = (...drawables: readonly Drawable[]): string =>
  inside(...drawables)
    .map((component) =>
      'content' in component ? component.content : component.type === 14 ? '─' : `<${component.type}>`,
    )
    .join('\n');

const paragraph = (...text: RichText): Drawable => ({ type: 'paragraph', text });
const strong = (text: string) => ({ text, style: 'strong' }) as const;
const button = (token: string, label = token) => ({ label, token });
const choices = (count: number) => Array.from({ length: count }, (_, at) => ({ label: `${at}`, value: `${at}` }));

test('a message consists only of components, and mentions no user', () => {
  expect(render([paragraph('Hello')])).toEqual({
    flags: 32_768,
    components: [{ type: 17, accent_color: expect.any(Number), components: [{ type: 10, content: 'Hello' }] }],
    allowed_mentions: { parse: [] },
  });
});

test('an empty reply is a message', () => {
  expect(textOf()).toBe('-# There is nothing to show.');
  expect(textOf(paragraph(' '), { type: 'heading', text: '', level: 1 }, { type: 'list', items: [] })).toBe(
    '-# There is nothing to show.',
  );
});

describe('draws', () => {
  const cases: [what: string, drawable: Drawable, ...lines: string[]][] = [
    ['a title', { type: 'heading', text: 'Rain', level: 1 }, '# Rain'],
    ['a heading', { type: 'heading', text: 'Rain', level: 3 }, '### Rain'],
    [
      'a title as long as a paragraph in smaller letters, with what parts it from the rest',
      { type: 'heading', text: 'It rained. '.repeat(15).trim(), level: 1 },
      `### ${'It rained. '.repeat(15).trim()}`,
    ],
    [
      'styles',
      paragraph('a ', strong('b'), ' ', { text: 'c', style: 'emphasis' }, ' ', { text: 'd_e', style: 'code' }),
      'a **b** *c* `d_e`',
    ],
    ['white space outside of styles', paragraph('a', strong(' b ')), 'a **b** '],
    ['styles that touch as one', paragraph(strong('a'), strong('b')), '**a**b'],
    [
      'a channel by its own id, and letters where it is none',
      paragraph('in ', { text: 'x', channel: '123456789012345678' }, ' and ', { text: '#a', channel: '1> @everyone' }),
      'in <#123456789012345678> and \\#a',
    ],
    ['code with backticks as letters', paragraph({ text: 'a`b', style: 'code' }), 'a\\`b'],
    ['a link', paragraph({ text: 'The Post', href: 'https://post.example/a' }), '[The Post](https://post.example/a)'],
    [
      'a strong link',
      paragraph({ ...strong('Post'), href: 'https://post.example/a' }),
      '**[Post](https://post.example/a)**',
    ],
    [
      'a link whose words cannot be one',
      paragraph({ text: 'a_b', href: 'https://post.example' }),
      'a\\_b ([link](https://post.example/))',
    ],
    ['no link to anything but a web page', paragraph({ text: 'a', href: 'javascript:alert(1)' }), 'a'],
    ['no link to a host behind a name', paragraph({ text: 'a', href: 'https://post.example@evil.example' }), 'a'],
    [
      'an address that would close its parentheses',
      paragraph({ text: 'a', href: 'https://post.example/b_(c)) [d](https://evil.example' }),
      '[a](https://post.example/b_%28c%29%29%20%5Bd%5D%28https://evil.example)',
    ],
    ['a list', { type: 'list', items: [['wheat'], [], ['barley']] }, '- wheat', '- barley'],
    ['small print', { type: 'context', text: ['2 min read'] }, '-# 2 min read'],
    [
      'a quotation with all that belongs to it',
      {
        type: 'quote',
        text: ['We waited', 'and it *came*.'],
        leadIn: ['“…” she said. “…”'],
        by: [strong('A. Farmer'), ', grower'],
        evidence: { paragraph: 4, href: 'https://paper.example/rain#:~:text=We%20waited' },
      },
      '> “We waited” … “and it \\*came\\*.”',
      '> -# “…” she said. “…”',
      '> -# — **A. Farmer**, grower · [¶4](https://paper.example/rain#:~:text=We%20waited)',
    ],
    [
      'a quotation from the headline',
      { type: 'quote', text: ['Rain'], evidence: { paragraph: 0, label: 'headline' } },
      '> “Rain”',
      '> -# headline',
    ],
    ['a quotation alone', { type: 'quote', text: ['Rain'] }, '> “Rain”'],
    [
      'a picture that is none of the web’s by its words',
      { type: 'image', url: 'data:image/png;base64,AAAA', alt: 'A field' },
      '-# \\[picture: A field\\]',
    ],
    [
      'rows under what they have in common',
      {
        type: 'table',
        columns: ['Side', 'Speaker', 'Stance', 'Words'],
        rows: [
          [[strong('Upland')], [strong('José'), ', minister'], ['states'], ['“We fill…” · ¶2']],
          [[], [], ['pledges'], ['readings · ¶5']],
          [[], [strong('Ola')], ['states'], ['nothing']],
          [[strong('—')], [strong('Tomas')], ['states'], ['rice']],
        ],
      },
      '### Upland',
      '**José**, minister',
      '- states: “We fill…” · ¶2',
      '- pledges: readings · ¶5',
      '**Ola**',
      '- states: nothing',
      '### Tomas',
      '- states: rice',
    ],
    [
      'rows whose columns have to be named',
      {
        type: 'table',
        columns: ['Stance', 'Upland', 'Lowland'],
        rows: [[[strong('warns')], [strong('José'), ' — floods'], [{ text: 'no statement found', style: 'emphasis' }]]],
      },
      '**warns**',
      '- Upland: **José** — floods',
      '- Lowland: *no statement found*',
    ],
    [
      'rows of two',
      { type: 'table', columns: ['Type', 'To'], rows: [[[{ text: '/help', style: 'code' }], ['show the commands']]] },
      '- `/help` — show the commands',
    ],
  ];
  test.each(cases)('%s', (_, drawable, ...lines) => expect(textOf(drawable)).toBe(lines.join('\n')));

  test('joins adjacent texts, with the appropriate separators', () => {
    expect(
      textOf(
        { type: 'heading', text: 'Title', level: 1 },
        { type: 'context', text: ['credits'] },
        { type: 'heading', text: 'Points', level: 2 },
        { type: 'list', items: [['one']] },
        { type: 'heading', text: 'Name', level: 3 },
        { type: 'context', text: ['office'] },
        { type: 'quote', text: ['a'] },
        { type: 'quote', text: ['b'] },
        paragraph('told'),
        { type: 'context', text: ['paraphrased'] },
        { type: 'divider' },
        { type: 'divider' },
        { type: 'context', text: ['end'] },
      ),
    ).toBe(
      '# Title\n-# credits\n─\n## Points\n- one\n### Name\n-# office\n> “a”\n\n> “b”\n\ntold\n-# paraphrased\n─\n-# end',
    );
  });

  test('a picture in a gallery', () => {
    expect(inside({ type: 'image', url: 'https://paper.example/a b.png', alt: 'A wet field' })).toEqual([
      { type: 12, items: [{ media: { url: 'https://paper.example/a%20b.png' }, description: 'A wet field' }] },
    ]);
  });
});

describe('the text of an article is never markup', () => {
  const cases: [text: string, sent: string][] = [
    ['@everyone and @here', '\\@everyone and \\@here'],
    [
      '<@123> <@&4> <#1> <:x:1> <t:0> </brief:1> <id:guide>',
      '\\<\\@123\\> \\<\\@&4\\> \\<\\#1\\> \\<\\:x:1\\> \\<t:0\\> \\</brief:1\\> \\<id\\:guide\\>',
    ],
    ['[free](https://evil.example)', '\\[free\\](https\\://evil.example)'],
    ['# no heading', '\\# no heading'],
    ['- no item', '\\- no item'],
    ['-# no small print', '-\\# no small print'],
    ['1. no item', '1\\. no item'],
    ['>>> no quotation', '\\>\\>\\> no quotation'],
    ['**a** __b__ ~~c~~ ||d|| `e`', '\\*\\*a\\*\\* \\_\\_b\\_\\_ \\~\\~c\\~\\~ \\|\\|d\\|\\| \\`e\\`'],
    [':smile: at 15:40, he said: yes', '\\:smile: at 15:40, he said: yes'],
    ['one:two:three odds of 3:1 and a:b at 07:30', 'one\\:two:three odds of 3:1 and a:b at 07:30'],
    ['at 07:30.', 'at 07:30.'],
    ['07:30:59', '07\\:30:59'],
    ['back\\slash', 'back\\\\slash'],
    ['line\n# one', 'line \\# one'],
    ['a\u202eb\u001b[31mc\u200b\u0007', 'abc'],
    ['half \ud800', 'half \ufffd'],
    ['well-known 1.5 (so) – “yes” & no!', 'well-known 1.5 (so) – “yes” & no!'],
  ];
  test.each(cases)('%j', (text, sent) => expect(textOf(paragraph(text))).toBe(sent));

  test('even if it is assembled from fragments', () => {
    expect(textOf(paragraph('-', ' no item'))).toBe('\\- no item');
    expect(textOf(paragraph('1', '. no item'))).toBe('1\\. no item');
    expect(textOf(paragraph(strong(''), '- ', strong('no item')))).toBe('\\- no item');
    expect(textOf(paragraph(':', 'smile:'))).toBe('\\:smile\\:');
    expect(textOf(paragraph('a:smi', 'le: yes'))).toBe('a\\:smile: yes');
    expect(textOf(paragraph('https:', '//evil.example'))).toBe('https\\://evil.example');
  });
});

describe('buttons and menus', () => {
  test('has five buttons to a row, the primary one in colour, each token once', () => {
    const buttons = [
      { ...button('more'), style: 'primary' as const },
      ...'abcdef'.split('').map((label) => button(label)),
      button('a', 'again'),
      button('', 'no token'),
      button('x'.repeat(101), 'too long a token'),
    ];
    const rows = inside({ type: 'buttons', buttons });
    expect(rows.map((row) => ('components' in row ? row.components.length : 0))).toEqual([5, 2]);
    expect(rows[0]).toMatchObject({
      components: [{ style: 1, label: 'more', custom_id: 'more' }, { style: 2 }, {}, {}, {}],
    });
  });

  test('has labels without markup, never too long or empty', () => {
    const labels = ['a'.repeat(81), '**a**', '\u202e', '😀'.repeat(50)];
    const [row] = inside({ type: 'buttons', buttons: labels.map((label, at) => button(`${at}`, label)) });
    expect(row).toMatchObject({
      components: [
        { label: `${'a'.repeat(79)}…` },
        { label: '**a**' },
        { label: '…' },
        { label: `${'😀'.repeat(39)}…` },
      ],
    });
  });

  test('has no more than five rows', () => {
    const buttons = Array.from({ length: 40 }, (_, at) => button(`${at}`));
    expect(inside({ type: 'buttons', buttons })).toHaveLength(5);
  });

  test('has a menu in its own row, with distinct values', () => {
    const menu: Drawable = {
      type: 'menu',
      label: 'Speaker',
      token: 't',
      choices: [
        { label: 'Kim', value: 'kim' },
        { label: 'Kim again', value: 'kim' },
        { label: '', value: 'x' },
        { label: 'a', value: 'b'.repeat(101) },
      ],
    };
    expect(inside(menu)).toEqual([
      {
        type: 1,
        components: [
          {
            type: 3,
            custom_id: 't',
            placeholder: 'Speaker',
            options: [
              { label: 'Kim', value: 'kim' },
              { label: '…', value: 'x' },
            ],
          },
        ],
      },
    ]);
    expect(inside({ ...menu, chosen: 'kim' })[0]).toMatchObject({
      components: [{ options: [{ value: 'kim', default: true }, { value: 'x' }] }],
    });
    expect(inside({ ...menu, choices: choices(30) })[0]).toMatchObject({ components: [{ options: choices(25) }] });
    expect(textOf({ ...menu, choices: [] })).toBe('-# There is nothing to show.');
    expect(inside(menu, { ...menu, label: 'Twin' })).toHaveLength(1);
  });
});

test('a full message leaves room for a line above it and for undocumented limits', () => {
  expect(BUDGET.pieces).toBeLessThan(MESSAGE.components - 2);
  expect(BUDGET.characters).toBeLessThan(MESSAGE.characters - 100);
  expect(BUDGET.marks).toBeLessThan(MESSAGE.marks - 10);
});

describe('URLs use the room that text leaves', () => {
  const href = `https://paper.example/news?id=1#:~:text=${'We%20waited%20for%20rain%20all%20night%20'.repeat(5)}long,and%20then%20it%20came`;
  const short = 'https://paper.example/news?id=1#:~:text=We%20waited%20for%20rain%20all';
  const quote = (words: string): Drawable => ({ type: 'quote', text: [words], evidence: { paragraph: 1, href } });
  const list = (count: number): Drawable => ({
    type: 'list',
    items: Array.from({ length: count }, () => ['a'.repeat(40), { text: '¶1', href }]),
  });

  test('in full if there is room', () => expect(textOf(quote('We waited'))).toContain(`(${href})`));

  test('on the first words if there is little room', () => {
    const text = textOf(quote('a'.repeat(3600)));
    expect(text).toContain(`(${short})`);
  });

  test('omitted without room, while the text stays', () => {
    const text = textOf(list(60));
    expect(text.match(/a{40}/g)).toHaveLength(60);
    expect(text.match(/¶1/g)).toHaveLength(60);
    expect(text.match(/\[¶1\]/g)?.length).toBeLessThan(60);
  });

  test('of quotations before all others', () => {
    const text = textOf(list(40), quote('a'.repeat(1400)));
    expect(text.split('> “')[1]).toContain(short);
  });

  test('the cost of a block is not lower than its rendered size', () => {
    const cost = MESSAGE_BUDGET.costOf(quote('We waited'));
    expect(cost.characters).toBeGreaterThanOrEqual(`> “We waited”\n> -# [¶1](${short})`.length);
    expect(cost.characters).toBeLessThan(href.length);
    expect(cost.marks).toBe(3);
    expect(MESSAGE_BUDGET.costOf({ type: 'heading', text: 'a', level: 2 }).pieces).toBe(2);
    expect(
      MESSAGE_BUDGET.costOf({ type: 'buttons', buttons: 'abcdef'.split('').map((label) => button(label)) }).pieces,
    ).toBe(9);
    expect(MESSAGE_BUDGET.costOf({ type: 'menu', label: 'a', token: 't', choices: choices(2) }).pieces).toBe(3);
  });

  test('an emoji counts as an element of markup', () => {
    expect(MESSAGE_BUDGET.costOf(paragraph('😀 and 🇰🇷')).marks).toBeGreaterThanOrEqual(2);
  });
});
