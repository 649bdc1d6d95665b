import { hash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { ArchivedArticle, ArchivedQuote } from '#core/storage/feed-store';
import type { Schema } from '../schema.ts';

/** The maximum length of the title's part of an id, in characters. */
const MAX_SLUG = 24;

/**
 * Inserts an article, or replaces an older version; a summary never replaces a whole story.
 *
 * @returns the id of the article.
 */
export async function putArticle(all: Transaction<Schema>, given: ArchivedArticle, now: number): Promise<string> {
  const known = await all
    .selectFrom('article')
    .select(['num', 'id', 'version', 'summary_only'])
    .where('key', '=', given.key)
    .executeTakeFirst();
  if (known && (known.version === given.version || (given.summaryOnly && !known.summary_only))) return known.id;
  const id = known?.id ?? idOf(given);
  const body = JSON.stringify({ ...given.article, id });
  const row = {
    ...{ id, key: given.key, title: given.article.title, url: given.article.url ?? null },
    ...{ publisher: given.article.publisher ?? null, version: given.version },
    ...{ summary_only: Number(given.summaryOnly), quotes: given.quotes.length },
    ...{ size: Buffer.byteLength(body), body },
  };
  const num = known
    ? await replaced(all, known.num, row)
    : (
        await all
          .insertInto('article')
          .values({ ...row, published: given.published, added: now })
          .returning('num')
          .executeTakeFirstOrThrow()
      ).num;
  await index(all, num, given);
  return id;
}

async function replaced(all: Transaction<Schema>, num: number, row: Partial<Record<string, unknown>>): Promise<number> {
  await all
    .updateTable('article')
    .set(row as never)
    .where('num', '=', num)
    .execute();
  await dropIndex(all, [num]);
  return num;
}

/** `ferry-sails-again-k3j9x0a` */
function idOf({ article: { title }, key }: ArchivedArticle): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_SLUG)
    .replace(/^-|-$/g, '');
  const digest = BigInt(`0x${hash('sha256', key).slice(0, 12)}`)
    .toString(36)
    .padStart(7, '0')
    .slice(-7);
  return `${slug || 'article'}-${digest}`;
}

async function index(all: Transaction<Schema>, num: number, { article, quotes }: ArchivedArticle): Promise<void> {
  await sql`insert into article_words (rowid, title, text, source)
    values (${num}, ${article.title}, ${article.text}, ${article.publisher ?? ''})`.execute(all);
  for (const quote of quotes) await indexQuote(all, num, quote);
}

async function indexQuote(all: Transaction<Schema>, article: number, quote: ArchivedQuote): Promise<void> {
  const { speaker, office, words, paragraph } = quote;
  const { num } = await all
    .insertInto('quote')
    .values({ article, speaker, office, words: JSON.stringify(words), paragraph })
    .returning('num')
    .executeTakeFirstOrThrow();
  await sql`insert into quote_words (rowid, words, speaker)
    values (${num}, ${words.join(' … ')}, ${`${speaker} ${office}`})`.execute(all);
}

/** Removes articles and their quotations from the search index. */
export async function dropIndex(all: Transaction<Schema>, nums: readonly number[]): Promise<void> {
  if (nums.length === 0) return;
  const list = sql.join(nums);
  await sql`delete from quote_words where rowid in (select num from quote where article in (${list}))`.execute(all);
  await sql`delete from quote where article in (${list})`.execute(all);
  await sql`delete from article_words where rowid in (${list})`.execute(all);
}
