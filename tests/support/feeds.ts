import type { FeedStatus, Feeds } from '#core/feeds';
import { scopeOf } from './scheduling.ts';

/** The feed of the invented channel. */
const feedStatusOf = (): FeedStatus => {
  const { platform, workspace, channel, userId: author } = scopeOf();
  return {
    subscription: { platform, workspace, channel, author, feed: 'k3j9x0a', created: 0 },
    feed: {
      id: 'k3j9x0a',
      url: 'https://post.example/feed',
      title: 'The Harbour Post',
      next: 0,
      failures: 0,
      primed: true,
    },
  };
};

/** Feeds in memory that return one feed for every request. */
export function feedsOf(status = feedStatusOf()): Feeds {
  const newest = [{ title: 'Ferry sails again', url: 'https://post.example/ferry', published: 0 }];
  const currentStatus = async (): Promise<FeedStatus> => status;
  const report = async () => ({ added: [status], known: [], unavailable: [] });
  return {
    add: async () => ({ kind: 'added', status, newest }),
    list: async () => [status],
    known: () => [status],
    refresh: async () => {},
    preview: async () => ({ status, newest }),
    pause: currentStatus,
    resume: currentStatus,
    remove: currentStatus,
    importOpml: report,
    importFrom: report,
    exportOpml: async () => '<opml version="2.0"></opml>',
    now: () => 0,
  };
}
