import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ArchiveQuery, ArchiveStore } from '#core/archive';
import type { Article } from '#core/article';
import type { Tenant } from '#core/store';
import type { Schema } from '../schema.ts';
import { matchOf } from './match.ts';
import { dropIndex } from './put.ts';
import { HEAD, type HeadRow, headOf } from './rows.ts';
import { unseenIn } from './unseen.ts';

/** Articles forgotten in one transaction: others are let through in between. */
const PRUNED_AT_ONCE = 200;

/** The archive of all workspaces; every question names the workspace that asks. */
export const archiveIn = (database: Kysely<Schema>): ArchiveStore => ({
  articles: async (tenant, query) => {
    const where = articleFilter(tenant, query);
    const from = query.words === undefined ? sql`article a` : sql`article_words w join article a on a.num = w.rowid`;
    // With words the best first; without them the newest.
    const order =
      query.words === undefined ? sql`a.published desc` : sql`bm25(article_words, 4, 1, 1), a.published desc`;
    const { rows } = await sql<HeadRow>`
      select ${HEAD} from ${from} where ${where} order by ${order}, a.num desc
      limit ${query.most}`.execute(database);
    const total = await sql<{ n: number }>`select count(*) as n from ${from} where ${where}`.execute(database);
    return { total: Number(total.rows[0]?.n ?? 0), heads: rows.map(headOf) };
  },

  quotes: async (tenant, query) => {
    const match = quoteMatch(query);
    if (match === undefined) return { total: 0, quotes: [] };
    const where = sql`quote_words match ${match} and ${articleFilter(tenant, { ...query, words: undefined })}`;
    const from = sql`quote_words w join quote q on q.num = w.rowid join article a on a.num = q.article`;
    const { rows } = await sql<HeadRow & { speaker: string; office: string; words: string; paragraph: number }>`
      select ${HEAD}, q.speaker, q.office, q.words, q.paragraph from ${from} where ${where}
      order by a.published desc, q.num limit ${query.most}`.execute(database);
    const total = await sql<{ n: number }>`select count(*) as n from ${from} where ${where}`.execute(database);
    const quotes = rows.map((row) => ({
      article: headOf(row),
      ...{ speaker: row.speaker, office: row.office, paragraph: row.paragraph },
      words: JSON.parse(row.words) as string[],
    }));
    return { total: Number(total.rows[0]?.n ?? 0), quotes };
  },

  find: async (tenant, id) => {
    const { rows } = await sql<{ body: string }>`
      select a.body from article a where a.id = ${id} and (${visibleTo(tenant)} or ${wasShownTo(tenant)})`.execute(
      database,
    );
    return rows[0] && (JSON.parse(rows[0].body) as Article);
  },

  unseen: unseenIn(database),

  load: async (id) => {
    const row = await database
      .selectFrom('article')
      .select(['body', 'version'])
      .where('id', '=', id)
      .executeTakeFirst();
    return row && { article: JSON.parse(row.body) as Article, version: row.version };
  },

  prune: async (before, maxBytes) => {
    let pruned = 0;
    for (;;) {
      const nums = await prunable(database, before, maxBytes);
      if (nums.length === 0) return pruned;
      await database.transaction().execute(async (all) => {
        await dropIndex(all, nums);
        await all.deleteFrom('article').where('num', 'in', nums).execute();
      });
      pruned += nums.length;
    }
  },
});

async function prunable(database: Kysely<Schema>, before: number, maxBytes: number): Promise<readonly number[]> {
  const { rows } = await sql<{ num: number }>`
    select num from article where added < ${before}
      or (select sum(size) from article) > ${maxBytes} order by added limit ${PRUNED_AT_ONCE}`.execute(database);
  return rows.map(({ num }) => num);
}

function articleFilter(tenant: Tenant, { words, source, since }: Partial<ArchiveQuery>): RawBuilder<unknown> {
  const conditions = [
    ...(words === undefined ? [] : [sql`article_words match ${matchOf(words) ?? '""'}`]),
    ...(since === undefined ? [] : [sql`a.published >= ${since}`]),
    ...(source === undefined
      ? []
      : [
          sql`a.num in (select rowid from article_words where article_words match ${`source : (${matchOf(source) ?? '""'})`})`,
        ]),
    visibleTo(tenant),
  ];
  return sql.join(conditions, sql` and `);
}

/** Words in what is said, and names in who says it. */
function quoteMatch({ words, speaker }: ArchiveQuery): string | undefined {
  const [said, by] = [matchOf(words ?? ''), matchOf(speaker ?? '')];
  const parts = [...(said ? [`words : (${said})`] : []), ...(by ? [`speaker : (${by})`] : [])];
  return parts.length === 0 ? undefined : parts.join(' AND ');
}

const visibleTo = ({ platform, workspace }: Tenant): RawBuilder<unknown> => sql`exists (
  select 1 from feed_item i join subscription s on s.feed = i.feed
  where i.article = a.id and s.platform = ${platform} and s.workspace = ${workspace})`;

/** What a channel of theirs was once shown stays theirs to ask about. */
const wasShownTo = ({ platform, workspace }: Tenant): RawBuilder<unknown> => sql`exists (
  select 1 from sighting g where g.article = a.id and g.platform = ${platform} and g.workspace = ${workspace})`;
