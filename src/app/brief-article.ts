import type { Article } from '#core/article';
import type { CatalogEntry } from '#core/catalog';

/** Analyses an article of the archive again; the code for it is loaded on first use. */
export async function briefArticle(article: Article): Promise<CatalogEntry> {
  const { brief } = await import('#briefing');
  return { article, briefing: brief(article) };
}
