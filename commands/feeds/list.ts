import type { Command } from '#core/commands/command';
import { feedsFor } from '#lookup/feeds';
import { feedList } from '#replies/feeds/feeds';
import { FEEDS_GROUP } from '../command-groups.ts';

/** `/feeds list`: lists the feeds of a channel and their status. */
export default {
  name: 'feeds list',
  group: FEEDS_GROUP,
  description: 'Show the feeds of this channel and their state',
  options: [],
  examples: ['/feeds list'],
  async run(_, context) {
    const { feeds, requestScope } = feedsFor(context);
    return feedList(await feeds.list(requestScope), feeds.now(), context.t);
  },
} satisfies Command;
