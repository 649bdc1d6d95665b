import type { FeedRecord } from '#core/feeds';
import { message } from '#core/messages/index';
import type { FeedAnswer, NewItem } from '#core/storage/feed-store';
import { firstPart } from '#text/truncate';
import { decodeWeb } from '../charset.ts';
import { FetchError } from '../fetch/errors.ts';
import type { Fetched, Fetcher } from '../fetch/index.ts';
import type { ParsedFeed } from './feed.ts';
import { hubOf } from './hub.ts';
import { itemDigest, type KeyedItem, keyItems } from './identity.ts';
import { nextPoll, pollAfterFailure } from './pace.ts';
import { type FeedDocument, parseFeedDocument } from './parse.ts';

export interface AskDeps {
  readonly fetcher: Pick<Fetcher, 'fetch'>;
  readonly random: () => number;
}

export const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

/** Fetches a feed with a conditional request. Never throws: failures are returned as answers. */
export async function askFeed(feed: FeedRecord, now: number, { fetcher, random }: AskDeps): Promise<FeedAnswer> {
  try {
    return toAnswer(
      feed,
      await fetcher.fetch({ url: feed.url, accept: ACCEPT, headers: conditions(feed) }),
      now,
      random(),
    );
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    const { failure, message, retryAfter } = error;
    const next = pollAfterFailure(now, { failures: feed.failures, failure, retryAfter }, random());
    return { kind: 'failed', message, next, ended: failure === 'gone' };
  }
}

/** Converts the response for a feed to its answer. */
export function toAnswer(feed: FeedRecord, fetched: Fetched, now: number, random: number): FeedAnswer {
  const cacheControl = fetched.headers['cache-control'];
  if (fetched.status === 304) return { kind: 'unchanged', next: nextPoll({ now, pace: {}, cacheControl, random }) };
  const document = readDocument(fetched);
  if (document.kind !== 'feed') return noFeed(feed, document.kind, now, random);
  const next = nextPoll({ now, pace: document.feed.pace, cacheControl, random });
  return readAnswer(feed, fetched, document.feed, now, next);
}

/** Parses a fetched document as a feed, if it is one. */
export const readDocument = ({ url, headers, bytes }: Fetched): FeedDocument =>
  parseFeedDocument(decodeWeb(bytes, headers['content-type'], 'xml'), url);

const conditions = ({ etag, modified }: FeedRecord): Record<string, string> => ({
  ...(etag === undefined ? {} : { 'if-none-match': etag }),
  ...(modified === undefined ? {} : { 'if-modified-since': modified }),
});

function noFeed({ url, failures }: FeedRecord, kind: 'page' | 'other', now: number, random: number): FeedAnswer {
  const { host } = new URL(url);
  const why = message(kind === 'page' ? 'feed.isPage' : 'feed.isNone', { host });
  return { kind: 'failed', message: why, next: pollAfterFailure(now, { failures }, random), ended: false };
}

function readAnswer(feed: FeedRecord, fetched: Fetched, parsed: ParsedFeed, now: number, next: number): FeedAnswer {
  const { etag, 'last-modified': modified } = fetched.headers;
  const hub = hubOf(fetched, parsed);
  return {
    kind: 'read',
    next,
    title: parsed.title,
    items: newItems(parsed, feed.primed, now),
    ...(parsed.site === undefined ? {} : { site: parsed.site }),
    ...(etag === undefined ? {} : { etag }),
    ...(modified === undefined ? {} : { modified }),
    ...(hub === undefined ? {} : { hub }),
    ...(fetched.movedTo === undefined ? {} : { movedTo: fetched.movedTo }),
  };
}

/** Older items that appear are not news: they were added late, or their keys have been dropped. */
const NEWS_MS = 7 * 86_400_000;

/** The number of articles read when a feed is added, so that there is something to show. */
const READ_AT_FIRST = 3;

/** The maximum length of stored item content, in characters; the rest of a longer story is on its page. */
const MAX_CONTENT = 200_000;

/** Returns the items to store, without duplicates, with their keys. A missing or future date becomes `now`. */
function newItems(parsed: ParsedFeed, primed: boolean, now: number): readonly NewItem[] {
  const keyed = keyItems(parsed.items).filter(({ item }) => item.title !== '' || item.content !== undefined);
  const newest = new Set(keyed.toSorted((a, b) => instantOf(b, now) - instantOf(a, now)).slice(0, READ_AT_FIRST));
  return keyed.map((keyedItem) => {
    const { item, keys } = keyedItem;
    const published = instantOf(keyedItem, now);
    const old = now - published > NEWS_MS;
    return {
      ...{ keys, title: item.title, authors: item.authors, published, old, digest: itemDigest(item) },
      wanted: primed ? !old : newest.has(keyedItem),
      ...(item.url === undefined ? {} : { url: item.url }),
      ...(item.content === undefined ? {} : { content: firstPart(item.content, MAX_CONTENT) }),
    };
  });
}

const instantOf = ({ item }: KeyedItem, now: number): number => Math.min(item.published ?? item.updated ?? now, now);
