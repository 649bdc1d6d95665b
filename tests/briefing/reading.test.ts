import { describe, expect, it } from 'vitest';
import { afterDateline } from '../../src/briefing/dateline.ts';
import { normalise } from '../../src/briefing/normalise.ts';
import { segment } from '../../src/briefing/segment.ts';
import fc from '../support/property.ts';
import { readingOf, textOf } from './support.ts';

describe('normalise', () => {
  const whole = (text: string) => [{ kind: 'paragraph' as const, span: { start: 0, end: text.length } }];

  const examples: [why: string, text: string, expected: string][] = [
    ['folds white space', 'One\r\n  two\u00a0\u2003three', 'One two three'],
    ['leaves out what cannot be seen', '\uFEFFOn\u200be tw\u00ado\u202e', 'One two'],
    ['keeps marks and dashes as they stand', '“One” — ‘two’', '“One” — ‘two’'],
    ['trims', '  One  ', 'One'],
  ];
  it.each(examples)('%s', (_, text, expected) => {
    expect(normalise({ text, parts: whole(text), edits: [] }).text).toBe(expected);
  });

  it('applies edits and maps positions back', () => {
    const text = 'A <b>bold</b> &ldquo;word&rdquo;.';
    const edits = [
      { start: 2, end: 5, replacement: '' },
      { start: 9, end: 13, replacement: '' },
      { start: 14, end: 21, replacement: '“' },
      { start: 25, end: 32, replacement: '”' },
    ];
    const reading = normalise({ text, parts: whole(text), edits });
    expect(reading.text).toBe('A bold “word”.');
    const start = reading.text.indexOf('word');
    const span = reading.toArticle({ start, end: start + 4 });
    expect(text.slice(span.start, span.end)).toBe('word');
  });

  it('maps every span back to the same characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.nat(), fc.nat(), (text, a, b) => {
        const reading = normalise({ text, parts: whole(text), edits: [] });
        if (reading.text.length === 0) return;
        const start = a % reading.text.length;
        const end = start + 1 + (b % (reading.text.length - start));
        const span = reading.toArticle({ start, end });
        const back = normalise({ text, parts: [{ kind: 'paragraph', span }], edits: [] }).text;
        expect(back).toBe(reading.text.slice(start, end).trim());
      }),
    );
  });

  it('numbers the paragraphs of the story', () => {
    const reading = readingOf('# Head\nOne.\nTwo.');
    expect(reading.parts.map(({ kind, paragraph }) => [kind, paragraph])).toEqual([
      ['headline', 0],
      ['paragraph', 1],
      ['paragraph', 2],
    ]);
  });
});

describe('segment', () => {
  const examples: [text: string, sentences: string[]][] = [
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['Mr. Kim met Dr. Lee. They left.', ['Mr. Kim met Dr. Lee.', 'They left.']],
    [
      'It was 3 p.m. on Monday. He left at 4 p.m. The end.',
      ['It was 3 p.m. on Monday.', 'He left at 4 p.m.', 'The end.'],
    ],
    [
      'The U.S. President spoke in the U.S. The crowd left.',
      ['The U.S. President spoke in the U.S.', 'The crowd left.'],
    ],
    ['J. K. Rowling wrote. It sold.', ['J. K. Rowling wrote.', 'It sold.']],
    ['“Stop!” he said. “Now.”', ['“Stop!” he said.', '“Now.”']],
    ['No. 10 is full. He said no. She left.', ['No. 10 is full.', 'He said no.', 'She left.']],
    ['It fell 3.5 percent. Sales of Yahoo! rose.', ['It fell 3.5 percent.', 'Sales of Yahoo! rose.']],
    ['He left … and came back. Then he sat.', ['He left … and came back.', 'Then he sat.']],
  ];
  it.each(examples)('%s', (text, expected) => {
    const reading = readingOf(text);
    expect(segment(reading).map(({ span }) => textOf(reading)(span))).toEqual(expected);
  });

  it.each([
    ['in one paragraph', ' '],
    ['in a paragraph each', '\n\n'],
  ])('reads the first 10,000 sentences of a longer text, %s', (_, between) => {
    const reading = readingOf(Array.from({ length: 10_010 }, (_, index) => `“A,” he said ${index}.`).join(between));
    const sentences = segment(reading).map(({ span }) => textOf(reading)(span));
    expect(sentences).toHaveLength(10_000);
    expect(sentences.at(-1)).toBe('“A,” he said 9999.');
  });
});

describe('the length that is analysed', () => {
  const SENTENCE = 'The ministers who met in the capital on Tuesday agreed, after a long debate, to meet again.';
  const lengthOf = (text: string): number => {
    const reading = readingOf(text);
    const sentences = segment(reading);
    for (const { span } of sentences) expect(span.end).toBeLessThanOrEqual(reading.text.length);
    return sentences.reduce((sum, { span }) => sum + span.end - span.start, 0);
  };

  it('is the whole text of the longest feature', () => {
    const feature = Array.from({ length: 1_500 }, () => SENTENCE).join('\n\n');
    expect(lengthOf(feature)).toBe(1_500 * SENTENCE.length);
  });

  it.each([
    ['paragraphs', `${SENTENCE}\n\n`],
    ['sentences of one paragraph', `${SENTENCE} `],
    ['a sentence without an end', 'he said '],
    ['a word without an end', 'abcdefghi'],
    ['emoji', '👩‍👩‍👧'],
  ])('is at most 400,000 characters of %s', (_, piece) => {
    const length = lengthOf(piece.repeat(Math.ceil(900_000 / piece.length)));
    expect(length).toBeLessThanOrEqual(400_000);
    expect(length).toBeGreaterThan(399_800);
  });
});

