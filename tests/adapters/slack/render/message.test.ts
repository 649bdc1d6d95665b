import { describe, expect, test } from 'vitest';
import { readActionId } from '#adapters/slack/render/action-ids';
import { MESSAGE_BUDGET } from '#adapters/slack/render/budget';
import { blocksOf, render } from '#adapters/slack/render/message';
import type { Drawable } from '#chat/paginate/drawable';
import { sanitize } from '#text/sanitize';
import fc, { anyText } from '../../../support/property.ts';
import { slackFaults } from '../../../support/slack/rules.ts';

const drawn = (...blocks: Drawable[]) => render(blocks).blocks;
const x = (length: number): string => 'x'.repeat(length);
const rich = (...elements: unknown[]) => ({ type: 'rich_text', elements });
const section = (...elements: unknown[]) => ({ type: 'rich_text_section', elements });
const text = (words: string, style?: object) => ({ type: 'text', text: words, ...(style && { style }) });
const link = (words: string, url: string) => ({ type: 'link', url, text: words });
const header = (words: string) => ({ type: 'header', text: { type: 'plain_text', text: words, emoji: false } });
const letters = (words: string) => ({ type: 'plain_text', text: words, emoji: false });
const markup = (words: string) => ({ type: 'mrkdwn', text: words, verbatim: true });

describe('headings', () => {
  test('are header blocks', () => expect(drawn({ type: 'heading', text: 'Rain', level: 1 })).toEqual([header('Rain')]));

  test('are never cut: those too long for a header are bold', () => {
    expect(drawn({ type: 'heading', text: x(150), level: 1 })).toEqual([header(x(150))]);
    expect(drawn({ type: 'heading', text: x(151), level: 1 })).toEqual([rich(section(text(x(151), { bold: true })))]);
  });

  test('are headers once in a message: below a title they are bold', () => {
    const news: Drawable = { type: 'heading', text: 'News', level: 2 };
    expect(drawn(news)).toEqual([header('News')]);
    expect(drawn({ type: 'heading', text: 'Rain', level: 1 }, news, { type: 'divider' }, news)).toEqual([
      header('Rain'),
      rich(section(text('News', { bold: true }))),
      { type: 'divider' },
      rich(section(text('News', { bold: true }))),
    ]);
  });

  test('above quotations are bold, and close to what follows', () =>
    expect(
      drawn({ type: 'heading', text: 'Mara Lind', level: 3 }, { type: 'paragraph', text: ['She paused.'] }),
    ).toEqual([rich(section(text('Mara Lind', { bold: true })), section(text('She paused.')))]));
});

test('text consists of characters, styles and links to web pages', () =>
  expect(
    drawn({
      type: 'paragraph',
      text: [
        'It ',
        { text: 'rained', style: 'strong' },
        ', & ',
        { text: 'how', href: 'https://paper.example/rain' },
        ' ',
        { text: 'press', href: 'javascript:alert(1)' },
        '',
      ],
    }),
  ).toEqual([
    rich(
      section(
        text('It '),
        text('rained', { bold: true }),
        text(', & '),
        link('how', 'https://paper.example/rain'),
        text(' press'),
      ),
    ),
  ]));

test('a channel is a mention, by its id, or plain text if the id is invalid', () => {
  const channel = (channel: string) => [{ text: 'there', channel }];
  const own = { type: 'channel', channel_id: 'C0RIVER' };
  expect(drawn({ type: 'paragraph', text: channel('C0RIVER') })).toEqual([rich(section(own))]);
  expect(drawn({ type: 'list', items: [channel('river')] })).toMatchObject([
    rich({ type: 'rich_text_list', elements: [section(text('there'))] }),
  ]);
  expect(drawn({ type: 'context', text: ['in ', ...channel('C0RIVER')] })).toMatchObject([
    { elements: [letters('in'), markup('<#C0RIVER>')] },
  ]);
  for (const shown of ['C0RIVER', 'river']) {
    expect(slackFaults(render([{ type: 'paragraph', text: channel(shown) }]))).toEqual([]);
  }
});

