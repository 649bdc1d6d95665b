import { type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { parseFeedDate } from './dates.ts';
import type { FeedItem, FeedPace, ParsedFeed } from './feed.ts';
import { hubLinks } from './hub.ts';
import { itemAuthors, itemDescriptions, mediaDescriptions, mediaTitle, nameOf, names } from './item-modules.ts';
import { absoluteLink } from './links.ts';
import { plainTitle } from './plain-text.ts';

type Rss = RssFeed.Item<string>;
type Rdf = RdfFeed.Item<string>;

/**
 * Parses a feed with feedsmith.
 *
 * @param url the address it was fetched from, the base of relative links.
 * @throws if it is not a feed, or is too malformed.
 */
export function readByFeedsmith(text: string, url: string, maxItems: number): ParsedFeed {
  const parsed = parseFeed(text, { maxItems });
  switch (parsed.format) {
    case 'rss':
      return fromRss(parsed.feed, url);
    case 'rdf':
      return fromRdf(parsed.feed, url);
    case 'atom':
      return fromAtom(parsed.feed, url);
    case 'json':
      return fromJson(parsed.feed, url);
  }
}

function fromRss(feed: RssFeed.Feed<string>, url: string): ParsedFeed {
  const base = feed.xml?.base;
  const site = absoluteLink(feed.link ?? alternate(feed.atom?.links), base, url);
  return {
    ...headOf(feed.title ?? feed.dc?.titles?.[0], site),
    pace: paceOf(feed.ttl, feed.skipHours, feed.sy),
    ...hubLinks(feed.atom?.links, url),
    items: (feed.items ?? []).map((item) => rssItem(item, [item.xml?.base, base, site, url])),
  };
}

function fromRdf(feed: RdfFeed.Feed<string>, url: string): ParsedFeed {
  const site = absoluteLink(feed.link, url);
  return {
    ...headOf(feed.title, site),
    pace: paceOf(undefined, undefined, feed.sy),
    items: (feed.items ?? []).map((item) => rssItem(item, [item.xml?.base, site, url], item.rdf?.about)),
  };
}

function rssItem(item: Rss | Rdf, bases: readonly (string | undefined)[], about?: string): FeedItem {
  const guid = 'guid' in item ? item.guid : undefined;
  const permalink = guid && guid.isPermaLink !== false && /^https?:/i.test(guid.value ?? '') ? guid.value : undefined;
  const { atom, dc, dcterms, content } = item;
  return itemOf({
    id: guid?.value ?? atom?.id ?? about,
    url: absoluteLink(item.link ?? alternate(atom?.links) ?? permalink, ...bases),
    title: item.title ?? dc?.titles?.[0] ?? atom?.title?.value ?? mediaTitle(item),
    content: longest(
      content?.encoded,
      atom?.content?.value,
      item.description,
      atom?.summary?.value,
      dc?.descriptions?.[0],
      ...itemDescriptions(item),
    ),
    authors: itemAuthors(item),
    published: [
      'pubDate' in item ? item.pubDate : undefined,
      ...(dc?.dates ?? []),
      ...(dcterms?.issued ?? []),
      ...(dcterms?.created ?? []),
      atom?.published,
      atom?.updated,
    ],
    updated: [...(dcterms?.modified ?? []), atom?.updated],
  });
}

function fromAtom(feed: AtomFeed.Feed<string>, url: string): ParsedFeed {
  const base = feed.xml?.base;
  const site = absoluteLink(alternate(feed.links), base, url);
  return {
    ...headOf(feed.title?.value, site),
    pace: paceOf(undefined, undefined, feed.sy),
    ...hubLinks(feed.links, url),
    items: (feed.entries ?? []).map((entry) =>
      itemOf({
        id: entry.id,
        url: absoluteLink(
          alternate(entry.links) ?? (/^https?:/i.test(entry.id ?? '') ? entry.id : undefined),
          entry.xml?.base,
          base,
          url,
        ),
        title: entry.title?.value ?? entry.dc?.titles?.[0] ?? mediaTitle(entry),
        content: longest(entry.content?.value, entry.summary?.value) ?? longest(...mediaDescriptions(entry)),
        authors: [...names(entry.authors), ...(entry.dc?.creators ?? []), ...names(entry.source?.authors)],
        published: [entry.published, ...(entry.dc?.dates ?? []), ...(entry.dcterms?.issued ?? []), entry.updated],
        updated: [entry.updated],
      }),
    ),
  };
}

function fromJson(feed: JsonFeed.Feed<string>, url: string): ParsedFeed {
  return {
    ...headOf(feed.title, absoluteLink(feed.home_page_url, url)),
    pace: {},
    ...hubLinks(jsonLinks(feed), url),
    items: (feed.items ?? []).map((item) =>
      itemOf({
        id: item.id,
        url: absoluteLink(item.url ?? item.external_url, feed.home_page_url, url),
        title: item.title,
        content: item.content_html ?? item.content_text ?? item.summary,
        authors: names(item.authors ?? feed.authors),
        published: [item.date_published, item.date_modified],
        updated: [item.date_modified],
      }),
    ),
  };
}

const jsonLinks = ({ hubs, feed_url: self }: JsonFeed.Feed<string>) => [
  ...(hubs ?? []).map(({ url }) => ({ rel: 'hub', href: url })),
  { rel: 'self', href: self },
];

const headOf = (title: string | undefined, site: string | undefined) => ({
  title: plainTitle(title ?? ''),
  ...(site === undefined ? {} : { site }),
});

interface RawItem {
  readonly id: string | undefined;
  readonly url: string | undefined;
  readonly title: string | undefined;
  readonly content: string | undefined;
  readonly authors: readonly string[];
  /** Most likely first. */
  readonly published: readonly (string | undefined)[];
  readonly updated: readonly (string | undefined)[];
}

/** Converts an item of any format to a {@link FeedItem}. */
export function itemOf({ id, url, title, content, authors, published, updated }: RawItem): FeedItem {
  const [at] = published.flatMap((date) => parseFeedDate(date) ?? []);
  const [changed] = updated.flatMap((date) => parseFeedDate(date) ?? []);
  return {
    title: plainTitle(title ?? ''),
    authors: [...new Set(authors.map(nameOf).filter((name) => name !== ''))],
    ...(id === undefined || id.trim() === '' ? {} : { id: id.trim() }),
    ...(url === undefined ? {} : { url }),
    ...(content === undefined ? {} : { content }),
    ...(at === undefined ? {} : { published: at }),
    ...(changed === undefined ? {} : { updated: changed }),
  };
}

/** Returns the longest text: a summary next to a whole story is part of it. */
export const longest = (...texts: readonly (string | undefined)[]): string | undefined =>
  texts.reduce((most, text) => ((text?.length ?? 0) > (most?.length ?? 0) ? text : most), undefined);

interface Link {
  readonly href?: unknown;
  readonly rel?: string | undefined;
  readonly type?: string | undefined;
}

/** Returns the page that the links point to; never the feed itself, its comments or a file. */
function alternate(links: readonly Link[] | undefined): string | undefined {
  const pages = (links ?? []).filter(({ rel = 'alternate' }) => rel === 'alternate');
  const page = pages.find(({ type = '' }) => /html/.test(type)) ?? pages[0];
  return typeof page?.href === 'string' ? page.href : undefined;
}

const PERIODS: Readonly<Record<string, number>> = { hourly: 60, daily: 1_440, weekly: 10_080, monthly: 43_200 };

function paceOf(
  ttl: number | undefined,
  skipHours: readonly number[] | undefined,
  sy: { readonly updatePeriod?: string; readonly updateFrequency?: number } | undefined,
): FeedPace {
  const period = PERIODS[sy?.updatePeriod?.trim().toLowerCase() ?? ''];
  const minutes = ttl ?? (period === undefined ? undefined : period / Math.max(1, sy?.updateFrequency ?? 1));
  const hours = (skipHours ?? []).map((hour) => hour % 24).filter((hour) => hour >= 0);
  return {
    ...(minutes !== undefined && minutes > 0 ? { ttl: minutes } : {}),
    ...(hours.length > 0 && hours.length < 24 ? { skipHours: hours } : {}),
  };
}
