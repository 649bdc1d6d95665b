import { describe, expect, test } from 'vitest';
import { MESSAGE_BUDGET } from '#adapters/discord/render/budget';
import { type Message, render } from '#adapters/discord/render/message';
import { decodeToken } from '#chat/button-token';
import { commands } from '#commands';
import type { Invocation } from '#core/commands/invocation';
import { type Block, quoteText, type Reply } from '#core/reply';
import { sanitize } from '#text/sanitize';
import { everyAnswer } from '../../contracts/answers.ts';
import { readMarkdown } from '../../support/discord/markdown.ts';
import { type Piece, withNested } from '../../support/discord/message-rules.ts';
import { discordFaults } from '../../support/discord/rules.ts';
import { expectInOrder, partsOf, quotationsWith } from '../../support/hostile-answers.ts';
import fc, { anyText } from '../../support/property.ts';

const INVOCATION: Invocation = { command: 'quotes', options: { article: 'river-dam', speaker: 'x'.repeat(100) } };
const reply = (blocks: readonly Block[]): Reply => ({ visibility: 'asker', blocks });

/** All messages of an answer. */
const messagesOf = (answer: Reply, invocation: Invocation | undefined): readonly Message[] =>
  partsOf(answer, MESSAGE_BUDGET, invocation).map((drawables) => render(drawables));

const piecesOf = (message: Message): readonly Piece[] => (message.components as readonly Piece[]).flatMap(withNested);

/** The visible text, line by line, and all active parts of it. */
function readingOf(messages: readonly Message[]) {
  const read = messages
    .flatMap(piecesOf)
    .flatMap(({ content }) => (content === undefined ? [] : [readMarkdown(content)]));
  return { words: read.map(({ text }) => text).join('\n'), live: read.flatMap(({ live }) => live) };
}

const faultsOf = (messages: readonly Message[]): readonly string[] =>
  messages.flatMap((message) => [
    ...discordFaults(message, 'create'),
    ...discordFaults(message, 'followup'),
    ...discordFaults(message, 'original'),
    ...discordFaults({ type: 4, data: message }, 'callback'),
  ]);

const MARKUP = [
  '@everyone @here <@123456789012345678> <@&1> <#1> <id:guide> </brief:1> <t:0:R> <:x:1> <a:y:2> :smile:',
  '[free](https://evil.example) <https://evil.example> https://evil.example (https://evil.example)',
  '**bold** __under__ *thin* _thin_ ~~gone~~ ||hidden|| `code` ```fence``` \\*',
  '# heading\n## two\n- item\n* item\n1. item\n> quoted\n>>> all\n-# small',
];

/** Links lead to this host or, if their label is a URL, to that URL; there may be no others. */
const isGiven = (words = '') => {
  const address = URL.parse(words.toWellFormed())?.origin;
  return (live: string): boolean =>
    live.startsWith('link https://paper.example/') || (address !== undefined && live.startsWith(`link ${address}`));
};

const not =
  (test: (line: string) => boolean) =>
  (line: string): boolean =>
    !test(line);

