import { UserError } from '#core/errors';
import { message } from '#core/messages/index';
import { decodeWeb } from '../charset.ts';
import { FetchError } from '../fetch/errors.ts';
import type { Fetched, Fetcher } from '../fetch/index.ts';
import { ACCEPT, readDocument } from './ask.ts';
import { type FeedLink, feedLinks, guessedFeeds } from './discover.ts';

/** The result for an address given as a feed. */
export type FoundFeed =
  | { readonly kind: 'feed'; readonly url: string; readonly fetched: Fetched }
  /** A site with several feeds. */
  | { readonly kind: 'choice'; readonly feeds: readonly FeedLink[] };

/**
 * Finds the feed at an address, or the feed of a site.
 *
 * @throws UserError with a one-sentence reason if there is none.
 */
export async function findFeed(address: string, fetcher: Pick<Fetcher, 'fetch'>): Promise<FoundFeed> {
  const fetched = await fetcher.fetch({ url: address, accept: ACCEPT });
  const { kind } = readDocument(fetched);
  if (kind === 'feed') return { kind: 'feed', url: fetched.movedTo ?? address, fetched };
  const { host } = new URL(fetched.url);
  if (kind === 'other') throw new UserError(message('feed.neither', { host }));
  const links = feedLinks(decodeWeb(fetched.bytes, fetched.headers['content-type'], 'html'), fetched.url);
  const [only, ...others] = links;
  if (only && others.length > 0) return { kind: 'choice', feeds: links };
  const found = await firstFeed(only ? [only.url] : guessedFeeds(fetched.url), fetcher);
  if (found) return found;
  throw new UserError(message('feed.notFound', { host }));
}

/** Returns the first of these addresses that is a feed. */
async function firstFeed(urls: readonly string[], fetcher: Pick<Fetcher, 'fetch'>): Promise<FoundFeed | undefined> {
  for (const url of urls) {
    try {
      const fetched = await fetcher.fetch({ url, accept: ACCEPT });
      if (readDocument(fetched).kind === 'feed') return { kind: 'feed', url: fetched.movedTo ?? url, fetched };
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
    }
  }
  return undefined;
}
