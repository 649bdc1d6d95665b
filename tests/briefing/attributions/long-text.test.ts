import { expect, test } from 'vitest';
import { findMentions } from '#briefing/mentions/index';
import { tokenise } from '#briefing/mentions/tokens';
import { findAttributions } from '../../../src/briefing/attributions/index.ts';
import { unitsOf } from '../../../src/briefing/attributions/units.ts';
import { pairMarks } from '../../../src/briefing/quotes/marks.ts';
import { segment } from '../../../src/briefing/segment.ts';
import { readingOf } from '../support.ts';

test('beyond the length limit the models are not used, and the rules find the attributions', () => {
  const count = 20;
  const reading = readingOf('Ann Lee said: “We will act.”\n'.repeat(count));
  const sentences = segment(reading);
  const tokens = tokenise(reading, sentences);
  const units = unitsOf(reading, tokens, sentences, pairMarks(reading));
  let asked = 0;
  const isSpeech = (): boolean => {
    asked += 1;
    return true;
  };
  const found = findAttributions(reading, units, findMentions(tokens).mentions, isSpeech, 25);
  // Five tokens a line: Ann, Lee, said, the colon, the quotation.
  expect(asked).toBe(5);
  expect(found.filter(({ quotes, source }) => quotes.length === 1 && source)).toHaveLength(count);
});