describe('a quotation', () => {
  test('has quotation marks, with its attribution below', () =>
    expect(
      drawn({
        type: 'quote',
        text: ['We waited', 'and it came.'],
        by: [{ text: 'A. Farmer', style: 'strong' }, ', grower'],
        leadIn: ['“…” she said. “…”'],
        evidence: { paragraph: 4, href: 'https://paper.example/rain#:~:text=We%20waited' },
      }),
    ).toEqual([
      rich(
        { type: 'rich_text_quote', elements: [text('“We waited” … “and it came.”')] },
        section(
          text('“…” she said. “…”\n— '),
          text('A. Farmer', { bold: true }),
          text(', grower · '),
          link('¶4', 'https://paper.example/rain#:~:text=We%20waited'),
        ),
      ),
    ]));

  test('of the headline is labelled', () =>
    expect(drawn({ type: 'quote', text: ['No'], evidence: { paragraph: 0, label: 'headline' } })).toEqual([
      rich({ type: 'rich_text_quote', elements: [text('“No”')] }, section(text('headline'))),
    ]));

  test('of any length is shown whole', () => {
    const words = `a${'😀'.repeat(4000)}`;
    const [block] = drawn({ type: 'quote', text: [words] });
    const [quote] = block?.type === 'rich_text' ? block.elements : [];
    const parts = (quote?.type === 'rich_text_quote' ? quote.elements : []).map((element) =>
      'text' in element ? element.text : '',
    );
    expect(parts.join('')).toBe(`“${words}”`);
    expect(Math.max(...parts.map((part = '') => part.length))).toBeLessThanOrEqual(3000);
    expect(parts.every((part = '') => part.isWellFormed())).toBe(true);
  });
});

describe('adjacent blocks', () => {
  test('share a block, with an empty line between unrelated parts', () =>
    expect(
      drawn(
        { type: 'paragraph', text: ['One.'] },
        { type: 'paragraph', text: ['Two.'] },
        { type: 'list', items: [['wheat'], [''], ['barley']] },
        { type: 'quote', text: ['Yes'], by: ['Lind'] },
        { type: 'quote', text: ['No'] },
      ),
    ).toEqual([
      rich(
        section(text('One.')),
        section(text('\nTwo.')),
        { type: 'rich_text_list', style: 'bullet', elements: [section(text('wheat')), section(text('barley'))] },
        { type: 'rich_text_quote', elements: [text('“Yes”')] },
        section(text('— Lind\n')),
        { type: 'rich_text_quote', elements: [text('“No”')] },
      ),
    ]));

  test('have their own blocks if they are separate', () =>
    expect(
      drawn({ type: 'paragraph', text: ['One.'] }, { type: 'divider' }, { type: 'paragraph', text: ['Two.'] }),
    ).toEqual([rich(section(text('One.'))), { type: 'divider' }, rich(section(text('Two.')))]));
});

describe('a line of context', () => {
  const context = (...pieces: Extract<Drawable, { type: 'context' }>['text']) =>
    drawn({ type: 'context', text: pieces });

  test('is small text, with markup only for links and code', () => {
    const elements = [markup('<https://paper.example/?a=1&amp;b=2|Bread &amp; Water>'), letters('· 2 min read ·')];
    expect(
      context(
        { text: 'Bread & Water', href: 'https://paper.example/?a=1&b=2' },
        ' · 2 min',
        { text: ' read', style: 'emphasis' },
        ' · ',
        { text: '/brief <article>', style: 'code' },
      ),
    ).toEqual([{ type: 'context', elements: [...elements, markup('`/brief &lt;article&gt;`')] }]);
  });

  test('links to the quoted words, whose URL keeps its tilde', () =>
    expect(context('quoted · ', { text: '¶4', href: 'https://paper.example/rain#:~:text=We%20waited' })).toEqual([
      {
        type: 'context',
        elements: [letters('quoted ·'), markup('<https://paper.example/rain#:~:text=We%20waited|¶4>')],
      },
    ]));

  test.each(['*bold*', '_thin_', '~gone~', '`code`', 'a|b', ':tada:'])('keeps %s out of markup', (label) =>
    expect(context({ text: label, href: 'https://paper.example' })).toEqual([
      { type: 'context', elements: [letters(label)] },
    ]),
  );

  test('is rich text if its fragments would be separated, or are too many', () => {
    const glued = ['(', { text: 'here', href: 'https://paper.example/' }, ')'];
    expect(context(...glued)).toEqual([rich(section(text('('), link('here', 'https://paper.example/'), text(')')))]);
    const many = Array.from({ length: 6 }, () => [{ text: 'here', href: 'https://paper.example/' }, ' and ']).flat();
    expect(context(...many)[0]?.type).toBe('rich_text');
    expect(context(...many.slice(0, 10))[0]?.type).toBe('context');
  });

  test('without text is omitted', () => expect(context(' ')).toEqual(drawn()));
});

