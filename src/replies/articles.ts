import type { CatalogEntry, LoadError } from '#core/catalog';
import type { Block, Reply, RichText } from '#core/reply';
import { truncateForDisplay } from '#lookup';
import { action, actions, answer, context, count, heading, list, paragraph, select, strong } from './blocks.ts';
import { credits } from './brief.ts';
import { showDay } from './dates.ts';
import { pageLabel, pageOf } from './pages.ts';

/** So many lines are still taken in at a glance. */
const ARTICLES_PER_PAGE = 10;

export interface ArticlesQuery {
  readonly about: string | undefined;
  readonly page: number;
}

/** An article with its number among all of them, by which it can be asked for. */
export interface NumberedEntry extends CatalogEntry {
  readonly number: number;
}

/** What is loaded, newest first, and which files could not be. */
export function articles(entries: readonly NumberedEntry[], faults: readonly LoadError[], query: ArticlesQuery): Reply {
  const page = pageOf(entries, query.page, ARTICLES_PER_PAGE);
  const pageAction = (label: string, number: number) =>
    action(label, 'articles', { about: query.about, page: String(number) });
  const [only, ...others] = page.items;
  return answer(
    heading('Articles', 2),
    context([countOf(entries, query.about), pageLabel(page)].filter((text) => text !== '').join(' · ')),
    list(page.items.map(articleLine)),
    ...loadErrorBlocks(faults),
    actions(
      page.number > 1 ? pageAction('Previous', page.number - 1) : undefined,
      page.number < page.pages ? pageAction('Next', page.number + 1) : undefined,
      only && others.length === 0 ? action('Brief', 'brief', { article: only.article.id }) : undefined,
    ),
    select(
      { label: 'Brief an article', command: 'brief', option: 'article', options: {} },
      page.items.map(({ article: { id, title } }) => ({ label: title, value: id })),
    ),
  );
}

const countOf = (entries: readonly NumberedEntry[], about: string | undefined): string =>
  `${count(entries.length, 'article')}${about === undefined ? '' : ` about “${truncateForDisplay(about)}”`}`;

const articleLine = ({ article, briefing, number }: NumberedEntry): RichText => [
  `${number}. `,
  strong(article.title),
  ' — ',
  ...credits(briefing, showDay),
  ` · ${count(briefing.quotes.length, 'quotation')} · `,
  { text: article.id, style: 'code' },
];

/** Further faults are shown once these are fixed. */
const MAX_LOAD_ERRORS = 10;

/** The files that could not be taken in, each with its reason; none where there are none. */
export function loadErrorBlocks(faults: readonly LoadError[]): readonly (Block | undefined)[] {
  if (faults.length === 0) return [];
  const hidden = faults.length - MAX_LOAD_ERRORS;
  return [
    heading('Not loaded', 3),
    list([
      ...faults
        .slice(0, MAX_LOAD_ERRORS)
        .map(({ file, message }): RichText => [{ text: fileName(file), style: 'code' }, ` — ${message}`]),
      ...(hidden > 0 ? [[`+${hidden} more`]] : []),
    ]),
  ];
}

/** A file's path on the server must not be shown in a chat. */
const fileName = (file: string): string => file.split(/[\\/]/).at(-1) ?? file;

/** Where nothing is loaded yet. */
export const noArticles = (faults: readonly LoadError[]): Reply =>
  answer(
    paragraph('There is no article yet: put a Markdown, text or HTML file into the content folder.'),
    ...loadErrorBlocks(faults),
  );
