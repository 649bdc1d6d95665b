import { Parser } from 'htmlparser2';
import { linkKey } from '#text/link-key';
import { firstPart } from '#text/truncate';
import { absoluteLink } from './links.ts';

/** A feed linked from a page. */
export interface FeedLink {
  readonly url: string;
  readonly title: string;
}

const TYPES = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)\b|^text\/xml\b/i;

/** Comment feeds, podcasts and feeds of a single article: news feeds come first. */
const BESIDE = /comments?\b|\breplies\b|podcast|oembed|wp-json/i;

/** Common feed paths of sites that do not link their feed. */
const USUAL_PATHS = ['/feed', '/rss', '/rss.xml', '/feed.xml', '/atom.xml', '/index.xml', '/feed.json'];

/** The maximum length of a page's head, in characters. */
const MAX_HEAD = 100_000;

/** The maximum number of feeds offered as a choice. */
const MAX_LINKS = 10;

/** Returns the feeds linked in the head of a page, most likely first; comment feeds only if there are no others. */
export function feedLinks(html: string, url: string): readonly FeedLink[] {
  const found = new Map<string, FeedLink>();
  let base: string | undefined;
  const parser = new Parser({
    onopentag(name, { rel = '', type = '', href, title = '' }) {
      if (name === 'base') base ??= href;
      if (name !== 'link' || !/\balternate\b|\bfeed\b/i.test(rel) || !TYPES.test(type)) return;
      const address = absoluteLink(href, base, url);
      if (address === undefined || /wp-json|oembed/.test(address)) return;
      const key = linkKey(address);
      if (!found.has(key)) found.set(key, { url: address, title: title.replace(/\s+/g, ' ').trim() });
    },
  });
  parser.end(firstPart(html, MAX_HEAD));
  const all = [...found.values()];
  const news = all.filter((link) => !BESIDE.test(`${link.title} ${link.url}`));
  return (news.length > 0 ? news : all).slice(0, MAX_LINKS);
}

/** Returns the usual feed addresses of a site, to be tried in order if its page links none. */
export const guessedFeeds = (url: string): readonly string[] => {
  const { origin } = new URL(url);
  return USUAL_PATHS.map((path) => `${origin}${path}`);
};
