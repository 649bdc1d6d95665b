import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Article } from '#core/article';
import { type ArchivedHead, type ArchiveQuery, type ArchiveStore, MOST_COUNTED } from '#core/storage/archive';
import type { Tenant } from '#core/storage/store';
import type { Schema } from '../schema.ts';
import { matchOf } from './match.ts';
import { dropIndex } from './put.ts';
import { HEAD, type HeadRow, headOf } from './rows.ts';
import { endedIn, unseenIn } from './unseen.ts';

/** Articles deleted in one transaction; other writes run in between. */
const PRUNED_AT_ONCE = 200;

/** The archive of all workspaces; every query names the requesting workspace. */
export const archiveIn = (database: Kysely<Schema>): ArchiveStore => ({
  articles: async (tenant, query) => {
    const { words, order, most } = query;
    const inTitle = words !== undefined && order === 'best' ? await headsIn(database, tenant, query, 'title') : [];
    const all = inTitle.length < most ? await headsIn(database, tenant, query) : [];
    const heads = [...new Map([...inTitle, ...all].map((head) => [head.id, head])).values()].slice(0, most);
    if (heads.length < most) return { total: heads.length, heads };
    return { total: await countUpTo(database, articleSource(query), articleFilter(tenant, query), query), heads };
  },

  quotes: async (tenant, query) => {
    const match = quoteMatch(query);
    if (match === undefined) return { total: 0, quotes: [] };
    const where = sql`quote_words match ${match} and ${articleFilter(tenant, { ...query, words: undefined })}`;
    const from = sql`quote_words w cross join quote q on q.num = w.rowid cross join article a on a.num = q.article`;
    const { rows } = await sql<HeadRow & { speaker: string; office: string; words: string; paragraph: number }>`
      select ${HEAD}, q.speaker, q.office, q.words, q.paragraph from ${from} where ${where}
      order by w.rowid desc limit ${query.most}`.execute(database);
    const quotes = rows.map((row) => ({
      article: headOf(row),
      ...{ speaker: row.speaker, office: row.office, paragraph: row.paragraph },
      words: JSON.parse(row.words) as string[],
    }));
    if (quotes.length < query.most) return { total: quotes.length, quotes };
    return { total: await countUpTo(database, from, where, query), quotes };
  },

  find: async (tenant, id) => {
    const { rows } = await sql<{ body: string }>`
      select a.body from article a where a.id = ${id} and (${visibleTo(tenant)} or ${wasShownTo(tenant)})`.execute(
      database,
    );
    return rows[0] && (JSON.parse(rows[0].body) as Article);
  },

  unseen: unseenIn(database),
  ended: endedIn(database),

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

/**
 * Finds the newest articles that contain the words, or contain them in the title, which rank first. Ranking by
 * frequency would require reading every match.
 */
async function headsIn(
  database: Kysely<Schema>,
  tenant: Tenant,
  query: ArchiveQuery,
  column?: 'title',
): Promise<readonly ArchivedHead[]> {
  const order = query.words === undefined ? sql`a.published` : sql`w.rowid`;
  const { rows } = await sql<HeadRow>`
    select ${HEAD} from ${articleSource(query)} where ${articleFilter(tenant, query, column)}
    order by ${order} desc limit ${query.most}`.execute(database);
  return rows.map(headOf);
}

/** Searches the index from the newest entry on, without reading other tables. */
const articleSource = ({ words }: ArchiveQuery): RawBuilder<unknown> =>
  words === undefined ? sql`article a` : sql`article_words w cross join article a on a.num = w.rowid`;

async function countUpTo(
  database: Kysely<Schema>,
  from: RawBuilder<unknown>,
  where: RawBuilder<unknown>,
  { most }: ArchiveQuery,
): Promise<number> {
  const limit = Math.max(MOST_COUNTED, most + 1);
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (select 1 from ${from} where ${where} limit ${limit})`.execute(database);
  return Number(rows[0]?.n ?? 0);
}

function articleFilter(
  tenant: Tenant,
  { words, source, since }: Partial<ArchiveQuery>,
  column?: 'title',
): RawBuilder<unknown> {
  const match = matchOf(words ?? '') ?? '""';
  const conditions = [
    ...(words === undefined ? [] : [sql`article_words match ${column ? `${column} : (${match})` : match}`]),
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

/** Matches words of quotations, and names of speakers. */
function quoteMatch({ words, speaker }: ArchiveQuery): string | undefined {
  const [said, by] = [matchOf(words ?? ''), matchOf(speaker ?? '')];
  const parts = [...(said ? [`words : (${said})`] : []), ...(by ? [`speaker : (${by})`] : [])];
  return parts.length === 0 ? undefined : parts.join(' AND ');
}

const visibleTo = ({ platform, workspace }: Tenant): RawBuilder<unknown> => sql`exists (
  select 1 from feed_item i where i.article = a.id
    and i.feed in (select feed from subscription where platform = ${platform} and workspace = ${workspace}))`;

/** Articles that were shown in a channel of a workspace stay visible to it. */
const wasShownTo = ({ platform, workspace }: Tenant): RawBuilder<unknown> => sql`exists (
  select 1 from sighting g where g.article = a.id and g.platform = ${platform} and g.workspace = ${workspace})`;
