import { describe, expect, test } from 'vitest';
import type { Adapter, Dispatcher } from '#core/ports';
import type { Block, BlockType, Reply } from '#core/reply';
import { dispatcherOf } from '../support/dispatcher.ts';
import { river } from '../support/river.ts';

/** The functions that an adapter's test provides to this suite. */
export interface Subject {
  /** A reply as sent, one text per message. */
  draw(reply: Reply): readonly string[];
  /** The visible text of a sent message without markup, with white space folded. */
  read(message: string): string;
  /** All active parts of a message: mentions, control sequences, links that are not ours. */
  live(message: string): readonly string[];
  /** A new adapter, with a function to send a request as a user and get the answer. */
  open(): { readonly adapter: Adapter; ask(line: string): Promise<string> };
}

const reply = (...blocks: readonly Block[]): Reply => ({ visibility: 'asker', blocks });

/** One block of each type, with the words that must arrive. */
const EXAMPLES: { readonly [T in BlockType]: readonly [Extract<Block, { type: T }>, ...string[]] } = {
  heading: [{ type: 'heading', text: 'Rain at last', level: 2 }, 'Rain at last'],
  paragraph: [
    { type: 'paragraph', text: ['It rained ', { text: 'all night', style: 'strong' }, '.'] },
    'It rained all night.',
  ],
  quote: [
    {
      type: 'quote',
      text: ['We waited', 'and it came.'],
      by: [{ text: 'A. Farmer', style: 'strong' }, ', grower'],
      leadIn: ['“…” she said. “…”'],
      evidence: { paragraph: 4, href: 'https://paper.example/rain#:~:text=We%20waited' },
    },
    '“We waited” … “and it came.”',
    'A. Farmer, grower',
    'she said.',
    '¶4',
  ],
  table: [
    {
      type: 'table',
      columns: ['Side', 'Says'],
      rows: [
        [['North'], ['enough']],
        [['South'], ['too little']],
      ],
    },
    'North',
    'enough',
    'South',
    'too little',
  ],
  list: [{ type: 'list', items: [['wheat'], ['barley']] }, 'wheat', 'barley'],
  image: [{ type: 'image', url: 'https://paper.example/rain.png', alt: 'A wet field' }, 'A wet field'],
  file: [
    {
      type: 'file',
      name: 'rain.json',
      mediaType: 'application/json',
      content: new TextEncoder().encode('{"rain": "heavy"}'),
      alt: 'The rain as JSON',
    },
  ],
  context: [{ type: 'context', text: ['The Weekly Field · 2 min read'] }, 'The Weekly Field · 2 min read'],
  divider: [{ type: 'divider' }],
  select: [
    {
      type: 'select',
      label: 'Speaker',
      command: 'quotes',
      options: { article: 'rain' },
      option: 'speaker',
      choices: [
        { label: 'A. Farmer, grower', value: 'A. Farmer' },
        { label: 'B. Miller', value: 'B. Miller' },
      ],
    },
    'Speaker',
  ],
  actions: [{ type: 'actions', actions: [{ label: 'Quotes', command: 'quotes', options: {} }] }, 'Quotes'],
};

const HOSTILE = [
  '@everyone',
  '@here',
  '<!channel>',
  '<@U123456>',
  '<@&987>',
  '<#C1>',
  '[free](https://evil.example)',
  '<https://evil.example|free>',
  '# heading',
  '> quoted',
  '- item',
  '1. item',
  '**bold** _thin_ ~~gone~~ ||spoiler|| `code`',
  '```\nfence\n```',
  '&amp; &lt;b&gt;',
  '<img src=x onerror=alert(1)>',
  '| a | b |',
] as const;

/** Characters that no message may contain: they control a terminal or reverse a line. */
const DRIVING = [
  ['a colour', '\u001b[31mred\u001b[0m'],
  ['a title', '\u001b]0;owned\u0007'],
  ['a link', '\u001b]8;;https://evil.example\u0007here\u001b]8;;\u0007'],
  ['an eight-bit sequence', '\u009b2J'],
  ['a bell and a backspace', '\u0007\u0008'],
  ['a carriage return', 'visible\rhidden'],
  ['a right-to-left override', 'photo\u202egpj.exe'],
  ['an isolate', '\u2067abc\u2069'],
] as const;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not arrive
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;

