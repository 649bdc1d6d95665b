import type { Command } from '#core/commands/command';
import { UserError } from '#core/errors';
import { message } from '#core/messages/index';
import type { ArchiveQuery } from '#core/storage/archive';
import { searchCatalog } from '#lookup/catalog-search';
import { sinceOf } from '#lookup/since';
import { pageNumber } from '#replies';
import { FOUND_A_PAGE, found } from '#replies/archive';
import { PAGE } from './options.ts';

/** `/search`: finds quotations and articles in everything that was read. */
export default {
  name: 'search',
  description: 'Search the quotations and articles of this workspace',
  options: [
    { name: 'words', description: 'Words that all must occur', type: 'text', main: true },
    { name: 'speaker', description: 'Only quotations of this speaker, by name or office', type: 'text' },
    { name: 'since', description: 'Published since: 7d, yesterday or 2024-10-01', type: 'text', maxLength: 20 },
    { name: 'source', description: 'Only from this publisher', type: 'text' },
    PAGE,
  ],
  examples: ['/search ceasefire', '/search speaker:"Kim Tae-hyo" since:30d'],
  async run({ options: { words, speaker, since, source, page: typed } }, { catalog, archive, requester, t }) {
    if (words === undefined && speaker === undefined) throw new UserError(message('search.ask'));
    const page = pageNumber(typed);
    const query: ArchiveQuery = {
      ...{ words, speaker, source, most: page * FOUND_A_PAGE },
      since: since === undefined ? undefined : sinceOf(since, archive?.now() ?? 0),
    };
    const own = searchCatalog(catalog, query);
    const requestScope = requester?.scope;
    const kept = archive && requestScope ? await archive.quotes(requestScope, query) : { total: 0, quotes: [] };
    const articles =
      archive && requestScope && words !== undefined && speaker === undefined
        ? await archive.articles(requestScope, { ...query, order: 'best', most: FOUND_A_PAGE })
        : { total: 0, heads: [] };
    const heads = speaker === undefined ? own.heads : [];
    const quotes = [...kept.quotes, ...own.quotes].toSorted((a, b) => b.article.published - a.article.published);
    const asked = { words, speaker, since, source };
    return found(
      {
        quotes: quotes.slice((page - 1) * FOUND_A_PAGE, page * FOUND_A_PAGE),
        quotesInAll: kept.total + own.quotes.length,
        heads: [...articles.heads, ...heads],
        articlesInAll: articles.total + heads.length,
        page,
      },
      asked,
      t,
    );
  },
} satisfies Command;
