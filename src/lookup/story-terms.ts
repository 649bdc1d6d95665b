import { stem, wordsOf } from '#text/fold';
import { firstPart } from '#text/truncate';
import SHARES from './word-shares.json' with { type: 'json' };

/** The weight of each term of an article, as a vector of length 1. */
export type StoryTerms = ReadonlyMap<string, number>;

const TITLE_WEIGHT = 3;
/** Who and where tells stories apart better than what happened: many people are elected, sued or hurt. */
const NAME_WEIGHT = 2;
/** News tells first what happened; the background, which other stories share, follows. */
const MAX_WORDS = 400;
const MAX_WORD_LENGTH = 8;

/**
 * The shares of other news count like this many articles, each compared article like three: a word in all of today's
 * articles is common today, but two of three articles do not make a word common.
 */
const KNOWN_ARTICLES = 1500;
const COMPARED_WEIGHT = 3;
/** A word that was in too few articles to be listed. */
const UNLISTED = 0.5;

/** Names within a sentence: at its start, every word is capitalized. */
const NAME = /(?<=[\p{Ll},’'] )\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*/gu;

/** In how many of `KNOWN_ARTICLES` articles a word is found. */
const KNOWN = new Map(
  Object.entries(SHARES).flatMap(([articles, words]) =>
    words.split(' ').map((word) => [word, KNOWN_ARTICLES / Number(articles)] as const),
  ),
);

/** The terms of a text from which stories are recognized; used for training as well. */
export const firstTerms = (text: string): readonly string[] =>
  wordsOf(firstPart(text, MAX_WORDS * MAX_WORD_LENGTH))
    .slice(0, MAX_WORDS)
    .map(stem);

/** Weighs the terms of each article by their frequency in it and their rarity in news and among the articles. */
export function storyTerms(articles: readonly { readonly title: string; readonly text: string }[]): StoryTerms[] {
  const counts = articles.map(countTerms);
  const articlesWith = new Map<string, number>();
  for (const terms of counts) {
    for (const term of terms.keys()) articlesWith.set(term, (articlesWith.get(term) ?? 0) + 1);
  }
  const all = KNOWN_ARTICLES + COMPARED_WEIGHT * articles.length;
  const rarity = (term: string): number =>
    Math.log(all / ((KNOWN.get(term) ?? UNLISTED) + COMPARED_WEIGHT * (articlesWith.get(term) ?? 0)));
  return counts.map((terms) => {
    const weights = [...terms].map(([term, count]) => [term, (1 + Math.log(count)) * rarity(term)] as const);
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return new Map(weights.map(([term, weight]) => [term, weight / length]));
  });
}

function countTerms({ title, text }: { readonly title: string; readonly text: string }): ReadonlyMap<string, number> {
  const opening = firstPart(text, MAX_WORDS * MAX_WORD_LENGTH);
  const names = new Set((opening.match(NAME) ?? []).flatMap((name) => wordsOf(name).map(stem)));
  const counts = new Map<string, number>();
  const count = (terms: readonly string[], weight: number): void => {
    for (const term of terms) {
      counts.set(term, (counts.get(term) ?? 0) + weight * (names.has(term) ? NAME_WEIGHT : 1));
    }
  };
  count(wordsOf(title).map(stem), TITLE_WEIGHT);
  count(firstTerms(text), 1);
  return counts;
}

/** The cosine of each two articles, row by row: 0 without a term in common, 1 for the same terms. */
export function compareTerms(articles: readonly StoryTerms[]): Float64Array[] {
  const rows = articles.map(() => new Float64Array(articles.length));
  const articlesWith = new Map<string, { readonly at: number; readonly weight: number }[]>();
  for (const [at, terms] of articles.entries()) {
    for (const [term, weight] of terms) {
      const before = articlesWith.get(term) ?? [];
      for (const { at: other, weight: its } of before) {
        const row = rows[other];
        if (row) row[at] = (row[at] ?? 0) + weight * its;
      }
      before.push({ at, weight });
      articlesWith.set(term, before);
    }
  }
  for (const [at, row] of rows.entries()) {
    for (let other = 0; other < at; other += 1) row[other] = rows[other]?.[at] ?? 0;
  }
  return rows;
}
