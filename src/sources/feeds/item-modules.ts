import type { RdfFeed, RssFeed } from 'feedsmith';
import { plainTitle } from './plain-text.ts';

type Item = RssFeed.Item<string> | RdfFeed.Item<string>;

/** Authors as the item names them, else as its modules for podcasts and media do. */
export function itemAuthors(item: Item): readonly string[] {
  const own = 'authors' in item ? item.authors : undefined;
  const named = [...names(own), ...(item.dc?.creators ?? []), ...names(item.atom?.authors)];
  if (named.length > 0) return named;
  const credits = (item.media?.credits ?? []).filter(({ role }) => role === 'author' || role === 'reporter');
  return [...('itunes' in item ? [item.itunes?.author] : []), ...credits.map(({ value }) => value)].filter(
    (name) => name !== undefined,
  );
}

/** Descriptions by the modules for podcasts and media. */
export const itemDescriptions = (item: Item): readonly (string | undefined)[] => [
  'itunes' in item ? item.itunes?.summary : undefined,
  item.media?.description?.value,
  item.media?.groups?.[0]?.description?.value,
];

/** `By Ann Lee` → `Ann Lee` */
export const nameOf = (name: string): string => plainTitle(name).replace(/^by\s+(?=\p{Lu})/iu, '');

export const names = (people: readonly { readonly name?: unknown }[] | undefined): string[] =>
  (people ?? []).flatMap(({ name }) => (typeof name === 'string' ? [name] : []));
