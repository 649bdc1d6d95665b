import { setImmediate } from 'node:timers/promises';
import type { Article } from '#core/article';
import type { CatalogEntry } from '#core/catalog';
import type { Target } from '#core/publisher';
import type { ArchivedHead, ArchiveNews } from '#core/storage/archive';

/** Briefings of archived articles, loaded while posts are being prepared. */
const MAX_AT_HAND = 64;

/** Archived articles for posts: new ones, and those that a post shows, with their briefings. */
export interface ArchivedArticles {
  /** The newest first, from an instant on. */
  unseen(target: Target, about: string | undefined, since: number): Promise<readonly ArchivedHead[]>;
  /** The titles of feeds of the channel that have ended since the last post of a schedule. */
  ended(target: Target, schedule: string): Promise<readonly string[]>;
  /** Loads these articles; an article that no longer exists is left out. */
  load(ids: readonly string[]): Promise<void>;
  byId(id: string): CatalogEntry | undefined;
  /** Articles as stored, without their briefings. */
  texts(ids: readonly string[]): Promise<ReadonlyMap<string, Article>>;
}

export function makeArchivedArticles(
  archive: ArchiveNews,
  brief: (article: Article) => Promise<CatalogEntry>,
): ArchivedArticles {
  const atHand = new Map<string, CatalogEntry>();

  const load = async (id: string): Promise<void> => {
    const found = await archive.load(id);
    if (!found) return;
    const known = atHand.get(id);
    const isSame = known?.version === found.version;
    const entry = known && isSame ? known : { ...(await brief(found.article)), version: found.version };
    atHand.delete(id);
    atHand.set(id, entry);
    for (const oldest of atHand.keys()) {
      if (atHand.size <= MAX_AT_HAND) break;
      atHand.delete(oldest);
    }
    // Yields between two articles, so that requests are answered meanwhile.
    if (!isSame) await setImmediate();
  };

  return {
    unseen: (target, about, since) => archive.unseen(target, about, since),
    ended: (target, schedule) => archive.ended(target, schedule),
    load: async (ids) => {
      for (const id of ids) await load(id);
    },
    byId: (id) => atHand.get(id),
    texts: async (ids) => {
      const found = await Promise.all(ids.map(async (id) => [id, (await archive.load(id))?.article] as const));
      return new Map(found.flatMap(([id, article]) => (article ? [[id, article] as const] : [])));
    },
  };
}
