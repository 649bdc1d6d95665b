import type { Command } from '#core/commands/command';
import { FEED, feedOf, feedsFor } from '#lookup/feeds';
import { feedPreview } from '#replies/feeds/feeds';
import { FEEDS_GROUP } from '../command-groups.ts';

/** `/feeds preview`: shows the current content of a feed. */
export default {
  name: 'feeds preview',
  group: FEEDS_GROUP,
  description: 'Show the newest items of a feed',
  options: [FEED],
  examples: ['/feeds preview'],
  async run(invocation, context) {
    const { feeds, requestScope } = feedsFor(context);
    const { status, newest } = await feeds.preview(requestScope, await feedOf(invocation, context));
    return feedPreview(status, newest, context.t);
  },
} satisfies Command;
