import type { Kysely } from 'kysely';
import type { ArchivedArticle } from '#core/storage/feed-store';
import type { Tenant } from '#core/storage/store';
import { putArticle } from '#store/archive/put';
import type { Schema } from '#store/schema';

/** The number of articles stored in one write. */
const BATCH = 1_000;

/** Fills an archive with articles of one feed to which the tenant is subscribed. */
export async function fillArchive(
  database: Kysely<Schema>,
  tenant: Tenant,
  articles: number,
  made: (at: number) => ArchivedArticle,
): Promise<void> {
  const feed = { id: 'f', url: 'https://post.example/feed', title: 'Post', next: 0, failures: 0, primed: 1 };
  await database
    .insertInto('feed')
    .values(feed as never)
    .execute();
  await database
    .insertInto('subscription')
    .values({ ...tenant, channel: 'news', feed: 'f', author: 'kim', created: 0, after: 0 } as never)
    .execute();
  for (let from = 0; from < articles; from += BATCH) {
    await database.transaction().execute(async (all) => {
      for (let at = from; at < Math.min(from + BATCH, articles); at++) {
        const article = await putArticle(all, made(at), at);
        const item = { feed: 'f', title: '', authors: '[]', published: at, seen: at, digest: '', old: 0, article };
        await all
          .insertInto('feed_item')
          .values({ ...item, state: 'done', attempts: 1, retry: 0 } as never)
          .execute();
      }
    });
  }
}
