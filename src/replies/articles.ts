import type { Entry, Fault } from '#core/catalog';
import type { Block, Reply, RichText } from '#core/reply';
import { echo } from '#lookup';
import { action, actions, answer, context, count, heading, list, paragraph, select, strong } from './blocks.ts';
import { credits } from './brief.ts';
import { showDay } from './dates.ts';
import { pageOf, showPage } from './pages.ts';

/** So many lines are still taken in at a glance. */
const ARTICLES_A_PAGE = 10;

export interface ArticlesAsked {
  readonly about: string | undefined;
  readonly page: number;
}

/** What is loaded, newest first, and which files could not be. */
export function articles(entries: readonly Entry[], faults: readonly Fault[], asked: ArticlesAsked): Reply {
  const page = pageOf(entries, asked.page, ARTICLES_A_PAGE);
  const turn = (label: string, number: number) =>
    action(label, 'articles', { about: asked.about, page: String(number) });
  const [only, ...others] = page.items;
  return answer(
    heading('Articles', 2),
    context([countOf(entries, asked.about), showPage(page)].filter((text) => text !== '').join(' · ')),
    list(page.items.map(line)),
    ...faultBlocks(faults),
    actions(
      page.number > 1 ? turn('Previous', page.number - 1) : undefined,
      page.number < page.pages ? turn('Next', page.number + 1) : undefined,
      only && others.length === 0 ? action('Brief', 'brief', { article: only.article.id }) : undefined,
    ),
    select(
      { label: 'Brief an article', command: 'brief', option: 'article', options: {} },
      page.items.map(({ article: { id, title } }) => ({ label: title, value: id })),
    ),
  );
}

const countOf = (entries: readonly Entry[], about: string | undefined): string =>
  `${count(entries.length, 'article')}${about === undefined ? '' : ` about “${echo(about)}”`}`;

const line = ({ article, briefing }: Entry): RichText => [
  strong(article.title),
  ' — ',
  ...credits(briefing, showDay),
  ` · ${count(briefing.quotes.length, 'quotation')} · `,
  { text: article.id, style: 'code' },
];

/** Whoever has more to mend sees the next ones when these are mended. */
const MOST_FAULTS = 10;

/** The files that could not be taken in, each with its reason; none where there are none. */
function faultBlocks(faults: readonly Fault[]): readonly (Block | undefined)[] {
  if (faults.length === 0) return [];
  const hidden = faults.length - MOST_FAULTS;
  return [
    heading('Not loaded', 3),
    list([
      ...faults
        .slice(0, MOST_FAULTS)
        .map(({ file, message }): RichText => [{ text: nameOf(file), style: 'code' }, ` — ${message}`]),
      ...(hidden > 0 ? [[`+${hidden} more`]] : []),
    ]),
  ];
}

/** Where a file lies on its machine is nobody's business in a chat. */
const nameOf = (file: string): string => file.split(/[\\/]/).at(-1) ?? file;

/** Where nothing is loaded yet. */
export const noArticles = (faults: readonly Fault[]): Reply =>
  answer(
    paragraph('There is no article yet: put a Markdown, text or HTML file into the content folder.'),
    ...faultBlocks(faults),
  );
