import type { LoadError } from '#core/catalog';
import type { Block, Reply, RichText } from '#core/reply';
import { type ArchivedHead, type FoundQuote, MOST_COUNTED } from '#core/storage/archive';
import { truncateForDisplay } from '#text/fold';
import { loadErrorBlocks } from './articles.ts';
import { action, actions, answer, context, count, heading, list, paragraph, select, strong } from './blocks.ts';
import { showDay } from './dates.ts';
import { hrefOf } from './evidence.ts';

/** So many of each are still taken in at a glance. */
export const FOUND_A_PAGE = 10;

/** As many articles as stand beneath the quotations. */
const ARTICLES_BENEATH = 5;

/** What was asked for, as it is typed again for the next page. */
export type Asked = Readonly<Record<string, string | undefined>>;

const day = (at: number): string => (at === 0 ? '' : showDay({ at: new Date(at).toISOString() }));

const where = ({ publisher, published }: ArchivedHead): string =>
  [publisher ?? '', day(published)].filter((text) => text !== '').join(', ');

export interface Found {
  readonly quotes: readonly FoundQuote[];
  readonly quotesInAll: number;
  readonly heads: readonly ArchivedHead[];
  readonly articlesInAll: number;
  readonly page: number;
}

/** Quotations and articles that hold the words, each with who, where and when. */
export function found({ quotes, quotesInAll, heads, articlesInAll, page }: Found, asked: Asked): Reply {
  if (quotesInAll + articlesInAll === 0) return nothingFound(asked);
  const pages = Math.max(1, Math.ceil(quotesInAll / FOUND_A_PAGE));
  return answer(
    heading(`Found: ${wordsAsked(asked)}`, 2),
    context(
      [countFound(quotesInAll, 'quotation'), countFound(articlesInAll, 'article'), ...pageOf(page, quotesInAll)].join(
        ' · ',
      ),
    ),
    ...quotes.map(quoteBlock),
    page === 1 && heads.length > 0 ? heading('Articles', 3) : undefined,
    page === 1 ? list(heads.slice(0, ARTICLES_BENEATH).map(headLine)) : undefined,
    actions(
      page > 1 ? action('Previous', 'search', { ...asked, page: String(page - 1) }) : undefined,
      page < pages ? action('Next', 'search', { ...asked, page: String(page + 1) }) : undefined,
      articlesInAll > ARTICLES_BENEATH && asked.words !== undefined
        ? action('All articles', 'articles', { about: asked.words, source: asked.source, since: asked.since })
        : undefined,
    ),
    briefChoice([...quotes.map(({ article }) => article), ...heads]),
  );
}

const countFound = (total: number, what: string): string =>
  total < MOST_COUNTED ? count(total, what) : `${MOST_COUNTED} ${what}s or more`;

/** Where there is more than one page; of what was not counted to its end, without how many there are. */
function pageOf(page: number, total: number): string[] {
  const pages = Math.ceil(total / FOUND_A_PAGE);
  if (pages <= 1) return [];
  return [total < MOST_COUNTED ? `page ${page} of ${pages}` : `page ${page}`];
}

const wordsAsked = ({ words, speaker }: Asked): string =>
  [
    ...(words === undefined ? [] : [`“${truncateForDisplay(words)}”`]),
    ...(speaker === undefined ? [] : [`by ${truncateForDisplay(speaker)}`]),
  ].join(' ');

const nothingFound = (asked: Asked): Reply =>
  answer(paragraph(`Nothing was found for ${wordsAsked(asked)}${asked.since === undefined ? '' : ' since then'}.`));

function quoteBlock({ article, speaker, office, words, paragraph: number }: FoundQuote): Block {
  const href = hrefOf(article.url, words);
  const by: RichText =
    speaker === '' ? ['speaker unclear'] : [strong(speaker), ...(office === '' ? [] : [`, ${office}`])];
  return {
    type: 'quote',
    text: words,
    by: [...by, ` · ${[article.title, where(article)].filter((text) => text !== '').join(' · ')}`],
    evidence: { paragraph: number, ...(href === undefined ? {} : { href }) },
  };
}

const headLine = (head: ArchivedHead): RichText => [
  strong(head.title),
  ` — ${where(head)}`,
  ` · ${head.summaryOnly ? 'summary only' : count(head.quotes, 'quotation')} · `,
  { text: head.id, style: 'code' },
];

/** One of several articles, to be briefed. */
function briefChoice(heads: readonly ArchivedHead[]): Block | undefined {
  const [only, ...others] = [...new Map(heads.map((head) => [head.id, head])).values()];
  if (only && others.length === 0) return actions(action('Brief', 'brief', { article: only.id }));
  return select(
    { label: 'Brief an article', command: 'brief', option: 'article', options: {} },
    heads.map(({ id, title }) => ({ label: title, value: id })),
  );
}

export interface ListedArticles {
  readonly heads: readonly ArchivedHead[];
  readonly total: number;
  readonly page: number;
  readonly loadErrors: readonly LoadError[];
}

/** The articles of the folder and of the channel’s feeds, newest first. */
export function listedArticles({ heads, total, page, loadErrors }: ListedArticles, asked: Asked): Reply {
  const pages = Math.max(1, Math.ceil(total / FOUND_A_PAGE));
  const about = asked.about === undefined ? '' : ` about “${truncateForDisplay(asked.about)}”`;
  return answer(
    heading('Articles', 2),
    context([`${countFound(total, 'article')}${about}`, ...pageOf(page, total)].join(' · ')),
    list(heads.map(headLine)),
    ...loadErrorBlocks(loadErrors),
    actions(
      page > 1 ? action('Previous', 'articles', { ...asked, page: String(page - 1) }) : undefined,
      page < pages ? action('Next', 'articles', { ...asked, page: String(page + 1) }) : undefined,
    ),
    briefChoice(heads),
  );
}
