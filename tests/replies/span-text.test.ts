import { describe, expect, test } from 'vitest';
import type { Article } from '#core/article';
import { excerptText, spanText } from '#core/text/span-text';
import { makeEntry } from '../support/briefing.ts';
import fc, { anyText } from '../support/property.ts';

const span = (article: Article, words: string) => {
  const start = article.text.indexOf(words);
  return { start, end: start + words.length };
};

describe('the displayed text of a span', () => {
  const { article } = makeEntry({
    paragraphs: ['He said &ldquo;yes &amp;\n no&rdquo; <b>twice</b>.', 'And went.'],
    edits: [
      ['&ldquo;', '“'],
      ['&rdquo;', '”'],
      ['&amp;', '&'],
      ['<b>', ''],
      ['</b>', ''],
    ],
  });
  const cases: [words: string, shown: string][] = [
    ['He said &ldquo;yes &amp;\n no&rdquo; <b>twice</b>.', 'He said “yes & no” twice.'],
    ['yes &amp;\n no', 'yes & no'],
    // An edit that only begins or only ends inside a span does not belong to it.
    ['quo;yes &am', 'yes &'],
    ['twice', 'twice'],
    ['.\n\nAnd', '. And'],
  ];
  test.each(cases)('%j is %j', (words, shown) => expect(spanText(article, span(article, words))).toBe(shown));
});

test('the text between two parts is omitted', () => {
  const { article } = makeEntry({ paragraphs: ['“We saw it.', 'Photo: A boat.', '“We left.”'] });
  const [first, , last] = article.parts;
  const story = { ...article, parts: first && last ? [first, last] : [] };
  expect(spanText(story, { start: 0, end: article.text.length })).toBe('“We saw it. “We left.”');
});

test('unresolved references are resolved in square brackets', () => {
  const { article } = makeEntry({
    paragraphs: ['Now <i>she</i> said so.'],
    edits: [
      ['<i>', ''],
      ['</i>', ''],
    ],
  });
  const substitutions = [{ span: span(article, 'she'), replacement: 'Mara Lind' }];
  const shown = { span: span(article, article.text), cuts: [], substitutions };
  expect(excerptText(article, shown)).toBe('Now [Mara Lind] said so.');
});

test('any span of any text can be shown', () => {
  const text = anyText({ minLength: 1 });
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (paragraph, a, b) => {
      const { article } = makeEntry({ paragraphs: [paragraph] });
      const [start = 0, end = 0] = [a, b].map((at) => at % (article.text.length + 1)).sort((x, y) => x - y);
      const folded = article.text.slice(start, end).replace(/\s+/gu, ' ').trim();
      expect(spanText(article, { start, end })).toBe(folded);
    }),
  );
});
