import type { Clock } from '#core/clock';
import { UserError } from '#core/errors';
import type { AddedFeed, FeedStatus, ImportReport } from '#core/feeds';
import { message, type Text } from '#core/messages/index';
import { feedsInOpml } from './opml.ts';

/** The number of concurrent requests, and milliseconds after which the remaining feeds are added without a request. */
const AT_ONCE = 16;
const ENOUGH_MS = 60_000;

/** The number of feeds that a workspace may have: those after it in a file are not requested. */
const MAX_FEEDS = 500;

interface ImportDeps {
  readonly add: (address: string) => Promise<AddedFeed>;
  readonly addUnseen: (address: string) => Promise<AddedFeed>;
}

/**
 * Adds the feeds of an OPML file, as if each were added separately.
 *
 * @throws UserError if it contains none.
 */
export async function importFeeds(opml: string, clock: Clock, { add, addUnseen }: ImportDeps): Promise<ImportReport> {
  const { urls, refused } = feedsInOpml(opml);
  const left = urls.slice(0, MAX_FEEDS);
  const until = clock.now() + ENOUGH_MS;
  const added: FeedStatus[] = [];
  const known: string[] = [];
  const unavailable: { url: string; reason: Text }[] = [
    ...refused.map((url) => ({ url, reason: reasonToRefuse(url) })),
    ...urls.slice(MAX_FEEDS).map((url) => ({ url, reason: message('error.tooManyFeeds', { most: MAX_FEEDS }) })),
  ];
  const importOne = async (url: string): Promise<void> => {
    try {
      const result = await (clock.now() < until ? add : addUnseen)(url);
      if (result.kind === 'added') added.push(result.status);
      else if (result.kind === 'known') known.push(result.status.feed.title);
      else unavailable.push({ url, reason: message('feed.several') });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      unavailable.push({ url, reason: error.text });
    }
  };
  const worker = async (): Promise<void> => {
    for (let url = left.shift(); url !== undefined; url = left.shift()) await importOne(url);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { added, known, unavailable };
}

/** Why the address is not fetched: {@link feedsInOpml} refuses those that are not http or https. */
function reasonToRefuse(written: string): Text {
  const scheme = /^([a-z][a-z\d+.-]{0,19}):/i.exec(written)?.[1]?.toLowerCase() ?? '';
  return /^(?:https?)?$/.test(scheme) ? message('fetch.noAddress') : message('fetch.scheme', { scheme });
}
