import type { Article } from '#core/article';
import type { CatalogEntry } from '#core/catalog';
import type { Translate } from '#core/messages/index';
import type { Block, Inline, RichText } from '#core/reply';
import { heading, list, strong } from '../blocks.ts';
import { sourceOf } from '../brief.ts';
import { quoteWithByline } from '../statement.ts';
import { differentWordings, speakerKey } from './wordings.ts';

/** The maximum number of quotations from other articles shown below a story. */
const MAX_QUOTES = 3;

/** `also in The Town Crier, The Herald`: the other publishers of a story. */
export function alsoIn(lead: Article, others: readonly CatalogEntry[], t: Translate): readonly Inline[] {
  const names = others.flatMap(({ article }) => nameOf(article) ?? []).filter((name) => name !== nameOf(lead));
  if (others.length === 0) return [];
  const unique = [...new Set(names)];
  return [
    unique.length > 0
      ? t('post.alsoIn', { names: unique.join(', ') })
      : t('post.toldTimes', { count: others.length + 1 }),
  ];
}

const nameOf = (article: Article): string | undefined => {
  const [source] = sourceOf(article);
  return typeof source === 'string' ? source : source?.text;
};

/** The same story in other articles: source and title of each, and quotations of speakers not quoted in the lead. */
export function otherReports(
  lead: CatalogEntry,
  others: readonly CatalogEntry[],
  t: Translate,
): readonly (Block | undefined)[] {
  if (others.length === 0) return [];
  const heard = new Set(lead.briefing.quotes.flatMap((quote) => speakerKey(quote) ?? []));
  const quotes = others.flatMap(({ article, briefing }) =>
    briefing.quotes.flatMap((quote) => {
      const key = speakerKey(quote);
      if (key === undefined || heard.has(key)) return [];
      heard.add(key);
      return [quoteWithByline(article, quote, t, sourceOf(article))];
    }),
  );
  return [
    heading(t('post.alsoToldBy'), 3),
    list(others.map(({ article }): RichText => [...sourceOf(article), ' — ', strong(article.title)])),
    ...quotes.slice(0, MAX_QUOTES),
    ...differentWordings(lead, others, t),
  ];
}
