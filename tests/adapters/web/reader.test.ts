import { describe, expect, test } from 'vitest';
import { reader } from '#adapters/web/reader/reader';
import { createSegmenter } from '#adapters/web/reader/segments';
import { brief } from '#briefing';
import { readFileArticle, readUpload } from '#library';
import { spanText } from '#replies';
import { goldenCases, ROOT } from '../../golden/cases.ts';
import { river } from '../../support/river.ts';
import { elementsOf, lettersOf, wordsOf } from '../../support/web/drawn.ts';

const PICTURES = { describe: () => undefined, urlOf: (file: string) => `#${file}` };

describe('every part of a real article reads the same in the reader and in an answer', () => {
  test.each(goldenCases().slice(0, 12))('$id, and all statements with their own words', async ({ file }) => {
    const article = await readFileArticle(new URL(file, ROOT).pathname);
    const { attributions } = brief(article);
    const segmentsOf = createSegmenter(article, attributions);
    const segments = article.parts.flatMap((part) => {
      const found = segmentsOf(part);
      expect(lettersOf(found.map(({ text }) => text).join(''))).toBe(lettersOf(spanText(article, part.span)));
      return found;
    });
    for (const attribution of attributions) {
      const words = segments.filter(({ said }) => said.includes(attribution)).map(({ text }) => text);
      const spans = attribution.content.map((span) => spanText(article, span));
      expect(lettersOf(words.join(''))).toContain(lettersOf(spans[0] ?? ''));
    }
  });
});

test('a statement has one note beside its first part, linked from its first words', () => {
  const drawn = reader(river, PICTURES);
  const notes = elementsOf(drawn, 'li');
  expect(notes.map(({ properties }) => properties.id)).toEqual(
    river.briefing.attributions.map(({ id }) => `note-${id}`),
  );
  for (const { id } of river.briefing.attributions) {
    const [words] = elementsOf(drawn, 'a').filter(({ properties }) => properties.id === id);
    expect(words?.properties.href).toBe(`#note-${id}`);
  }
  expect(wordsOf(notes.slice(1, 2))).toContain('Mara Lind condemns');
  expect(wordsOf(notes.slice(6, 7))).toContain('Unclear who');
});

test('paragraphs have the numbers that briefings use', () => {
  const drawn = reader(river, PICTURES);
  for (const { paragraph, content } of river.briefing.attributions) {
    const [part] = elementsOf(drawn, 'p').filter(({ properties }) => properties.id === `p${paragraph}`);
    expect(wordsOf(part ? [part] : [])).toContain(spanText(river.article, content[0] ?? { start: 0, end: 0 }));
  }
});

test('markup is shown as text, and bidirectional controls are removed', async () => {
  const article = await readUpload({
    name: 'evil.md',
    content: '# A \u202etitle\n\n“Look \u2067here\u2069 <b>now</b>,” said Ada Berg. [x](javascript:alert(1))',
  });
  const drawn = reader({ article, briefing: brief(article) }, PICTURES);
  expect(wordsOf(drawn)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  expect(elementsOf(drawn, 'a').filter(({ properties }) => !/^#/.test(String(properties.href)))).toEqual([]);
});
