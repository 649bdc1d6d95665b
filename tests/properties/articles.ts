import type { Article } from '#core/article';
import fc from '../support/property.ts';

/** An article whose parts are the text's paragraphs, for any string, including lone surrogates. */
export function articleOf(text: string): Article {
  const parts = [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((match) => ({
    kind: 'paragraph' as const,
    span: { start: match.index, end: match.index + match[0].length },
  }));
  return { id: 'made-up', text, format: 'text', title: 'Made up', authors: [], language: 'en', parts, edits: [] };
}

export const OPENING = ['“', '‘', '"', "'", '«', '„', '‹', '「', '``'];
export const CLOSING = ['”', '’', '"', "'", '»', '“', '›', '」', "''"];

const names = fc.constantFrom(
  'Ann Lee',
  'Kim Tae-hyo',
  'the ministry',
  'he',
  'She',
  'a Seoul official',
  'Dr. Núñez',
  'it',
);
const verbs = fc.constantFrom(
  'said',
  'told reporters',
  'denied',
  'warned that',
  'would not say',
  'asked',
  'according to',
);
const words = fc.constantFrom(
  ...['we', 'will act', 'the war', 'on Tuesday', 'not', 'O’Neill’s', 'the ’90s', 'U.S.', 'No. 5', '3.5%', 'rumors'],
);
const marks = fc.constantFrom(...OPENING, ...CLOSING);
const stops = fc.constantFrom(
  '.',
  ',',
  '…',
  '?',
  '!',
  ':',
  ' —',
  ';',
  '...',
  ')',
  '(',
  '\n\n',
  '\n',
  '\u00a0',
  '\u200b',
  '\r\n',
);
const strange = fc.constantFrom(
  '\u202e',
  '\u2066',
  '👩‍👩‍👧',
  '🇰🇷',
  '한국',
  'مرحبا',
  '\ud800',
  '\udc00',
  '\ufeff',
  '\0',
  '&ldquo;',
  '<b>',
);

/** News-like text with errors: unpaired quotation marks, unusual characters, misplaced stops. */
export const newsLike: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: words },
      { weight: 3, arbitrary: names },
      { weight: 3, arbitrary: verbs },
      { weight: 4, arbitrary: marks },
      { weight: 3, arbitrary: stops },
      { weight: 1, arbitrary: strange },
    ),
    { maxLength: 80 },
  )
  .chain((tokens) => fc.constantFrom(tokens.join(' '), tokens.join('')));

/** Any code units, including lone surrogates. */
export const anyUnits: fc.Arbitrary<string> = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
  .map((units) => String.fromCharCode(...units));

/** A well-formed quotation with its attribution before or after it. */
export const sound: fc.Arbitrary<{ readonly text: string; readonly said: string }> = fc
  .record({
    said: fc.array(fc.constantFrom('we', 'have', 'decided', 'to', 'act', 'at', 'once', 'together'), {
      minLength: 4,
      maxLength: 12,
    }),
    pair: fc.constantFrom('“”', '""', '«»', '„“'),
    speaker: fc.constantFrom('Ann Lee', 'the mayor', 'Kim Tae-hyo', 'the report'),
    before: fc.boolean(),
  })
  .map(({ said, pair, speaker, before }) => {
    const sentence = `We ${said.join(' ')}`;
    const [open = '', close = ''] = pair;
    const text = before
      ? `${capital(speaker)} said, ${open}${sentence}.${close}`
      : `${open}${sentence},${close} ${speaker} said.`;
    return { text: `Rain fell on Monday.\n\n${text}\n\nNothing else happened.`, said: sentence };
  });

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
