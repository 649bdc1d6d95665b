import type { Clock } from '#core/clock';
import { UserError } from '#core/errors';
import type { AddedFeed, FeedStatus, ImportReport } from '#core/feeds';
import { message, type Text } from '#core/messages/index';
import { feedsInOpml } from './opml.ts';

/** How many are asked at once, and milliseconds after which the rest are taken without having been asked. */
const AT_ONCE = 16;
const ENOUGH_MS = 60_000;

interface ImportDeps {
  readonly add: (address: string) => Promise<AddedFeed>;
  readonly addUnseen: (address: string) => Promise<AddedFeed>;
}

/**
 * Adds the feeds of an OPML file, each as if it were added alone.
 *
 * @throws UserError where there is none in it.
 */
export async function importFeeds(opml: string, clock: Clock, { add, addUnseen }: ImportDeps): Promise<ImportReport> {
  const left = [...feedsInOpml(opml)];
  const until = clock.now() + ENOUGH_MS;
  const added: FeedStatus[] = [];
  const known: string[] = [];
  const dead: { url: string; reason: Text }[] = [];
  const one = async (url: string): Promise<void> => {
    try {
      const result = await (clock.now() < until ? add : addUnseen)(url);
      if (result.kind === 'added') added.push(result.status);
      else if (result.kind === 'known') known.push(result.status.feed.title);
      else dead.push({ url, reason: message('feed.several') });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      dead.push({ url, reason: error.text });
    }
  };
  const worker = async (): Promise<void> => {
    for (let url = left.shift(); url !== undefined; url = left.shift()) await one(url);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { added, known, dead };
}
