import type { Kysely } from 'kysely';
import type { FeedStore, SubscriptionFilter } from '#core/storage/feed-store';
import { wordsOf } from '#text/fold';
import { numsWith, phrasesOf } from '../archive/unseen.ts';
import type { Schema } from '../schema.ts';

/** The number of items that are searched for the wanted words. */
const MAX_SEARCHED = 200;

interface Row {
  readonly title: string;
  readonly content: string | null;
  readonly num: number | null;
}

/** Finds the newest items of a feed, as a post shows them: without those withdrawn, and with the wanted words only. */
export const newestIn =
  (database: Kysely<Schema>): FeedStore['newest'] =>
  async (feed, most, wanted = {}) => {
    const isFiltered = wanted.include !== undefined || wanted.exclude !== undefined;
    const rows = await database
      .selectFrom('feed_item')
      .leftJoin('article', 'article.id', 'feed_item.article')
      .select([
        'feed_item.title as title',
        'feed_item.url as url',
        'feed_item.content as content',
        'feed_item.published as published',
        'article.num as num',
      ])
      .where('feed', '=', feed)
      .where('withdrawn', 'is', null)
      .orderBy('feed_item.published', 'desc')
      .orderBy('seq', 'desc')
      .limit(isFiltered ? MAX_SEARCHED : most)
      .execute();
    const shown = isFiltered ? await withWords(database, rows, wanted) : rows;
    return shown.slice(0, most).map(({ title, url, published }) => ({
      ...{ title, published: Number(published) },
      ...(url === null ? {} : { url }),
    }));
  };

async function withWords<T extends Row>(
  database: Kysely<Schema>,
  rows: readonly T[],
  { include, exclude }: SubscriptionFilter,
): Promise<readonly T[]> {
  const having = async (words: string): Promise<(row: T) => boolean> => {
    const nums = await numsWith(
      database,
      words,
      rows.flatMap(({ num }) => num ?? []),
    );
    return (row) => (row.num === null ? hasPhrase(row, words) : nums.has(row.num));
  };
  const included = include === undefined ? () => true : await having(include);
  const excluded = exclude === undefined ? () => false : await having(exclude);
  return rows.filter((row) => included(row) && !excluded(row));
}

/** Whether an item whose article has not been read has all words of a phrase. */
function hasPhrase({ title, content }: Row, words: string): boolean {
  const text = ` ${wordsOf(`${title} ${content ?? ''}`).join(' ')}`;
  return phrasesOf(words).some((phrase) => {
    const wanted = wordsOf(phrase);
    return wanted.length > 0 && wanted.every((word) => text.includes(` ${word}`));
  });
}
