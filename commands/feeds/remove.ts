import type { Command } from '#core/commands/command';
import { FEED, feedOf, feedsFor } from '#lookup/feeds';
import { feedRemoved } from '#replies/feeds/feeds';
import { FEEDS_GROUP } from '../command-groups.ts';

/** `/feeds remove`: removes a feed from a channel. */
export default {
  name: 'feeds remove',
  group: FEEDS_GROUP,
  mutates: true,
  managersOnly: true,
  description: 'Remove a feed from this channel',
  options: [FEED],
  examples: ['/feeds remove'],
  async run(invocation, context) {
    const { feeds, requestScope } = feedsFor(context);
    return feedRemoved(await feeds.remove(requestScope, await feedOf(invocation, context)), context.t);
  },
} satisfies Command;
