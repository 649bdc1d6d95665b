import { sql } from 'kysely';
import type { ArchivedHead } from '#core/storage/archive';

/** The row of an article without its body. */
export interface HeadRow {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly published: number;
  readonly version: string;
  readonly summary_only: number;
  readonly quotes: number;
  readonly withdrawn: number | null;
}

/** The columns of a head; an article is withdrawn if every feed that listed it has withdrawn it. */
export const HEAD = sql`a.id, a.title, a.url, a.publisher, a.published, a.version, a.summary_only, a.quotes,
  (select min(coalesce(i.withdrawn, 0)) from feed_item i where i.article = a.id) as withdrawn`;

export const headOf = ({
  id,
  title,
  url,
  publisher,
  published,
  version,
  summary_only,
  quotes,
  withdrawn,
}: HeadRow): ArchivedHead => ({
  ...{ id, title, published: Number(published), version, summaryOnly: Boolean(summary_only), quotes },
  ...(url === null ? {} : { url }),
  ...(publisher === null ? {} : { publisher }),
  ...(Number(withdrawn ?? 0) > 0 ? { withdrawn: Number(withdrawn) } : {}),
});
