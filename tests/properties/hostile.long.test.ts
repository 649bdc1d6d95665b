import { describe, expect, test } from 'vitest';
import { brief } from '#briefing';
import { UserError } from '#core/errors';
import { readArticle } from '#library';
import { articleOf, CLOSING, OPENING } from './articles.ts';
import { broken } from './invariants.ts';
import { misquoted } from './shown.ts';

const MANY = 20_000;
const nested = (depth: number): string => `${'“‘'.repeat(depth)}we will act${'’”'.repeat(depth)} the minister said.`;

const HOSTILE: Readonly<Record<string, string>> = {
  'opening marks only': '“'.repeat(MANY),
  'closing marks only': '”'.repeat(MANY),
  'straight marks, an odd number': '"'.repeat(MANY + 1),
  apostrophes: "'".repeat(MANY),
  'marks of all kinds': [...OPENING, ...CLOSING].join(' a ').repeat(MANY / 10),
  'marks of all kinds without letters': [...OPENING, ...CLOSING].join('').repeat(MANY / 10),
  'a mark before every word': '“we '.repeat(MANY),
  'a quotation a line, none closed': '“We will act\n\n'.repeat(MANY / 4),
  'quotations in quotations': nested(MANY / 4),
  'one line of a megabyte': '“We will act,” Ann Lee said. '.repeat(35_000),
  'one word of a megabyte': 'a'.repeat(1_000_000),
  'one sentence of a megabyte': `Ann Lee said ${'that the town and '.repeat(58_000)}the land agree.`,
  'capitals of a megabyte': 'Ann Lee Bo Dahl '.repeat(62_000),
  'only stops': '.'.repeat(1_000_000),
  'only punctuation': '.,;:!?—…-()[]{}/\\|@#$%^&*~`+=<>'.repeat(MANY / 20),
  'said said said': 'said '.repeat(MANY),
  'he said, he said': 'he said, '.repeat(MANY),
  'a hundred thousand spaces': `“We${' '.repeat(100_000)}will act,” Ann Lee said.`,
  'line breaks only': '\n'.repeat(MANY),
  'a speaker each': Array.from({ length: 4_000 }, (_, i) => `“We act,” Ann Q${i}x Lee${i} said.`).join('\n\n'),
  'words from right to left': '\u202e“שלום,” אמר השר.\u202c \u2067“We will act,” Ann Lee said.\u2069 '.repeat(500),
  emoji: '“👩‍👩‍👧‍👦🇰🇷 we will act 👍🏽,” Ann Lee said. '.repeat(2_000),
  'halves of characters': '“\ud800 we will act \udfff,” Ann Lee said. \udc00\ud800 '.repeat(2_000),
  'invisible letters': '“W\u200be w\u00adill \u2060act\ufeff,” Ann\u00a0Lee said. '.repeat(2_000),
  'accents on accents': `“We will act${'\u0301'.repeat(MANY)},” Ann Lee said.`,
  'brackets and tags': '<b>“[We](“will”) **act**”</b> '.repeat(2_000),
};

describe.each(Object.entries(HOSTILE))('%s', (_, text) => {
  test('is read in time into a consistent briefing that quotes letter for letter', () => {
    const before = process.cpuUsage();
    const briefing = brief(articleOf(text));
    // Processor time, so that other processes do not count. A reader thread stops after 2 s;
    // this bound detects cost that grows faster than the text, which takes minutes.
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(25);
    expect([...broken(briefing), ...misquoted(briefing).slice(0, 3)]).toEqual([]);
  });

  test.each(['txt', 'md', 'html'])('is read from a .%s file, or rejected with a sentence', async (ending) => {
    const article = await readArticle(`hostile.${ending}`, Buffer.from(text)).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
    });
    if (article) expect(broken(brief(article))).toEqual([]);
  });
});

test.each(['', ' ', '\n', '.', '“', '”', '"', '“”', '“ ”', '\ud800', '👍', 'a', 'said', '“a” said'])(
  '“%s” is read',
  (text) => {
    expect(broken(brief(articleOf(text)))).toEqual([]);
  },
);
