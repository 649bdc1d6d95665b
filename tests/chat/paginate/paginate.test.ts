import { describe, expect, test } from 'vitest';
import { decodeToken } from '#chat/button-token';
import type { Cost, Drawable, MessageBudget } from '#chat/paginate/drawable';
import { paginate } from '#chat/paginate/paginate';
import { sentencesOf } from '#chat/paginate/sentences';
import { commands } from '#commands';
import type { Block, Reply } from '#core/reply';
import { shortId } from '#text/short-id';
import fc from '../../support/property.ts';

const lettersOf = (block: Drawable): string => JSON.stringify(block);
/** A platform whose limits count the characters of a block. */
const roomFor = (characters: number, pieces = 1000): MessageBudget => ({
  limit: { pieces, characters, marks: 10_000 },
  costOf: (block): Cost => ({ pieces: 1, characters: lettersOf(block).length, marks: 0 }),
  token: 100,
  value: 100,
});
const reply = (...blocks: Block[]): Reply => ({ visibility: 'asker', blocks });
const invocation = { command: 'quotes', options: { article: 'river-dam' } };
const words = (block: Drawable | undefined): string => (block ? lettersOf(block) : '');

const quotes = Array.from({ length: 9 }, (_, at): Block => ({ type: 'quote', text: [`${at} ${'word '.repeat(30)}`] }));

describe('an answer too long for one message', () => {
  const shown = (part: number) => paginate(reply(...quotes), { commands, budget: roomFor(1200), invocation, part });

  test('is split between quotations, and says how many more there are', () => {
    const first = shown(1);
    const count = first.filter(({ type }) => type === 'quote').length;
    expect(count).toBeGreaterThan(2);
    expect(first).toContainEqual({ type: 'context', text: [`+${9 - count} more`] });
  });

  test('continues by buttons until everything has been shown once', () => {
    const seen: string[] = [];
    let part: number | undefined = 1;
    while (part !== undefined) {
      const message = shown(part);
      seen.push(...message.filter(({ type }) => type === 'quote').map(words));
      const buttons = message.flatMap((block) => (block.type === 'buttons' ? block.buttons : []));
      const more = buttons.find(({ label }) => label.startsWith('More'));
      part = more && decodeToken(more.token, commands)?.part;
    }
    expect(seen).toEqual(quotes.map((block) => JSON.stringify(block)));
  });

  test('shows the last part instead of one beyond it', () => expect(shown(99)).toEqual(shown(4)));

  test('has no buttons if the command is unknown', () => {
    const message = paginate(reply(...quotes), { commands, budget: roomFor(1200) });
    expect(message.at(-1)).toMatchObject({ type: 'context' });
  });

  test('has no button that would repeat a change', () => {
    const once = commands.map((command) => ({ ...command, mutates: true as const }));
    const ring = { label: 'Ring', command: 'quotes', options: {} };
    const message = paginate(reply(...quotes, { type: 'actions', actions: [ring] }), {
      commands: once,
      budget: roomFor(1200),
      invocation,
      extras: ['form', 'share'],
    });
    expect(message.at(-1)).toMatchObject({ type: 'buttons', buttons: [{ label: 'Ring' }] });
  });
});

test('headings stay with what follows them', () => {
  const blocks: Block[] = quotes.flatMap((quote, at) => [
    { type: 'heading', text: `Speaker ${at}`, level: 3 },
    { type: 'context', text: ['farmer'] },
    quote,
  ]);
  for (let part = 1; part < 5; part++) {
    const types = paginate(reply(...blocks), { commands, budget: roomFor(1200), invocation, part }).map(
      ({ type }) => type,
    );
    expect(types[0]).toBe('heading');
    expect(types.join(' ')).not.toMatch(/heading context (context|buttons)/);
  }
});

