import { generateOpml, parseOpml } from 'feedsmith';
import { UserError } from '#core/errors';
import type { FeedRecord } from '#core/feeds';
import { message } from '#core/messages/index';
import { linkKey } from '#text/link-key';
import { webAddress } from '#text/web-address';

interface Outline {
  readonly xmlUrl?: string;
  readonly outlines?: readonly Outline[];
}

/** The maximum number of feeds read of a file; readers export some hundreds. */
const MAX_FEEDS = 5_000;

/** The feeds in an OPML file. */
export interface ListedFeeds {
  /** The distinct addresses. */
  readonly urls: readonly string[];
  /** Those that cannot be fetched, as written: `javascript:…`, `ftp://…`, a path. */
  readonly refused: readonly string[];
}

/** Returns the feeds in an OPML file. @throws UserError if it is not OPML, or has none. */
export function feedsInOpml(text: string): ListedFeeds {
  const urls = new Map<string, string>();
  const refused = new Set<string>();
  for (const { xmlUrl } of outlinesOf(text)) {
    const written = xmlUrl?.trim() ?? '';
    const url = webAddress(written.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:/i, 'http:'));
    if (url === undefined && written !== '') refused.add(written);
    else if (url !== undefined && !urls.has(linkKey(url))) urls.set(linkKey(url), url);
  }
  if (urls.size + refused.size === 0) throw new UserError(message('feed.noneInFile'));
  return { urls: [...urls.values()].slice(0, MAX_FEEDS), refused: [...refused].slice(0, MAX_FEEDS) };
}

function outlinesOf(text: string): readonly Outline[] {
  try {
    return flat(parseOpml(text.replace(/^\ufeff/, '').trim()).body?.outlines ?? []);
  } catch {
    // The feeds of a malformed file can still be read.
    return Array.from(text.matchAll(/\bxmlUrl\s*=\s*(["'])(.*?)\1/gi), ([, , url = '']) => ({
      xmlUrl: url.replace(/&amp;/g, '&'),
    }));
  }
}

const flat = (outlines: readonly Outline[]): readonly Outline[] =>
  outlines.flatMap((outline) => [outline, ...flat(outline.outlines ?? [])]);

/** Returns an OPML file of feeds. */
export const toOpml = (feeds: readonly Pick<FeedRecord, 'url' | 'title' | 'site'>[]): string =>
  generateOpml({
    head: { title: 'Feeds from Onrecord' },
    body: {
      outlines: feeds.map(({ url, title, site }) => ({
        ...{ type: 'rss', text: title, title, xmlUrl: url },
        ...(site === undefined ? {} : { htmlUrl: site }),
      })),
    },
  });
