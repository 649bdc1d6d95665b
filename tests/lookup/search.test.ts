import { expect, test } from 'vitest';
import { entryContains } from '#lookup/search';
import { makeEntry } from '../support/briefing.ts';

const entry = makeEntry({
  title: 'Talks end',
  publisher: 'The Delta Courier',
  paragraphs: ['The <b>ministers</b> met.', 'They talk about sanctions.'],
  edits: [
    ['<b>', ''],
    ['</b>', ''],
  ],
});
const page = {
  ...entry,
  article: { ...entry.article, text: `${entry.article.text}\n<script>javascript navigation</script>` },
};

test.each([
  ['ministers', true],
  ['courier talk', true],
  ['sanct', true],
  ['javascript', false],
  ['navigation', false],
  ['', true],
])('searches the text of an article, not its page: %s', (query, found) => {
  expect(entryContains(page, query)).toBe(found);
});
