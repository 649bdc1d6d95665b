import { expect, test } from 'vitest';
import { quoteText } from '#core/reply';

const cases: [parts: string[], shown: string][] = [
  [['We saw it'], '“We saw it”'],
  [['We saw it', 'and left.'], '“We saw it” … “and left.”'],
  [['the so-called ‘probe’'], '“the so-called ‘probe’”'],
  [['I don’t know'], '“I don’t know”'],
  [['Her words were, “Leave it.”'], '‘Her words were, “Leave it.”’'],
  [['He is no "expert"', 'at all'], '‘He is no "expert"’ … ‘at all’'],
];
test.each(cases)('%j in quotation marks', (parts, shown) => expect(quoteText(parts)).toBe(shown));
