import type { FeedHub } from '#core/storage/feed-store';
import type { Fetched } from '../fetch/index.ts';
import type { ParsedFeed } from './feed.ts';
import { absoluteLink } from './links.ts';

/** A link of a feed to its hub, or to itself. */
interface Link {
  readonly href?: unknown;
  readonly rel?: string | undefined;
}

/** The hub that a feed names in its links, and its own address. */
export function hubLinks(links: readonly Link[] | undefined, url: string): Pick<ParsedFeed, 'hub' | 'self'> {
  const find = (wanted: string): string | undefined => {
    const link = links?.find(({ rel }) => rel === wanted);
    return typeof link?.href === 'string' ? absoluteLink(link.href, url) : undefined;
  };
  const [hub, self] = [find('hub'), find('self')];
  return { ...(hub === undefined ? {} : { hub }), ...(self === undefined ? {} : { self }) };
}

// <https://hub.example/>; rel="hub", <https://news.example/feed>; rel="self"
const HEADER_LINK = /<([^<>]{1,2000})>\s*;([^<>]{0,500})/g;

/** The hub of a feed, named in headers or in the feed (https://www.w3.org/TR/websub/#discovery). */
export function hubOf({ headers, url }: Fetched, { hub, self }: ParsedFeed): FeedHub | undefined {
  const named = Array.from((headers.link ?? '').matchAll(HEADER_LINK), ([, href, parameters = '']) => ({
    href,
    rel: /\brel\s*=\s*"?([\w-]+)"?/i.exec(parameters)?.[1]?.toLowerCase(),
  }));
  const inHeader = hubLinks(named, url);
  const address = inHeader.hub ?? hub;
  return address === undefined ? undefined : { url: address, topic: inHeader.self ?? self ?? url };
}
