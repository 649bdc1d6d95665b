import type { Article } from '#core/article';
import type { SeenArticle } from '#core/storage/store';
import { spanText } from '#core/text/span-text';
import { wordsOf } from '#text/fold';
import { linkKey } from '#text/link-key';

interface Dated extends SeenArticle {
  readonly published: number;
  readonly copies?: readonly SeenArticle[];
}

/** How many words at the start of the first paragraph are compared. */
const FIRST_WORDS = 12;
/** Shorter articles, such as a summary, can begin alike. */
const MIN_FIRST_WORDS = 6;

/**
 * Merges copies of one article, such as a file of the folder and an item of a feed: those with the same address, and
 * those of one publisher with the same title and first words. The fullest copy is kept, dated by the newest one.
 */
export function withoutCopies<T extends Dated>(
  articles: readonly T[],
  texts: ReadonlyMap<string, Article>,
): readonly (T | (T & { readonly copies: readonly SeenArticle[] }))[] {
  const groups: { readonly members: T[]; readonly keys: Set<string> }[] = [];
  for (const item of articles) {
    const text = texts.get(item.article);
    const keys = text ? keysOf(text) : [];
    const group = groups.find(
      ({ members: [first], keys: known }) =>
        keys.some((key) => known.has(key)) && !differ(text, first && texts.get(first.article), keys, known),
    );
    if (group) {
      group.members.push(item);
      for (const key of keys) group.keys.add(key);
    } else groups.push({ members: [item], keys: new Set(keys) });
  }
  return groups.flatMap(({ members }) => {
    const [lead, ...others] = members.toSorted(
      (a, b) => lengthOf(texts.get(b.article)) - lengthOf(texts.get(a.article)),
    );
    if (!lead || others.length === 0) return lead ?? [];
    const copies = others.map(({ article, version }) => ({ article, version }));
    return { ...lead, published: Math.max(...members.map(({ published }) => published)), copies };
  });
}

function keysOf(article: Article): readonly string[] {
  const paragraph = article.parts.find(({ kind }) => kind === 'paragraph');
  const words = paragraph ? wordsOf(spanText(article, paragraph.span)).slice(0, FIRST_WORDS) : [];
  const text = words.length >= MIN_FIRST_WORDS ? [`text ${wordsOf(article.title).join(' ')} ${words.join(' ')}`] : [];
  const link = linkKey(article.url ?? '');
  // The address of a whole site is of all its articles.
  return [...(/[/?]/.test(link) ? [link] : []), ...text];
}

/** Whether two articles with the same words are of two publishers: one printed what the other wrote. */
function differ(
  a: Article | undefined,
  b: Article | undefined,
  keys: readonly string[],
  known: ReadonlySet<string>,
): boolean {
  if (keys.some((key) => !key.startsWith('text ') && known.has(key))) return false;
  return (
    a?.publisher !== undefined &&
    b?.publisher !== undefined &&
    wordsOf(a.publisher).join() !== wordsOf(b.publisher).join()
  );
}

/** The length of the text of an article, without the markup between its parts. */
export const lengthOf = (article: Article | undefined): number =>
  (article?.parts ?? []).reduce((sum, { span }) => sum + span.end - span.start, 0);
