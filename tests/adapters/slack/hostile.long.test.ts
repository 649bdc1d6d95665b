import { describe, expect, test } from 'vitest';
import { readActionId } from '#adapters/slack/render/action-ids';
import { MESSAGE_BUDGET } from '#adapters/slack/render/budget';
import { type Message, render } from '#adapters/slack/render/message';
import { decodeToken } from '#chat/button-token';
import { commands } from '#commands';
import type { Invocation } from '#core/commands/invocation';
import { type Block, quoteText, type Reply } from '#core/reply';
import { sanitize } from '#text/sanitize';
import { everyAnswer } from '../../contracts/answers.ts';
import { expectInOrder, partsOf, quotationsWith } from '../../support/hostile-answers.ts';
import fc, { anyText } from '../../support/property.ts';
import { slackFaults } from '../../support/slack/rules.ts';

const INVOCATION: Invocation = { command: 'quotes', options: { article: 'river-dam', speaker: 'x'.repeat(100) } };
const reply = (blocks: readonly Block[]): Reply => ({ visibility: 'asker', blocks });

/** All messages of an answer. */
const messagesOf = (answer: Reply, invocation: Invocation | undefined): readonly Message[] =>
  partsOf(answer, MESSAGE_BUDGET, invocation).map((drawables) => render(drawables));

/** The visible text of a message’s blocks, and the targets of its links. */
function readingOf(messages: readonly Message[]): { readonly words: string; readonly urls: readonly string[] } {
  const words: string[] = [];
  const urls: string[] = [];
  JSON.stringify(
    messages.map(({ blocks }) => blocks),
    (key, value) => {
      if (key === 'text' && typeof value === 'string') words.push(value);
      if (key === 'url') urls.push(value);
      return value;
    },
  );
  return { words: words.join(''), urls };
}

const faultsOf = (messages: readonly Message[]): readonly string[] => messages.flatMap(slackFaults);

const MARKUP = [
  '@everyone <!channel> <!here> <@U123456> <#C1|general> <!subteam^S1>',
  '[free](https://evil.example) <https://evil.example|free> https://evil.example',
  '*bold* _thin_ ~gone~ `code` ```fence``` > quoted :tada: &amp; <b>',
  '# heading\n- item\n1. item\n| a | b |',
];

describe('hostile answers comply with every rule', () => {
  test('shows each of 1,000 quotations whole, once, and in order', () => {
    const quotes = quotationsWith(MARKUP);
    const messages = messagesOf(reply(quotes), INVOCATION);
    expect(faultsOf(messages)).toEqual([]);
    const { words } = readingOf(messages);
    expectInOrder(quotes, words);
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
    { type: 'heading', text, level: 3 },
    { type: 'paragraph', text: [text, ' ', { text, style: 'strong', href: text }] },
    { type: 'quote', text: [text, text], by: [text], leadIn: [text], evidence: { paragraph: 0, href: text } },
    {
      type: 'table',
      columns: [text, text],
      rows: [
        [[text], [{ text, style: 'code' }]],
        [[], []],
      ],
    },
    { type: 'table', columns: [text], rows: [[[text]]] },
    { type: 'list', items: [[text], [{ text, href: `https://paper.example/${text}` }]] },
    { type: 'image', url: text, alt: text },
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

  test.each([...MARKUP, '', ' ', '\u200b', '\u202e', 'N'.repeat(300), '\\;'.repeat(200), '\ud800', '가'.repeat(300)])(
    '%j in any position',
    (text) => expect(faultsOf(messagesOf(reply(everything(text)), INVOCATION))).toEqual([]),
  );

  test('any text in any position', () => {
    const any = fc.oneof(
      anyText({ maxLength: 400 }),
      fc
        .array(fc.constantFrom(...MARKUP, '\n', '\u2028', '😀', '\udc00', '“', '"'), { maxLength: 40 })
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(any, (text) => {
        const messages = messagesOf(reply(everything(text)), INVOCATION);
        expect(faultsOf(messages)).toEqual([]);
        // Links lead only to URLs that were given as links.
        expect(
          readingOf(messages).urls.filter((url) => url.includes('evil.example') && !url.includes('paper')),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('every part of a huge answer can be reached', () => {
    const sentence = (at: number) => `Sentence ${at} tells of the ${'river '.repeat(20)}and ends.`;
    const paragraphs = Array.from({ length: 400 }, (_, at): Block => ({ type: 'paragraph', text: [sentence(at)] }));
    const items = Array.from({ length: 500 }, (_, at) => [`item ${at}.`]);
    const rows = Array.from({ length: 500 }, (_, at) => [[`row ${at}.`], ['b'.repeat(40)]]);
    const messages = messagesOf(
      reply([...paragraphs, { type: 'list', items }, { type: 'table', columns: ['a', 'b'], rows }]),
      INVOCATION,
    );
    expect(faultsOf(messages)).toEqual([]);
    const { words } = readingOf(messages);
    for (let at = 0; at < 400; at += 1) expect(words).toContain(sentence(at));
    for (let at = 0; at < 500; at += 1) expect(words).toContain(`item ${at}.`);
    for (let at = 0; at < 500; at += 1) expect(words).toContain(`row ${at}.`);
  });
});

everyAnswer(({ line, reply, invocation }) => {
  const messages = messagesOf(reply, invocation);
  expect(faultsOf(messages), line).toEqual([]);
  const { words } = readingOf(messages);
  const quotes = reply.blocks.filter((block) => block.type === 'quote');
  for (const { text } of quotes) expect(words, line).toContain(quoteText(text.map(sanitize)));
  // Every button and menu has a command.
  for (const used of usedIn(messages)) expect(decodeToken(used ?? '', commands), line).toBeDefined();
});

const usedIn = (messages: readonly Message[]): readonly (string | undefined)[] =>
  messages.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.type === 'actions'
        ? block.elements.map(({ action_id = '', ...element }) =>
            readActionId({
              action_id,
              block_id: block.block_id ?? '',
              ...('value' in element ? { value: element.value ?? '' } : {}),
            }),
          )
        : [],
    ),
  );
