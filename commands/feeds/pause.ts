import type { Command } from '#core/commands/command';
import { FEED, feedOf, feedsFor } from '#lookup/feeds';
import { feedPaused } from '#replies/feeds/feeds';
import { FEEDS_GROUP } from '../command-groups.ts';

/** `/feeds pause`: stops posting from a feed until it is resumed. */
export default {
  name: 'feeds pause',
  group: FEEDS_GROUP,
  mutates: true,
  managersOnly: true,
  description: 'Stop posting a feed until it is resumed',
  options: [FEED],
  examples: ['/feeds pause'],
  async run(invocation, context) {
    const { feeds, requestScope } = feedsFor(context);
    return feedPaused(await feeds.pause(requestScope, await feedOf(invocation, context)), context.t);
  },
} satisfies Command;