test('a paragraph is split at the end of a sentence', () => {
  const text = Array.from({ length: 40 }, (_, at) => `Sentence ${at} says what it says. `).join('');
  const [first] = paginate(reply({ type: 'paragraph', text: [text] }), { commands, budget: roomFor(600), invocation });
  expect(words(first)).toMatch(/says what it says\."\]/);
});

describe('the end of a sentence', () => {
  const cases: [text: string, ...pieces: string[]][] = [
    ['One. Two.', 'One. ', 'Two.'],
    ['“We saw it. We acted.” He left.', '“We saw it. We acted.” ', 'He left.'],
    ['"We saw it. We acted." He left.', '"We saw it. We acted." ', 'He left.'],
    ['He said: “This never ends. Never.', 'He said: “This never ends. Never.'],
    [''],
  ];
  test.each(cases)('%s', (text, ...pieces) => expect(sentencesOf(text)).toEqual(pieces));
});

test('names a quotation too long for any message, with its speaker and place', () => {
  const evidence = { paragraph: 4, href: 'https://paper.example/#:~:text=a' };
  const long: Block = {
    type: 'quote',
    text: ['a'.repeat(5000)],
    by: ['A. Farmer'],
    leadIn: ['She said “…”'],
    evidence,
  };
  const said = words(paginate(reply(long), { commands, budget: roomFor(900) })[0]);
  expect(said).toContain('A quotation of 5,000 characters is too long to show here.');
  expect(said).toContain('A. Farmer');
  expect(said).toContain('¶4');
  expect(said).not.toContain('aaaa');
});

test('the sentence around a quotation is omitted before its text is', () => {
  const tight: Block = { type: 'quote', text: ['b'.repeat(500)], leadIn: ['c'.repeat(500)] };
  const [first] = paginate(reply(tight), { commands, budget: roomFor(900) });
  expect(first).toEqual({ type: 'quote', text: ['b'.repeat(500)] });
});

describe('actions', () => {
  const again = { label: 'Quotes', command: 'quotes', options: { article: 'river-dam' } };

  test('are buttons with tokens, each once', () => {
    const message = paginate(reply({ type: 'actions', actions: [again, again] }), {
      commands,
      budget: roomFor(2000),
      invocation,
      extras: ['form', 'share'],
    });
    expect(message).toEqual([
      {
        type: 'buttons',
        buttons: [
          { label: 'Quotes', token: '1g1;quotes;ar=river-dam' },
          { label: 'Choose…', token: '1f1;quotes;ar=river-dam' },
          { label: 'Share', token: '1s1;quotes;ar=river-dam' },
        ],
      },
    ]);
  });

  test('start an answer at its first part, whichever part they are on', () => {
    const message = paginate(reply(...quotes, { type: 'actions', actions: [again] }), {
      commands,
      budget: roomFor(1400),
      invocation: { command: 'positions', options: {} },
      part: 2,
    });
    expect(words(message.at(-1))).toContain('1g1;quotes;ar=river-dam');
    expect(words(message.at(-1))).toContain('1g1;positions');
  });

  test('a menu has its current value selected', () => {
    const menu = { type: 'select', label: 'Speaker', command: 'quotes', options: {}, option: 'speaker' } as const;
    const choices = [
      { label: 'Kim', value: 'kim' },
      { label: 'Lee', value: 'l'.repeat(101) },
    ];
    const chosen = (speaker: string, command = 'quotes') =>
      paginate(reply({ ...menu, choices }), {
        ...{ commands, budget: roomFor(1200) },
        invocation: { command, options: { speaker } },
      }).find(({ type }) => type === 'menu');
    expect(chosen('kim')).toMatchObject({ chosen: 'kim' });
    expect(chosen('l'.repeat(101))).toMatchObject({ chosen: shortId('l'.repeat(101)) });
    for (const none of [chosen('putin'), chosen('kim', 'positions')]) expect(none).not.toHaveProperty('chosen');
  });

  test('a menu’s values that are too long are replaced by short forms', () => {
    const value = 'n'.repeat(300);
    const [menu] = paginate(
      reply({
        type: 'select',
        label: 'Speaker',
        command: 'quotes',
        options: {},
        option: 'speaker',
        choices: [{ label: 'N', value }],
      }),
      { commands, budget: roomFor(2000) },
    );
    expect(menu).toEqual({
      type: 'menu',
      label: 'Speaker',
      token: '1p1;quotes;s?',
      choices: [{ label: 'N', value: shortId(value) }],
    });
  });
});

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    type: fc.constant('heading' as const),
    text: fc.string({ maxLength: 400 }),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
  }),
  fc.record({
    type: fc.constant('paragraph' as const),
    text: fc.array(fc.lorem({ maxCount: 60, mode: 'sentences' }), { maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('quote' as const),
    text: fc.array(fc.string({ maxLength: 3000 }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('list' as const),
    items: fc.array(fc.array(fc.string({ maxLength: 300 }), { maxLength: 3 }), { maxLength: 40 }),
  }),
  fc.record({
    type: fc.constant('table' as const),
    columns: fc.constant(['a', 'b']),
    rows: fc.array(
      fc.array(fc.array(fc.string({ maxLength: 300 }), { maxLength: 2 }), { minLength: 2, maxLength: 2 }),
      { maxLength: 20 },
    ),
  }),
  fc.record({ type: fc.constant('context' as const), text: fc.array(fc.string({ maxLength: 600 }), { maxLength: 2 }) }),
);

test('each message of any answer fits', () => {
  const room = roomFor(2000, 20);
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 30 }), fc.integer({ min: 1, max: 12 }), (blocks, part) => {
      const message = paginate(reply(...blocks), { commands, budget: room, invocation, part, extras: ['share'] });
      const cost = message.map(room.costOf);
      expect(cost.reduce((sum, value) => sum + value.characters, 0)).toBeLessThanOrEqual(room.limit.characters);
      expect(cost.reduce((sum, value) => sum + value.pieces, 0)).toBeLessThanOrEqual(room.limit.pieces);
    }),
  );
});

test('very long names leave half of the room to the command', () => {
  const blocks: Block[] = [
    { type: 'quote', text: ['We waited.'] },
    {
      type: 'select',
      label: 'Speaker',
      command: 'quotes',
      options: {},
      option: 'speaker',
      choices: Array.from({ length: 25 }, (_, at) => ({ label: `${at} ${'x'.repeat(60)}`, value: `${at}` })),
    },
    {
      type: 'actions',
      actions: Array.from({ length: 12 }, (_, at) => ({
        label: `${at} ${'y'.repeat(60)}`,
        command: 'quotes',
        options: { about: `${at}` },
      })),
    },
  ];
  const message = paginate(reply(...blocks), { commands, budget: roomFor(2500), invocation, extras: ['share'] });
  expect(message[0]).toMatchObject({ type: 'quote' });
  expect(words(message.at(-1))).toContain('Share');
  expect(message.map((block) => words(block).length).reduce((sum, length) => sum + length, 0)).toBeLessThan(2500);
});

test('a choice with control characters is offered by its short form', () => {
  const value = 'Ola\u200f Brandt';
  const select: Block = {
    type: 'select',
    label: 'Speaker',
    command: 'quotes',
    options: {},
    option: 'speaker',
    choices: [{ label: 'Brandt', value }],
  };
  expect(paginate(reply(select), { commands, budget: roomFor(5000) })).toMatchObject([
    { choices: [{ value: shortId(value) }] },
  ]);
});
