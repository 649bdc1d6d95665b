import { expect, test } from 'vitest';
import { contextOfArticle } from '#briefing';
import { candidatesOf } from '#briefing/quote-sources/candidates';
import { siteOf } from '#briefing/quote-sources/quotation-site';
import { decideBy } from '#briefing/quote-sources/rank';
import { readArticle } from '#library';

/** A ranker to which all candidates are alike. */
const BLANK = { labels: ['right'], bits: 4, scale: 1, transitions: new Float64Array(), table: new Int8Array(16) };

const table: [why: string, paragraph: string, source: string | undefined][] = [
  ['a farmer behind it', 'Tom Bell met Ada Moe. “They never show up,” a farmer related.', 'a farmer'],
  ['a name behind its verb', 'Tom Bell met Ada Moe. “They never show up,” tweeted Ann Roe.', 'Ann Roe'],
  ['a name before it', 'Tom Bell met Ada Moe. Ann Roe posted: “They never show up.”', 'Ann Roe'],
  ['not a pronoun', 'Tom Bell met Ada Moe. “They never show up,” she said.', undefined],
  ['not a document', 'Tom Bell met Ada Moe. “They never show up,” the letter said.', undefined],
];

test.each(table)('the subject is the source for certain: %s', async (_, paragraph, source) => {
  const article = await readArticle('a.txt', new TextEncoder().encode(`Ports\n\n${paragraph}\n`));
  const context = contextOfArticle(article);
  const index = context.attributions.findIndex(({ quotes }) => quotes.length > 0);
  const site = siteOf(context, index, undefined);
  const { candidate, probability } = site ? decideBy(BLANK)(site, candidatesOf(context, site)).choice : {};
  const words = candidate?.span && context.reading.text.slice(candidate.span.start, candidate.span.end);
  expect(probability !== undefined && probability > 0.9 ? words : undefined).toBe(source);
});
