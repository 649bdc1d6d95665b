import type { CatalogEntry, LoadError } from '#core/catalog';
import { inEnglish, type Translate } from '#core/messages/index';
import type { Block, Reply, RichText } from '#core/reply';
import { truncateForDisplay } from '#lookup';
import { action, actions, answer, context, heading, list, paragraph, select, strong } from './blocks.ts';
import { credits } from './brief.ts';
import { showDay } from './dates.ts';
import { pageLabel, pageOf } from './pages.ts';

/** The maximum number of lines per page. */
const ARTICLES_PER_PAGE = 10;

export interface ArticlesQuery {
  readonly about: string | undefined;
  readonly page: number;
}

/** An article with its number in the full list, by which it can be requested. */
export interface NumberedEntry extends CatalogEntry {
  readonly number: number;
}

/** Lists the loaded articles, newest first, and the files that failed to load. */
export function articles(
  entries: readonly NumberedEntry[],
  faults: readonly LoadError[],
  query: ArticlesQuery,
  t: Translate = inEnglish,
): Reply {
  const page = pageOf(entries, query.page, ARTICLES_PER_PAGE);
  const pageAction = (label: string, number: number) =>
    action(label, 'articles', { about: query.about, page: String(number) });
  const [only, ...others] = page.items;
  return answer(
    heading(t('articles.title'), 2),
    context([countOf(entries, query.about, t), pageLabel(page, t)].filter((text) => text !== '').join(' · ')),
    list(page.items.map((entry) => articleLine(entry, t))),
    ...loadErrorBlocks(faults, t),
    actions(
      page.number > 1 ? pageAction(t('page.previous'), page.number - 1) : undefined,
      page.number < page.pages ? pageAction(t('page.next'), page.number + 1) : undefined,
      only && others.length === 0 ? action(t('articles.brief'), 'brief', { article: only.article.id }) : undefined,
    ),
    select(
      { label: t('articles.choose'), command: 'brief', option: 'article', options: {} },
      page.items.map(({ article: { id, title } }) => ({ label: title, value: id })),
    ),
  );
}

const countOf = (entries: readonly NumberedEntry[], about: string | undefined, t: Translate): string =>
  about === undefined
    ? t('articles.count', { count: entries.length })
    : t('articles.countAbout', { count: entries.length, about: truncateForDisplay(about) });

const articleLine = ({ article, briefing, number }: NumberedEntry, t: Translate): RichText => [
  `${number}. `,
  strong(article.title),
  ' — ',
  ...credits(briefing, showDay, t),
  ` · ${t('quotes.countQuotations', { count: briefing.quotes.length })} · `,
  { text: article.id, style: 'code' },
];

/** The maximum number of failures shown; the rest appear once these are fixed. */
const MAX_LOAD_ERRORS = 10;

/** The files that failed to load, each with its reason; empty if there are none. */
export function loadErrorBlocks(
  faults: readonly LoadError[],
  t: Translate = inEnglish,
): readonly (Block | undefined)[] {
  if (faults.length === 0) return [];
  const hidden = faults.length - MAX_LOAD_ERRORS;
  return [
    heading(t('articles.notLoaded'), 3),
    list([
      ...faults
        .slice(0, MAX_LOAD_ERRORS)
        .map(({ file, message }): RichText => [{ text: fileName(file), style: 'code' }, ` — ${t.message(message)}`]),
      ...(hidden > 0 ? [[t('more', { count: hidden })]] : []),
    ]),
  ];
}

/** Removes the server's file path, which must not be shown in a chat. */
const fileName = (file: string): string => file.split(/[\\/]/).at(-1) ?? file;

/** The reply if no article is loaded. */
export const noArticles = (faults: readonly LoadError[], t: Translate = inEnglish): Reply =>
  answer(paragraph(t('articles.noneYet')), ...loadErrorBlocks(faults, t));
