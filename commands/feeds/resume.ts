import type { Command } from '#core/commands/command';
import { FEED, feedOf, feedsFor } from '#lookup/feeds';
import { feedResumed } from '#replies/feeds/feeds';
import { FEEDS_GROUP } from '../command-groups.ts';

/** `/feeds resume`: resumes a paused feed. */
export default {
  name: 'feeds resume',
  group: FEEDS_GROUP,
  mutates: true,
  managersOnly: true,
  description: 'Resume posting a feed',
  options: [FEED],
  examples: ['/feeds resume'],
  async run(invocation, context) {
    const { feeds, requestScope } = feedsFor(context);
    return feedResumed(await feeds.resume(requestScope, await feedOf(invocation, context)), context.t);
  },
} satisfies Command;
