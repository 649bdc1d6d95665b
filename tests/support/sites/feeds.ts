import { onTestFinished } from 'vitest';
import { toArchived } from '#archive/to-archived';
import { makeArchiveView } from '#archive/view';
import { brief } from '#briefing';
import type { Article } from '#core/article';
import type { Briefing } from '#core/briefing';
import type { CatalogEntry } from '#core/catalog';
import type { Clock } from '#core/clock';
import { UserError } from '#core/errors';
import type { Store } from '#core/storage/store';
import { compactArticle, readText } from '#library';
import { makeFeedSource } from '#sources/index';
import { openStore } from '#store/index';
import { scopeOf } from '../scheduling.ts';
import { fetcherOf } from './site.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Tuesday, 22 October 2024, 12:00 UTC. */
const NOON = Date.UTC(2024, 9, 22, 12);

/** An HTML page with a story long enough to be an article. */
export const storyOf = (title: string, more = ''): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>
  <p>${title}, the harbour office said in a statement on Monday, after a week in which no ship had left the harbour.</p>
  <p>“We waited for seven days, and nobody was hurt,” harbour master Ann Lee told reporters on the pier in the morning.</p>
  <p>The company denies that the ship was unsafe, and its owner demands an apology from the council of the island. ${more}</p>
  </article></body></html>`;

/** An item of {@link rssOf}. */
export interface Item {
  readonly title: string;
  readonly link?: string;
  readonly guid?: string;
  readonly date?: string;
  readonly content?: string;
}

export const rssOf = (items: readonly Item[], head = ''): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>The Harbour Post</title><link>/</link>${head}${items
    .map(
      ({ title, link, guid, date, content }) =>
        `<item><title>${title}</title>${link === undefined ? '' : `<link>${link}</link>`}${guid === undefined ? '' : `<guid isPermaLink="false">${guid}</guid>`}${date === undefined ? '' : `<pubDate>${date}</pubDate>`}${content === undefined ? '' : `<description><![CDATA[${content}]]></description>`}</item>`,
    )
    .join('')}</channel></rss>`;

const briefings = new Map<string, Briefing>();

/** Caches briefings, because the tests serve the same pages repeatedly. */
const briefed = async (article: Article): Promise<CatalogEntry> => {
  const key = JSON.stringify(article);
  const briefing = briefings.get(key) ?? brief(article);
  briefings.set(key, briefing);
  return { article, briefing: { ...briefing, article } };
};

/** Reads a page or a text as the product does. */
const readEntry = async (name: string, text: string): Promise<CatalogEntry> =>
  briefed(compactArticle(await readText(name, text)));

/** A clock that only a test advances. */
export function stillClock(start = NOON) {
  let time = start;
  const clock: Clock = {
    now: () => time,
    until: (_, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
  };
  return { clock, pass: (milliseconds: number) => (time += milliseconds) };
}

/** Makes feeds over a store, in memory by default, with a clock that a test advances. */
export async function feedWorld(
  given: { store?: Store; owner?: string; time?: ReturnType<typeof stillClock>; address?: string } = {},
) {
  const store = given.store ?? (await openStore(':memory:'));
  const time = given.time ?? stillClock();
  const lines: string[] = [];
  let tokens = 0;
  const secretOf = (token: string): string => `secret of ${token}`;
  const newToken = (): string => `token-${String(++tokens).padStart(12, '0')}`;
  const { feeds, poller, hubs } = makeFeedSource({
    ...{ store: store.feeds, clock: time.clock, random: () => 0.5, owner: given.owner ?? 'p1', fetcher: fetcherOf() },
    ...{ readText: readEntry, brief: briefed, toArchived },
    readLocal: async () => Promise.reject(new UserError('Files are not read here.')),
    logger: {
      info: (message) => lines.push(message),
      error: (message, details) => {
        throw new Error(message, { cause: details?.err });
      },
    },
    ...(given.address === undefined
      ? {}
      : { websub: { hubs: store.hubs, address: given.address, newToken, secretOf } }),
    politeness: { perHost: 1, gapMs: 0, atOnce: 8 },
  });
  onTestFinished(async () => {
    await poller.stop(0);
    if (!given.store) await store.close();
  });
  const requestScope = scopeOf();
  return {
    ...{ hubs, lines },
    ...{ store, feeds, poller, requestScope, time, clock: time.clock, brief: briefed },
    archive: makeArchiveView({ open: async () => store.archive, brief: briefed, now: time.clock.now }),
    /** Advances the clock and runs all work that is due. */
    pass: async (milliseconds: number): Promise<void> => {
      time.pass(milliseconds);
      await poller.idle();
    },
    add: async (address: string, more = {}, by = requestScope) => {
      const result = await feeds.add(by, { address, wholeWorkspace: false, ...more });
      await poller.idle();
      return result;
    },
    /** The titles of articles that are new to the channel. */
    news: async (by = requestScope, about?: string): Promise<readonly string[]> =>
      (await store.archive.unseen(by, about, 0)).map(({ title }) => title),
  };
}
