import type { LoadError } from '#core/catalog';
import type { Translate } from '#core/messages/index';
import type { Block, Reply, RichText } from '#core/reply';
import { type ArchivedHead, type FoundQuote, MOST_COUNTED } from '#core/storage/archive';
import { truncateForDisplay } from '#text/fold';
import { loadErrorBlocks } from './articles.ts';
import { action, actions, answer, context, heading, list, paragraph, select, strong } from './blocks.ts';
import { showDay } from './dates.ts';
import { evidenceIn } from './evidence.ts';

/** The maximum number of quotations, and of articles, per page. */
export const FOUND_A_PAGE = 10;

/** The maximum number of articles shown below the quotations. */
const MAX_ARTICLES = 5;

/** The query, repeated in the request for the next page. */
export type Asked = Readonly<Record<string, string | undefined>>;

const day = (at: number, t: Translate): string => (at === 0 ? '' : showDay({ at: new Date(at).toISOString() }, t));

const where = ({ publisher, published, withdrawn }: ArchivedHead, t: Translate): string =>
  [publisher ?? '', day(published, t), withdrawn === undefined ? '' : t('search.withdrawn')]
    .filter((text) => text !== '')
    .join(', ');

export interface SearchResults {
  readonly quotes: readonly FoundQuote[];
  readonly quotesInAll: number;
  readonly heads: readonly ArchivedHead[];
  readonly articlesInAll: number;
  readonly page: number;
}

/** Lists quotations and articles that contain the words, each with its speaker, source and date. */
export function found(
  { quotes, quotesInAll, heads, articlesInAll, page }: SearchResults,
  asked: Asked,
  t: Translate,
): Reply {
  if (quotesInAll + articlesInAll === 0) return nothingFound(asked, t);
  const pages = Math.max(1, Math.ceil(quotesInAll / FOUND_A_PAGE));
  return answer(
    heading(t('search.title', { wanted: wordsAsked(asked, t) }), 2),
    context(
      [countQuotations(quotesInAll, t), countArticles(articlesInAll, t), ...pageOf(page, quotesInAll, t)].join(' · '),
    ),
    ...quotes.map((quote) => quoteBlock(quote, t)),
    page === 1 && heads.length > 0 ? heading(t('articles.title'), 3) : undefined,
    page === 1 ? list(heads.slice(0, MAX_ARTICLES).map((head) => headLine(head, t))) : undefined,
    actions(
      page > 1 ? action(t('page.previous'), 'search', { ...asked, page: String(page - 1) }) : undefined,
      page < pages ? action(t('page.next'), 'search', { ...asked, page: String(page + 1) }) : undefined,
      articlesInAll > MAX_ARTICLES && asked.words !== undefined
        ? action(t('search.allArticles'), 'articles', { about: asked.words, source: asked.source, since: asked.since })
        : undefined,
    ),
    briefChoice([...quotes.map(({ article }) => article), ...heads], t),
  );
}

const countQuotations = (total: number, t: Translate): string =>
  total < MOST_COUNTED
    ? t('quotes.countQuotations', { count: total })
    : t('search.quotationsOrMore', { count: MOST_COUNTED });

const countArticles = (total: number, t: Translate): string =>
  total < MOST_COUNTED ? t('articles.count', { count: total }) : t('search.articlesOrMore', { count: MOST_COUNTED });

/** The page label if there is more than one page; without the number of pages if the count was limited. */
function pageOf(number: number, total: number, t: Translate): string[] {
  const pages = Math.ceil(total / FOUND_A_PAGE);
  if (pages <= 1) return [];
  return [total < MOST_COUNTED ? t('page.label', { number, pages }) : t('search.page', { number })];
}

const wordsAsked = ({ words, speaker }: Asked, t: Translate): string =>
  [
    ...(words === undefined ? [] : [t('search.words', { words: truncateForDisplay(words) })]),
    ...(speaker === undefined ? [] : [t('search.by', { speaker: truncateForDisplay(speaker) })]),
  ].join(' ');

function nothingFound(asked: Asked, t: Translate): Reply {
  const { words, speaker = '', since } = asked;
  const wanted = words === undefined ? truncateForDisplay(speaker) : wordsAsked(asked, t);
  return answer(paragraph(t(since === undefined ? 'search.none' : 'search.noneSince', { wanted })));
}

function quoteBlock({ article, speaker, office, words, paragraph: number }: FoundQuote, t: Translate): Block {
  const by: RichText =
    speaker === '' ? [t('search.speakerUnclear')] : [strong(speaker), ...(office === '' ? [] : [`, ${office}`])];
  return {
    type: 'quote',
    text: words,
    by: [...by, ` · ${[article.title, where(article, t)].filter((text) => text !== '').join(' · ')}`],
    evidence: evidenceIn(article, number, words, t),
  };
}

const headLine = (head: ArchivedHead, t: Translate): RichText => [
  strong(head.title),
  ` — ${where(head, t)}`,
  ` · ${head.summaryOnly ? t('search.summaryOnly') : t('quotes.countQuotations', { count: head.quotes })} · `,
  { text: head.id, style: 'code' },
];

/** Selects one of several articles to brief. */
function briefChoice(heads: readonly ArchivedHead[], t: Translate): Block | undefined {
  const [only, ...others] = [...new Map(heads.map((head) => [head.id, head])).values()];
  if (only && others.length === 0) return actions(action(t('articles.brief'), 'brief', { article: only.id }));
  return select(
    { label: t('articles.choose'), command: 'brief', option: 'article', options: {} },
    heads.map(({ id, title }) => ({ label: title, value: id })),
  );
}

export interface ListedArticles {
  readonly heads: readonly ArchivedHead[];
  readonly total: number;
  readonly page: number;
  readonly loadErrors: readonly LoadError[];
}

/** Lists the articles of the folder and of the channel’s feeds, newest first. */
export function listedArticles({ heads, total, page, loadErrors }: ListedArticles, asked: Asked, t: Translate): Reply {
  const pages = Math.max(1, Math.ceil(total / FOUND_A_PAGE));
  const about = asked.about === undefined ? '' : t('search.about', { about: truncateForDisplay(asked.about) });
  return answer(
    heading(t('articles.title'), 2),
    context([`${countArticles(total, t)}${about}`, ...pageOf(page, total, t)].join(' · ')),
    list(heads.map((head) => headLine(head, t))),
    ...loadErrorBlocks(loadErrors, t),
    actions(
      page > 1 ? action(t('page.previous'), 'articles', { ...asked, page: String(page - 1) }) : undefined,
      page < pages ? action(t('page.next'), 'articles', { ...asked, page: String(page + 1) }) : undefined,
    ),
    briefChoice(heads, t),
  );
}
