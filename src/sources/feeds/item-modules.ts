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
  ...mediaDescriptions(item),
];

type WithMedia = Pick<Item, 'media'>;

/** The places where Media RSS describes an item: itself, a group of files, a file. */
const mediaOf = ({ media }: WithMedia) => [
  media,
  ...(media?.groups ?? []).flatMap((group) => [group, ...(group.contents ?? [])]),
  ...(media?.contents ?? []),
];

export const mediaDescriptions = (item: WithMedia): readonly (string | undefined)[] =>
  mediaOf(item).map((part) => part?.description?.value);

export const mediaTitle = (item: WithMedia): string | undefined =>
  mediaOf(item).find((part) => part?.title?.value)?.title?.value;

// Ann Lee (ann@news.example)   ann@news.example (Ann Lee)   Ann Lee <ann@news.example>
const EMAIL = /(?:mailto:)?[\w.+-]{1,64}@[\w.-]{1,200}/gi;

/** `By Ann Lee` → `Ann Lee`, without an e-mail address. */
export function nameOf(name: string): string {
  const plain = plainTitle(name);
  const bare = plain.includes('@') ? plain.replace(EMAIL, '').replace(/^[\s(<]+|[\s)>]+$|[(<]\s*[)>]/g, '') : plain;
  return bare.trim().replace(/^by\s+(?=\p{Lu})/iu, '');
}

export const names = (people: readonly { readonly name?: unknown }[] | undefined): string[] =>
  (people ?? []).flatMap(({ name }) => (typeof name === 'string' ? [name] : []));
