import { Parser } from 'htmlparser2';
import { firstPart } from '#text/truncate';
import { absoluteLink, linkKey } from './links.ts';

/** A feed that a page names. */
export interface FeedLink {
  readonly url: string;
  readonly title: string;
}

const TYPES = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)\b|^text\/xml\b/i;

/** Feeds of comments, of podcasts and of one article alone: news is looked for first. */
const BESIDE = /comments?\b|\breplies\b|podcast|oembed|wp-json/i;

/** Where sites keep their feed without saying so. */
const USUAL_PATHS = ['/feed', '/rss', '/rss.xml', '/feed.xml', '/atom.xml', '/index.xml', '/feed.json'];

/** The head of a page is no longer, in characters. */
const MAX_HEAD = 100_000;

/** As many as are offered to choose from. */
const MAX_LINKS = 10;

/** The feeds that a page names in its head, the likeliest first; those of comments last, and only where there is no other. */
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

/** Where else a site’s feed may be: asked one after the other where its page names none. */
export const guessedFeeds = (url: string): readonly string[] => {
  const { origin } = new URL(url);
  return USUAL_PATHS.map((path) => `${origin}${path}`);
};
