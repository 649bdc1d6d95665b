import type { Command, Context } from '#core/commands/command';
import type { Invocation } from '#core/commands/invocation';
import type { Translate } from '#core/messages/index';
import type { Reply } from '#core/reply';
import { truncateForDisplay } from '#lookup';
import { searchCatalog } from '#lookup/catalog-search';
import { entryContains } from '#lookup/search';
import { sinceOf } from '#lookup/since';
import { answer, articles, noArticles, pageNumber, paragraph } from '#replies';
import { FOUND_A_PAGE, listedArticles } from '#replies/archive';
import { PAGE } from './options.ts';

/** `/articles`: lists the available articles. */
export default {
  name: 'articles',
  description: 'List the articles, newest first',
  options: [
    {
      name: 'about',
      description: 'Only articles with these words in the title, publisher, speakers or text',
      type: 'text',
      main: true,
    },
    { name: 'source', description: 'Only from this publisher', type: 'text' },
    { name: 'since', description: 'Published since: 7d, yesterday or 2024-10-01', type: 'text', maxLength: 20 },
    PAGE,
  ],
  examples: ['/articles', '/articles about:Ukraine'],
  async run(invocation, context) {
    const { about, source, since, page } = invocation.options;
    const kept = await listed(invocation, context);
    if (kept) return kept;
    const { catalog, t } = context;
    const entries = catalog.entries();
    // With feeds, a filter can be what leaves none.
    const isFiltered = context.archive !== undefined && (about ?? source ?? since) !== undefined;
    if (entries.length === 0 && !isFiltered) return noArticles(catalog.loadErrors(), t);
    const ids = new Set(
      searchCatalog(catalog, { source, since: instantOf(since, context), most: 0 }).heads.map(({ id }) => id),
    );
    const fitting = entries.flatMap((entry, at) =>
      ids.has(entry.article.id) && (about === undefined || entryContains(entry, about))
        ? [{ ...entry, number: at + 1 }]
        : [],
    );
    if (fitting.length === 0) return noneFitting({ about, source }, t);
    return articles(fitting, catalog.loadErrors(), { about, page: pageNumber(page) }, t);
  },
} satisfies Command;

function noneFitting(
  { about, source }: { about?: string | undefined; source?: string | undefined },
  t: Translate,
): Reply {
  if (about !== undefined) return answer(paragraph(t('articles.noneAbout', { about: truncateForDisplay(about) })));
  if (source !== undefined) return answer(paragraph(t('articles.noneFrom', { source: truncateForDisplay(source) })));
  return answer(paragraph(t('articles.noneSince')));
}

const instantOf = (since: string | undefined, { archive }: Context): number | undefined =>
  since === undefined ? undefined : sinceOf(since, archive?.now() ?? 0);

/** The articles of the workspace’s feeds and of the folder; undefined if the feeds have no articles yet. */
async function listed({ options }: Invocation, context: Context): Promise<Reply | undefined> {
  const { archive, requester, catalog } = context;
  const { about, source, since } = options;
  if (!archive || !requester?.scope) return undefined;
  const page = pageNumber(options.page);
  const query = { words: about, source, since: instantOf(since, context), most: page * FOUND_A_PAGE };
  const kept = await archive.articles(requester.scope, query);
  if (kept.total === 0) return undefined;
  const own = searchCatalog(catalog, query).heads;
  const all = [...kept.heads, ...own].toSorted((a, b) => b.published - a.published);
  return listedArticles(
    {
      heads: all.slice((page - 1) * FOUND_A_PAGE, page * FOUND_A_PAGE),
      total: kept.total + own.length,
      page,
      loadErrors: catalog.loadErrors(),
    },
    { about, source, since },
    context.t,
  );
}
