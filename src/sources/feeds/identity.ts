import { hash } from 'node:crypto';
import { linkKey } from '#text/link-key';
import { firstPart } from '#text/truncate';
import type { FeedItem } from './feed.ts';
import { pathKey } from './links.ts';

/**
 * The keys that identify an item across changes of its feed: a GUID that changes from http to https, a new host, a
 * corrected date, an edited title. An item is known if any of its keys is. An item without keys cannot be told from
 * others, and is skipped.
 */
export interface KeyedItem {
  readonly item: FeedItem;
  readonly keys: readonly string[];
}

/** Returns the items of a document with their keys, without duplicates. */
export function keyItems(items: readonly FeedItem[]): readonly KeyedItem[] {
  const sharedIds = sharedBy(
    items,
    ({ id }) => id && idKey(id),
    ({ url, title }) => (url ? linkKey(url) : words(title)),
  );
  const sharedLinks = sharedBy(
    items,
    ({ url }) => url && linkKey(url),
    ({ title }) => words(title),
  );
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const keys = keysOf(item, sharedIds, sharedLinks);
    const isKnown = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return isKnown || keys.length === 0 ? [] : [{ item, keys }];
  });
}

function keysOf(item: FeedItem, sharedIds: ReadonlySet<string>, sharedLinks: ReadonlySet<string>): readonly string[] {
  const { id, url, published } = item;
  const title = words(item.title);
  const [own, link] = [id && idKey(id), url && linkKey(url)];
  const named = title.split(' ').length >= MIN_TITLE_WORDS ? title : undefined;
  return [
    ...(own && !sharedIds.has(own) ? [`id ${own}`] : []),
    ...(link && !sharedLinks.has(link) ? [`link ${link}`] : []),
    // A site that changes its host keeps its paths and titles.
    ...(url && pathKey(url).length > 1 && title !== '' ? [`path ${pathKey(url)} ${title}`] : []),
    ...(named !== undefined && published !== undefined ? [`title ${published} ${named}`] : []),
    ...(id === undefined && url === undefined && title !== ''
      ? [`words ${title} ${firstPart(words(item.content ?? ''), 200)}`]
      : []),
  ].map(short);
}

/** A short title such as `Live updates` does not identify an item. */
const MIN_TITLE_WORDS = 3;

/** A GUID that is an address is normalized as one. */
const idKey = (id: string): string => (/^https?:/i.test(id) ? linkKey(id) : id.trim());

const words = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Values shared by several items that differ otherwise: they identify none of them. */
function sharedBy(
  items: readonly FeedItem[],
  keyFor: (item: FeedItem) => string | undefined,
  other: (item: FeedItem) => string,
): ReadonlySet<string> {
  const groups = Map.groupBy(items, keyFor);
  return new Set([...groups].flatMap(([value, group]) => (value && new Set(group.map(other)).size > 1 ? [value] : [])));
}

const short = (key: string): string => hash('sha256', key, 'base64url').slice(0, 22);

/** A digest of the content of an item; it changes if the item is edited. */
export const itemDigest = ({ title, content = '' }: FeedItem): string =>
  short(`${title}\n${content.replace(/\s+/g, ' ')}`);
