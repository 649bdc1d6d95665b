import type { Article } from '#core/article';
import type { CatalogEntry } from '#core/catalog';

/** Reads an article of the archive again; what that takes is loaded when the first is asked for. */
export async function briefArticle(article: Article): Promise<CatalogEntry> {
  const { brief } = await import('#briefing');
  return { article, briefing: brief(article) };
}