describe('dateline', () => {
  const examples: [text: string, story: string][] = [
    ['KYIV (AFN) — A drone attack set fire to silos.', 'A drone attack set fire to silos.'],
    ['BRUSSELS — The commission agreed.', 'The commission agreed.'],
    ['SEOUL, Sept. 3 — The minister warned.', 'The minister warned.'],
    ['NEW YORK, N.Y. (AP) - The court ruled.', 'The court ruled.'],
    ['UNITED NATIONS -- Envoys met.', 'Envoys met.'],
    ['SÃO PAULO — Thousands marched.', 'Thousands marched.'],
    ['BOGOTÁ, Colombia — Thousands marched.', 'Thousands marched.'],
    ['(AFN) - The court ruled.', 'The court ruled.'],
    ['Thursday, May 7, 2015 The court ruled.', 'The court ruled.'],
    ['OSTER: The court ruled.', 'The court ruled.'],
    ['OSTER CITY, July 24: The court ruled.', 'The court ruled.'],
    ['atlas News, 26 June - Four boats sank.', 'Four boats sank.'],
    ['Oster, Norland (AFN) — The court ruled.', 'The court ruled.'],
    ['Oster, Norland – The court ruled.', 'The court ruled.'],
    ['OSTER, July 18 (Atlas) -- The board agreed.', 'The board agreed.'],
    ['Oster, Oct. 3 — The board agreed.', 'The board agreed.'],
    ['OSTER BAY (AFN) The board agreed.', 'The board agreed.'],
    ['Dec 29 (AFN) - The board agreed.', 'The board agreed.'],
    ['Oster, North Bay, Norland - The board agreed.', 'The board agreed.'],
    ['AFN.- Oster -The board agreed.', 'The board agreed.'],
    ['Oster Rights Watch – A board agreed.', 'A board agreed.'],
    ['OSTER - 25 July 2022: The board agreed.', 'The board agreed.'],
    ['Oster (November 25, 2021): The board agreed.', 'The board agreed.'],
    ['OSTER (May 6, 2021) — The board agreed.', 'The board agreed.'],
    ['Oster /ATLAS/ The board agreed.', 'The board agreed.'],
    ['Oster, July 3, AFN - The board agreed.', 'The board agreed.'],
    ['OSTER—Harbour master Ana Berg agreed.', 'Harbour master Ana Berg agreed.'],
    ['OSTER, North Prefecture--Ana Berg agreed.', 'Ana Berg agreed.'],
    ['(AFN) Hundreds of boats left.', 'Hundreds of boats left.'],
    ['atlas News - In May four boats sank.', 'In May four boats sank.'],
    ['OSTER Norland — Four boats sank.', 'Four boats sank.'],
    ['OSTER, NORLAND //Four boats sank.', 'Four boats sank.'],
    ['OSTER, North Bay (Oster Star, Dec. 12, 2013) – The board agreed.', 'The board agreed.'],
    ['OSTER (Atlas News / Oster - 30th October, 2019) The board agreed.', 'The board agreed.'],
    ['Oster, Nov 4 (AFN) Four boats sank.', 'Four boats sank.'],
    ['Oster (North Bay) [Norland], January 27 (AFN): Four boats sank.', 'Four boats sank.'],
    ['Oster, Norland | THE GUARD | Four boats sank.', 'Four boats sank.'],
    ['Oster — Traders in the bay agreed.', 'Traders in the bay agreed.'],
    ['By Our Correspondent The board agreed.', 'The board agreed.'],
    [`Oster: The board agreed ${'to open the gate '.repeat(6)}.`, `The board agreed ${'to open the gate '.repeat(6)}.`],
    [
      `Oster: President Lund agreed ${'to open the gate '.repeat(6)}.`,
      `President Lund agreed ${'to open the gate '.repeat(6)}.`,
    ],
    ['OSTER, Norland, Tuesday October 4, 2016 – The board agreed.', 'The board agreed.'],
    ['OSTER, Norland, Oct. 4, AFN – The board agreed.', 'The board agreed.'],
    ['Berg: The board agreed.', 'Berg: The board agreed.'],
    ['AFN-Oster talks failed.', 'AFN-Oster talks failed.'],
    ['Oster – seat of the board – agreed.', 'Oster – seat of the board – agreed.'],
    ['Ben-Oster University agreed.', 'Ben-Oster University agreed.'],
    [
      'NATO allies agreed on Friday — after a night of talks — to meet.',
      'NATO allies agreed on Friday — after a night of talks — to meet.',
    ],
    ['Ann Roe, Tom Bell – both of them tired – left.', 'Ann Roe, Tom Bell – both of them tired – left.'],
    ['The talks — long awaited — failed.', 'The talks — long awaited — failed.'],
    ['NATO said it was ready.', 'NATO said it was ready.'],
  ];
  it.each(examples)('%s', (text, story) => {
    expect(text.slice(afterDateline(text, { start: 0, end: text.length }))).toBe(story);
  });
});
