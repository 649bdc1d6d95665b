import { describe, expect, it } from 'vitest';
import { findAttributions } from '../../../src/briefing/attributions/index.ts';
import { unitsOf } from '../../../src/briefing/attributions/units.ts';
import { findMentions } from '../../../src/briefing/mentions/index.ts';
import { tokenise } from '../../../src/briefing/mentions/tokens.ts';
import { pairMarks } from '../../../src/briefing/quotes/marks.ts';
import { segment } from '../../../src/briefing/segment.ts';
import fc from '../../support/property.ts';
import { readingOf, textOf } from '../support.ts';

const quotationsIn = (text: string): string[] => {
  const reading = readingOf(text);
  return pairMarks(reading).map(({ inner }) => textOf(reading)(inner));
};

describe('pairing marks', () => {
  const examples: [why: string, text: string, expected: string[]][] = [
    ['curly', 'He said “we saw it” twice.', ['we saw it']],
    ['straight', 'He said "we saw it" and "left".', ['we saw it', 'left']],
    ['closed by two single marks', '“No sum was paid to me,’’ he added.', ['No sum was paid to me,']],
    ['two single marks on each side', '‘‘No sum was paid,’’ he added.', ['No sum was paid,']],
    ['typewritten', "He said, ''we don't know,'' and left.", ["we don't know,"]],
    ['low and high', 'Er sagte: „Wir gehen“, und ging.', ['Wir gehen']],
    ['angle, spaces inside', 'Il a dit « nous partons » hier.', ['nous partons']],
    ['corner', 'He said 「we saw it」 today.', ['we saw it']],
    [
      'single, with apostrophes',
      '‘We don’t know the ministers’ plan,’ he said.',
      ['We don’t know the ministers’ plan,'],
    ],
    ['straight single', "'We don't know,' he said, 'yet.'", ["We don't know,", 'yet.']],
    ['an apostrophe opens nothing', 'In the ’90s the dogs’ owners didn’t care.', []],
    ['a clipped word opens nothing', "Rock 'n' roll in the '90s was theirs.", []],
    ['single inside double', '“He told us, ‘Leave it,’ and left,” she said.', ['He told us, ‘Leave it,’ and left,']],
    ['a plural s before a stop', '‘We back the ministers’, he said over the rock ’n’ roll.', ['We back the ministers']],
    ['double inside single', '‘He told us, “Leave it,” and left,’ she said.', ['He told us, “Leave it,” and left,']],
    [
      'a missing closing mark runs to the end of its paragraph',
      'He said “we saw it go.\nThen he left.',
      ['we saw it go.'],
    ],
    ['the next sentence opens anew', '“We saw it go. “We will act,” he said.', ['We saw it go.', 'We will act,']],
    ['an inch mark', 'The board is 12" wide.', []],
    ['nothing between them', 'He said “” and left.', []],
    ['behind a dash', 'It was new—“a first”—he said.', ['a first']],
  ];
  it.each(examples)('%s', (_, text, expected) => {
    expect(quotationsIn(text)).toEqual(expected);
  });

  it('recognises a paragraph that continues the quotation of the previous one', () => {
    const reading = readingOf('“We saw it go.\n“We will act,” he said.\n“Soon,” she said.');
    expect(pairMarks(reading).map(({ closed, continues }) => [closed, continues])).toEqual([
      [false, false],
      [true, true],
      [true, false],
    ]);
  });

  it('never crosses, never leaves its part, whatever the text', () => {
    const text = fc.array(fc.constantFrom('“', '”', '"', '‘', '’', "'", '«', '»', '„', 'a', ' ', '. ', '\n', 'é😀'), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(text, (pieces) => {
        const reading = readingOf(pieces.join(''));
        let end = 0;
        for (const { inner, outer, part } of pairMarks(reading)) {
          expect(outer.start).toBeGreaterThanOrEqual(end);
          expect(inner.start).toBeGreaterThan(outer.start);
          expect(inner.end).toBeGreaterThan(inner.start);
          expect(outer.end).toBeLessThanOrEqual(reading.parts[part]?.span.end ?? -1);
          end = outer.end;
        }
      }),
    );
  });
});

describe('speech or not', () => {
  const examples: [text: string, speech: boolean][] = [
    ['He called it “a disaster” on Monday.', true],
    ['She said the plan was “not ready”.', true],
    ['The so-called “closed” primaries were held.', false],
    ['Critics watched “The Walking Dead” at home.', false],
    ['The bill, known as the “Justice Act,” passed.', false],
    ['Marcia “Cia” Price shouted to the crowd.', false],
    ['He spoke on CNN’s “Morning Joe” on Friday.', false],
    ['The “Late Night” show was taped.', false],
    ['She told the weekly „Neue Woche“ that she would stay.', false],
    ['The dock, known in the yard as “the Bathtub”, is shut.', false],
    ['They danced to « Ça chauffe », last summer’s hit.', false],
    ['He sang “Água de Vidro” anyway.', false],
    ['He told the newspaper “we will not pay” on Monday.', true],
    ['<tweet id="12345" author="@someone">', false],
    ['The crowd chanted “Build The Wall!” and left.', true],
  ];
  it.each(examples)('%s', (text, speech) => {
    const reading = readingOf(text);
    const sentences = segment(reading);
    const tokens = tokenise(reading, sentences);
    const units = unitsOf(reading, tokens, sentences, pairMarks(reading));
    const found = findAttributions(reading, units, findMentions(tokens).mentions);
    expect(found.some(({ quotes }) => quotes.length > 0)).toBe(speech);
  });
});