describe('a table', () => {
  const table: Drawable = {
    type: 'table',
    columns: ['Side', 'Stance', 'Words'],
    rows: [
      [[{ text: 'North', style: 'strong' }], ['denies'], ['“No” · ', { text: '¶2', href: 'https://paper.example/' }]],
      [[], ['demands'], ['“Show us”']],
    ],
  };

  test('omits columns that are empty in all rows', () => {
    const dash = [{ text: '—', style: 'strong' }] as const;
    const sideless: Drawable = {
      type: 'table',
      columns: ['Side', 'Speaker', 'Words'],
      rows: [
        [dash, ['Mara Lind'], ['a slow drought']],
        [[], [], []],
        [dash, ['The union'], []],
      ],
    };
    expect((drawn(sideless)[0] as { rows: unknown[][] }).rows.map((row) => row.length)).toEqual([2, 2, 2, 2]);
    expect(JSON.stringify(drawn(sideless))).not.toMatch(/Side|—/);
    const sided: Drawable = { ...sideless, rows: [...sideless.rows, [['Upland'], [], []]] };
    expect(JSON.stringify(drawn(sided))).toContain('Side');
  });

  test('is a table block', () =>
    expect(drawn(table)).toEqual([
      {
        type: 'table',
        column_settings: [{ is_wrapped: true }, { is_wrapped: true }, { is_wrapped: true }],
        rows: [
          ['Side', 'Stance', 'Words'].map((name) => ({ type: 'raw_text', text: name })),
          [
            rich(section(text('North', { bold: true }))),
            { type: 'raw_text', text: 'denies' },
            rich(section(text('“No” · '), link('¶2', 'https://paper.example/'))),
          ],
          ['\u00a0', 'demands', '“Show us”'].map((words) => ({ type: 'raw_text', text: words })),
        ],
      },
    ]));

  test('has no bold dash for unknown values', () => {
    // The only column must stay.
    const unknown: Drawable = { type: 'table', columns: ['Side'], rows: [[[{ text: '—', style: 'strong' }]]] };
    expect(drawn(unknown)[0]).toMatchObject({ rows: [{}, [{ type: 'raw_text', text: '—' }]] });
  });

  test('is a list after another table: Slack accepts one', () => {
    const [, second] = drawn(table, table);
    expect(second).toEqual(
      rich({
        type: 'rich_text_list',
        style: 'bullet',
        elements: [
          section(
            text('North', { bold: true }),
            text(' — Stance: denies · Words: “No” · '),
            link('¶2', 'https://paper.example/'),
          ),
          section(text('Stance: demands · Words: “Show us”')),
        ],
      }),
    );
  });

  test.each([
    ['rows', { ...table, rows: Array.from({ length: 100 }, () => [['a']]) }],
    [
      'columns',
      { ...table, columns: Array.from({ length: 21 }, () => 'a'), rows: [Array.from({ length: 21 }, () => ['a'])] },
    ],
    ['letters', { ...table, rows: [[[x(10_001)]]] }],
  ])('with too many %s is a list', (_, big) => expect(drawn(big)[0]?.type).toBe('rich_text'));
});

test('a picture has its description; without a URL there is only the description', () => {
  expect(drawn({ type: 'image', url: 'https://paper.example/rain.png', alt: 'A wet field' })).toEqual([
    { type: 'image', image_url: 'https://paper.example/rain.png', alt_text: 'A wet field' },
  ]);
  expect(drawn({ type: 'image', url: 'file:///etc/passwd', alt: 'A wet field' })).toEqual([
    rich(section(text('[picture: A wet field]'))),
  ]);
});

describe('actions', () => {
  const buttons = Array.from({ length: 7 }, (_, at) => ({ label: `Way ${at}`, token: `1g1;quotes;p=${at}` }));
  const menu = { type: 'menu', label: 'Speaker', token: x(492), choices: [{ label: 'Lind', value: 'Lind' }] } as const;

  test('are in rows of five, with unique ids, and each token is read back', () => {
    const blocks = drawn({ type: 'buttons', buttons }, menu, { ...menu, token: 'short' }, { type: 'buttons', buttons });
    expect(slackFaults({ text: 'a', blocks })).toEqual([]);
    expect(blocks.map((block) => (block.type === 'actions' ? block.elements.length : 0))).toEqual([5, 2, 1, 1, 5, 2]);
    const tokens = blocks.flatMap((block) =>
      block.type !== 'actions'
        ? []
        : block.elements.map(({ action_id = '', ...element }) =>
            readActionId({
              action_id,
              block_id: block.block_id ?? 'made by Slack',
              ...('value' in element ? { value: element.value ?? '' } : {}),
            }),
          ),
    );
    expect(tokens).toEqual([
      ...buttons.map(({ token }) => token),
      menu.token,
      'short',
      ...buttons.map(({ token }) => token),
    ]);
  });

  test('with long labels are cut, and without labels are kept', () => {
    const [row] = drawn({
      type: 'buttons',
      buttons: [
        { label: x(80), token: 'a', style: 'primary' },
        { label: ' ', token: 'b' },
      ],
    });
    expect(row).toMatchObject({
      elements: [{ text: letters(`${x(74)}…`), style: 'primary' }, { text: letters('…') }],
    });
  });

  test.each([
    { action_id: 'menu.1.abc.', block_id: 'made by Slack' },
    { action_id: 'menu.1', block_id: 'menu.1' },
    { action_id: 'button.1', block_id: 'b' },
    { action_id: '', block_id: '' },
  ])('an id from elsewhere has no token: %j', (used) => expect(readActionId(used)).toBeUndefined());
});