/** All places that can contain words of an article. */
const everywhere = (text: string): Reply =>
  reply(
    { type: 'heading', text, level: 1 },
    { type: 'paragraph', text: [text, ' ', { text, style: 'strong' }] },
    { type: 'quote', text: [text], by: [text], leadIn: [text] },
    { type: 'table', columns: [text, 'b'], rows: [[[text], [text]]] },
    { type: 'list', items: [[text]] },
    { type: 'context', text: [text] },
    {
      type: 'select',
      label: text,
      command: 'quotes',
      options: { about: text },
      option: 'speaker',
      choices: [{ label: text, value: text }],
    },
    { type: 'actions', actions: [{ label: text, command: 'quotes', options: { speaker: text } }] },
  );

/** The contract of all adapters. */
export function adapterContract(name: string, subject: Subject): void {
  const readAll = (given: Reply): string => subject.draw(given).map(subject.read).join(' ');

  describe(`${name} renders`, () => {
    test.each(Object.entries(EXAMPLES))('%s', (_, [block, ...words]) => {
      const read = readAll(reply(block));
      for (const word of words) expect(read).toContain(word);
      expect(subject.draw(reply(block)).join('')).not.toBe('');
    });

    test('a reply without blocks', () => expect(() => subject.draw(reply())).not.toThrow());
  });

  describe(`${name} keeps the text of an article unchanged`, () => {
    test.each(HOSTILE)('%s', (text) => {
      const messages = subject.draw(everywhere(text));
      expect(messages.flatMap(subject.live)).toEqual([]);
      expect(readAll(reply({ type: 'paragraph', text: [text] }))).toContain(text.replace(/\s+/g, ' '));
      expect(readAll(reply({ type: 'quote', text: [text] }))).toContain(`“${text.replace(/\s+/g, ' ')}”`);
    });

    test.each(DRIVING)('%s', (_, text) => {
      for (const message of subject.draw(everywhere(text))) expect(message).not.toMatch(CONTROL);
    });

    test('an invalid URL is no link', () => {
      const href = 'javascript:alert(1)';
      const messages = subject.draw(reply({ type: 'paragraph', text: [{ text: 'press', href }] }));
      expect(messages.flatMap(subject.live)).toEqual([]);
    });
  });

  test(`${name} never cuts inside a quotation`, () => {
    const words = Array.from({ length: 80 }, (_, index) => `${`word${index} `.repeat(60).trim()}.`);
    const read = readAll(reply(...words.map((text): Block => ({ type: 'quote', text: [text] }))));
    const whole = words.filter((text) => read.includes(`“${text}”`)).length;
    expect(words.filter((_, index) => read.includes(`word${index} `)).length).toBe(whole);
    if (whole < words.length) expect(read).toContain(`+${words.length - whole} more`);
  });

  describe(`${name} starts and stops`, () => {
    const dispatcher: Dispatcher = dispatcherOf([river]);

    test('answers requests, including invalid ones, and stops', async () => {
      const { adapter, ask } = subject.open();
      await adapter.start(dispatcher);
      expect(await ask('/quotes speaker:"Mara Lind"')).toContain('a slow drought by decree');
      // A clickable command contains its id.
      expect(await ask('/qoutes')).toMatch(/Did you mean (?:\/quotes|<\/quotes:\d+>)\?/);
      expect(await ask('/brief')).toContain('River states argue over the dam');
      await adapter.stop();
    });

    test('can be stopped before it was started, and twice', async () => {
      const idle = subject.open().adapter;
      await idle.stop();
      const { adapter } = subject.open();
      await adapter.start(dispatcher);
      await adapter.stop();
      await adapter.stop();
    });
  });
}
