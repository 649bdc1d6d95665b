import { type Kysely, sql } from 'kysely';
import { WHOLE_WORKSPACE } from '#core/feeds';
import type { ArchivedHead, ArchiveNews } from '#core/storage/archive';
import type { Schema } from '../schema.ts';
import { matchOf } from './match.ts';
import { HEAD, type HeadRow, headOf } from './rows.ts';

/** More than any post shows or counts. */
const MAX_UNSEEN = 300;

interface Row extends HeadRow {
  readonly num: number;
  readonly include: string | null;
  readonly exclude: string | null;
}

/** Finds articles from a channel's feeds since its subscription that are new or changed for it. */
export const unseenIn =
  (database: Kysely<Schema>): ArchiveNews['unseen'] =>
  async ({ platform, workspace, channel }, about, since) => {
    const wanted = about === undefined ? undefined : (matchOf(about) ?? '""');
    const { rows } = await sql<Row>`
      select ${HEAD}, a.num, s.include, s.exclude
      from subscription s
        join feed_item i on i.feed = s.feed and i.seq > s.after and i.old = 0 and i.article is not null and i.withdrawn is null
        join article a on a.id = i.article
        left join sighting g on g.platform = ${platform} and g.workspace = ${workspace}
          and g.channel = ${channel} and g.article = a.id
      where s.platform = ${platform} and s.workspace = ${workspace}
        and s.channel in (${channel}, ${WHOLE_WORKSPACE}) and s.paused is null and i.seen >= ${since}
        and (g.version is null or g.version != a.version)
        ${wanted === undefined ? sql`` : sql`and a.num in (select rowid from article_words where article_words match ${wanted})`}
      order by a.published desc, i.seq desc limit ${MAX_UNSEEN}`.execute(database);
    return fitting(database, rows);
  };

/** Returns each article once, if any of its feeds matches. */
async function fitting(database: Kysely<Schema>, rows: readonly Row[]): Promise<readonly ArchivedHead[]> {
  const holding = new Map<string, ReadonlySet<number>>();
  for (const words of new Set(rows.flatMap(({ include, exclude }) => [include, exclude]))) {
    if (words !== null)
      holding.set(
        words,
        await numsWith(
          database,
          words,
          rows.map(({ num }) => num),
        ),
      );
  }
  const found = rows.filter(
    ({ num, include, exclude }) =>
      (include === null || holding.get(include)?.has(num)) && !(exclude !== null && holding.get(exclude)?.has(num)),
  );
  return [...new Map(found.map((row) => [row.id, headOf(row)])).values()];
}

/** Finds articles that contain any of the comma-separated words. */
export async function numsWith(
  database: Kysely<Schema>,
  words: string,
  nums: readonly number[],
): Promise<ReadonlySet<number>> {
  const match = phrasesOf(words).flatMap((phrase) => matchOf(phrase) ?? []);
  if (match.length === 0 || nums.length === 0) return new Set();
  const query = match.map((phrase) => `(${phrase})`).join(' OR ');
  const found = await sql<{ rowid: number }>`
    select rowid from article_words where article_words match ${query}
      and rowid in (${sql.join([...new Set(nums)])})`.execute(database);
  return new Set(found.rows.map(({ rowid }) => rowid));
}

/** The phrases of a list: `ferry, dam; bridge`. */
export const phrasesOf = (words: string): readonly string[] => words.split(/[,;|]/);

/** Finds a channel's feeds that ended after the last sent slot of a schedule was due. */
export const endedIn =
  (database: Kysely<Schema>): ArchiveNews['ended'] =>
  async ({ platform, workspace, channel }, schedule) => {
    const { rows } = await sql<{ title: string; url: string }>`
      select distinct f.title, f.url from subscription s join feed f on f.id = s.feed
      where s.platform = ${platform} and s.workspace = ${workspace}
        and s.channel in (${channel}, ${WHOLE_WORKSPACE}) and s.paused is null
        and f.ended > coalesce((
          select max(due) from slot where schedule = ${schedule} and platform = ${platform}
            and workspace = ${workspace} and state = 'sent'), 0)
      order by f.title`.execute(database);
    return rows.map(({ title, url }) => title || url);
  };