describe('the text for notifications', () => {
  test.each<[string, string, Drawable[]]>([
    [
      'a title and its first paragraph',
      'Rain — It rained.',
      [
        { type: 'heading', text: 'Rain', level: 1 },
        { type: 'context', text: ['2 min read'] },
        { type: 'heading', text: 'What’s new', level: 2 },
        { type: 'paragraph', text: ['It rained.'] },
      ],
    ],
    [
      'another heading, the line under it and the first paragraph',
      'Quotations — Rain · 3 quotations — It rained.',
      [
        { type: 'heading', text: 'Quotations', level: 2 },
        { type: 'context', text: ['Rain · 3 quotations'] },
        { type: 'paragraph', text: ['It rained.'] },
      ],
    ],
    ['what there is', 'wheat', [{ type: 'list', items: [['wheat']] }]],
    ['nothing', 'There is nothing to show.', []],
    ['markup as letters', '&lt;!channel&gt; &amp; co', [{ type: 'paragraph', text: ['<!channel> & co'] }]],
  ])('is %s', (_, said, blocks) => expect(render(blocks).text).toBe(said));

  test('is cut at a word, and never in an escape', () => {
    const { text } = render([{ type: 'paragraph', text: ['<&> '.repeat(2000)] }]);
    expect(text.length).toBeLessThanOrEqual(3000);
    expect(text).toMatch(/^(?:&lt;&amp;&gt; )+&lt;&amp;&gt;…$/);
  });
});

test('an empty answer has a text', () => {
  const message = render([]);
  expect(message.blocks).toEqual([rich(section(text('There is nothing to show.')))]);
  expect(slackFaults(message)).toEqual([]);
});

test('a long URL loses its fragment before the link is omitted', () => {
  const words = (href: string) => drawn({ type: 'paragraph', text: [{ text: '¶4', href }] });
  expect(words(`https://paper.example/rain#:~:text=${x(3000)}`)).toEqual([
    rich(section(link('¶4', 'https://paper.example/rain'))),
  ]);
  expect(words(`https://paper.example/${x(3000)}`)).toEqual([rich(section(text('¶4')))]);
});

describe('what a block costs', () => {
  const anything = fc.oneof(
    fc.record({ type: fc.constant('paragraph' as const), text: fc.array(anyText()) }),
    fc.record({ type: fc.constant('quote' as const), text: fc.array(anyText(), { minLength: 1 }) }),
    fc.record({ type: fc.constant('list' as const), items: fc.array(fc.array(fc.string())) }),
    fc.record({ type: fc.constant('context' as const), text: fc.array(fc.string()) }),
    fc.record({
      type: fc.constant('heading' as const),
      text: fc.string(),
      level: fc.constantFrom<1 | 2 | 3>(1, 2, 3),
    }),
    fc.record({
      type: fc.constant('table' as const),
      columns: fc.array(fc.string(), { maxLength: 4 }),
      rows: fc.array(fc.array(fc.array(fc.string()), { maxLength: 4 })),
    }),
  );

  test('is never lower than its size in a message', () => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 8 }), (blocks) => {
        const together = blocksOf(blocks);
        const costs = blocks.map(MESSAGE_BUDGET.costOf);
        const sum = (key: 'pieces' | 'characters' | 'marks') => costs.reduce((total, cost) => total + cost[key], 0);
        expect(together.length).toBeLessThanOrEqual(sum('pieces'));
        expect(JSON.stringify(together).length).toBeLessThanOrEqual(sum('characters'));
      }),
    );
  });
});

test('any text arrives unchanged', () => {
  fc.assert(
    fc.property(anyText({ minLength: 1 }), (words) => {
      const message = render([{ type: 'paragraph', text: ['>', words, '<'] }]);
      expect(slackFaults(message)).toEqual([]);
      expect(message.blocks).toEqual([rich(section(text(`>${sanitize(words)}<`)))]);
    }),
  );
});