describe('hostile answers comply with every rule', () => {
  test('shows each of 1,000 quotations whole, once, and in order', () => {
    const quotes = quotationsWith(MARKUP);
    const messages = messagesOf(reply(quotes), INVOCATION);
    expect(faultsOf(messages)).toEqual([]);
    const { words, live } = readingOf(messages);
    expect(live.filter(not(isGiven()))).toEqual([]);
    expectInOrder(quotes, words);
    // The evidence of each is linked, unless its URL is too long for any message.
    expect(live).toHaveLength(980);
  });

  test('names a quotation that fits no message with its length and place, instead of cutting it', () => {
    const words = 'We waited for rain. '.repeat(700);
    const messages = messagesOf(reply([{ type: 'quote', text: [words], evidence: { paragraph: 7 } }]), INVOCATION);
    expect(faultsOf(messages)).toEqual([]);
    expect(readingOf(messages).words).not.toContain('We waited');
    expect(readingOf(messages).words).toMatch(/14,000 characters.*¶7/);
  });

  const everything = (text: string): readonly Block[] => [
    { type: 'heading', text, level: 1 },
    { type: 'heading', text, level: 2 },
    { type: 'context', text: [text] },
    { type: 'heading', text, level: 3 },
    { type: 'paragraph', text: [text, ' ', { text, style: 'strong', href: text }] },
    { type: 'quote', text: [text, text], by: [text], leadIn: [text], evidence: { paragraph: 0, href: text } },
    {
      type: 'table',
      columns: [text, text, text, text],
      rows: [
        [[{ text, style: 'strong' }], [{ text, style: 'strong' }], [text], [{ text, style: 'code' }]],
        [[], [], [], []],
      ],
    },
    { type: 'table', columns: [text, text, text], rows: [[[text], [{ text, style: 'emphasis' }], []]] },
    { type: 'table', columns: [text], rows: [[[text]]] },
    { type: 'list', items: [[text], [{ text, href: `https://paper.example/${text}` }], [text, text, '1', '. x']] },
    { type: 'image', url: text, alt: text },
    { type: 'image', url: `https://paper.example/${text}`, alt: text },
    { type: 'context', text: [text, { text, href: `https://paper.example/${text}` }] },
    { type: 'divider' },
    {
      type: 'select',
      label: text,
      command: 'quotes',
      options: { article: text },
      option: 'speaker',
      choices: Array.from({ length: 25 }, (_, at) => ({ label: `${text}${at}`, value: `${text}${at}` })),
    },
    {
      type: 'actions',
      actions: Array.from({ length: 9 }, (_, at) => ({
        label: text,
        command: 'quotes',
        options: { about: `${text}${at}` },
      })),
    },
  ];

  test.each([
    ...MARKUP,
    '',
    ' ',
    '\u200b',
    '\u202e',
    '\u00ad',
    'N'.repeat(300),
    '\\'.repeat(399),
    '\ud800',
    '가'.repeat(300),
  ])('%j in any position', (text) => {
    const messages = messagesOf(reply(everything(text)), INVOCATION);
    expect(faultsOf(messages)).toEqual([]);
    expect(readingOf(messages).live.filter(not(isGiven(text)))).toEqual([]);
  });

  const hostile = fc.oneof(
    anyText({ maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          ...MARKUP,
          ...'\\`*_~|[]()<>#@:-+.1 \n\u2028“"/',
          ...['😀', '\udc00', '1.', '- ', 'https://', 'evil.example', ':smile:', '@everyone', '<@1>', '](', '```'],
        ),
        { maxLength: 30 },
      )
      .map((all) => all.join('')),
  );

  test('any text in any position', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const messages = messagesOf(reply(everything(text)), INVOCATION);
        expect(faultsOf(messages)).toEqual([]);
        expect(readingOf(messages).live.filter(not(isGiven(text)))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  /** A line without our markup. */
  const arrives = (block: Block) => {
    const [content = ''] = piecesOf(render([block as never])).flatMap((piece) => piece.content ?? []);
    return readMarkdown(content);
  };
  const folded = (text: string): string => sanitize(text).trim();

  test('text arrives unchanged, at the start of a line and in fragments', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (pieces) => {
        const words = folded(pieces.map(sanitize).join(''));
        fc.pre(words !== '');
        expect(arrives({ type: 'paragraph', text: pieces })).toMatchObject({ live: [], marks: [] });
        expect(folded(arrives({ type: 'paragraph', text: pieces }).text)).toBe(words);
        expect(arrives({ type: 'heading', text: pieces.join(''), level: 2 }).marks).toEqual(['heading']);
        expect(arrives({ type: 'list', items: [pieces] })).toMatchObject({ live: [], marks: ['item'] });
        expect(arrives({ type: 'context', text: pieces })).toMatchObject({ live: [], marks: ['small'] });
        const quote = arrives({ type: 'quote', text: pieces });
        expect(quote).toMatchObject({ text: quoteText(pieces.map(sanitize)), live: [], marks: ['quote'] });
      }),
      { numRuns: 400 },
    );
  });

  test('styled text arrives whole, with only the style added', () => {
    const styled = fc.record({ text: hostile, style: fc.constantFrom('strong', 'emphasis', 'code') });
    fc.assert(
      fc.property(
        fc.array(fc.oneof(hostile, styled as fc.Arbitrary<never>), { minLength: 1, maxLength: 4 }),
        (text) => {
          const words = folded(
            text.map((line) => sanitize(typeof line === 'string' ? line : (line as { text: string }).text)).join(''),
          );
          fc.pre(words !== '');
          const { live, text: read, marks } = arrives({ type: 'paragraph', text });
          expect(folded(read)).toBe(words);
          expect(live).toEqual([]);
          expect(marks.filter((mark) => !['bold', 'italic', 'code'].includes(mark))).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('a URL keeps its target, and stays inside its parentheses', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.webUrl({ withFragments: true, withQueryParameters: true }),
        hostile,
        (text, url, more) => {
          for (const href of [url, `${url}#${more}`, `https://paper.example/${more}`, more]) {
            const { live } = arrives({ type: 'paragraph', text: [{ text, href }, text] });
            const [link, ...others] = live;
            expect(others).toEqual([]);
            if (link !== undefined) expect(new URL(link.slice('link '.length)).host).toBe(new URL(href).host);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('every part of a huge answer can be reached', () => {
    const sentence = (at: number) => `Sentence ${at} tells of the ${'river '.repeat(20)}and ends.`;
    const paragraphs = Array.from({ length: 150 }, (_, at): Block => ({ type: 'paragraph', text: [sentence(at)] }));
    const items = Array.from({ length: 120 }, (_, at) => [`item ${at}.`]);
    const rows = Array.from({ length: 120 }, (_, at) => [[`row ${at}.`], ['b'.repeat(40)]]);
    const headings = Array.from(
      { length: 60 },
      (_, at): Block => ({ type: 'heading', text: `${at}`.repeat(200), level: 2 }),
    );
    const messages = messagesOf(
      reply([...paragraphs, { type: 'list', items }, { type: 'table', columns: ['a', 'b'], rows }, ...headings]),
      INVOCATION,
    );
    expect(faultsOf(messages)).toEqual([]);
    const { words } = readingOf(messages);
    for (let at = 0; at < 150; at += 1) expect(words).toContain(sentence(at));
    for (let at = 0; at < 120; at += 1) expect(words).toContain(`item ${at}.`);
    for (let at = 0; at < 120; at += 1) expect(words).toContain(`row ${at}.`);
  });
});

everyAnswer(
  ({ line, reply, invocation }) => {
    const messages = messagesOf(reply, invocation);
    expect(faultsOf(messages), line).toEqual([]);
    const { words, live } = readingOf(messages);
    expect(live.filter(not(isGiven()))).toEqual([]);
    const quotes = reply.blocks.filter((block) => block.type === 'quote');
    for (const { text } of quotes) expect(words, line).toContain(quoteText(text.map(sanitize)));
    expect(live.length, line).toBeGreaterThanOrEqual(quotes.length);
    // Every button and menu has a command.
    const tokens = messages.flatMap(piecesOf).flatMap(({ custom_id }) => custom_id ?? []);
    for (const token of tokens) expect(decodeToken(token, commands), line).toBeDefined();
  },
  (article) => ({ ...article, url: `https://paper.example/news/2024/10/22/${article.id}?id=20241022050627` }),
);
