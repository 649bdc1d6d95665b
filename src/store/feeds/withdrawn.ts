import type { Transaction } from 'kysely';
import type { NewItem } from '#core/storage/feed-store';
import type { Schema } from '../schema.ts';

/** If more than this part of the items vanishes at once, the feed was rebuilt: none of them counts as withdrawn. */
const MOST = 1 / 2;

/**
 * Marks the items that a feed has withdrawn: missing from its document, while older and newer ones are listed. Only a
 * document in order of publication shows this; others list what is popular, or a choice. An item that returns is no
 * longer withdrawn.
 *
 * @param listed the numbers of the items of the document.
 */
export async function markWithdrawn(
  all: Transaction<Schema>,
  feed: string,
  items: readonly NewItem[],
  listed: readonly number[],
  now: number,
): Promise<void> {
  if (listed.length === 0) return;
  const ofFeed = all.updateTable('feed_item').where('feed', '=', feed);
  await ofFeed.set({ withdrawn: null }).where('withdrawn', 'is not', null).where('seq', 'in', listed).execute();
  const dates = items.map(({ published }) => published);
  if (dates.some((date, at) => date > (dates[at - 1] ?? date))) return;
  const missing = await all
    .selectFrom('feed_item')
    .select('seq')
    .where('feed', '=', feed)
    .where('published', '>', dates.at(-1) ?? 0)
    .where('published', '<', dates[0] ?? 0)
    .where('seq', 'not in', listed)
    .execute();
  if (missing.length === 0 || missing.length > items.length * MOST) return;
  await ofFeed
    .set({ withdrawn: now })
    .where('withdrawn', 'is', null)
    .where(
      'seq',
      'in',
      missing.map(({ seq }) => seq),
    )
    .execute();
}
