import { toArchived } from '#archive/to-archived';
import { brief } from '#briefing';
import type { Clock } from '#core/clock';
import { UserError } from '#core/errors';
import { compactArticle, readText } from '#library';
import { parseRange } from '#sources/fetch/address';
import { makeFetcher } from '#sources/fetch/index';
import { makeFeedSource } from '#sources/index';
import { openStore } from '#store/index';
import { scopeOf } from '../../support/scheduling.ts';

// A process that polls the feeds of a store with an accelerated clock: see killed.long.test.ts.

const [file = '', feed = '', start = '0', speed = '1'] = process.argv.slice(2);

const toReal = (milliseconds: number): number => milliseconds / Number(speed);
const now = (): number => (Date.now() - Number(start)) * Number(speed) + Number(start);
const clock: Clock = {
  now,
  until: (instant, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(1, toReal(instant - now())));
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    }),
};

const store = await openStore(file);
const source = makeFeedSource({
  ...{ store: store.feeds, clock, random: () => 0.5, owner: String(process.pid), toArchived },
  fetcher: makeFetcher({
    policy: {
      allowed: [parseRange('127.0.0.0/8')].flatMap((range) => range ?? []),
      ports: [{ from: 1_024, to: 65_535 }],
    },
    userAgent: 'Onrecord tests',
  }),
  readText: async (name, text) => {
    const article = compactArticle(await readText(name, text));
    return { article, briefing: brief(article) };
  },
  brief: async (article) => ({ article, briefing: brief(article) }),
  readLocal: async () => Promise.reject(new UserError('Files are not read here.')),
  logger: { info: () => {}, error: (message, details) => console.error(message, details) },
  politeness: { perHost: 1, gapMs: 0, atOnce: 8 },
});
const known = await source.feeds.list(scopeOf());
if (known.length === 0) await source.feeds.add(scopeOf(), { address: feed, wholeWorkspace: false });
source.poller.start();
process.send?.('ready');
