import type { Command } from '#core/commands/command';
import { feedsFor } from '#lookup/feeds';
import { feedsExported } from '#replies/feeds/feeds';
import { FEEDS_GROUP } from '../command-groups.ts';

/** `/feeds export`: exports the feeds of a channel as an OPML file. */
export default {
  name: 'feeds export',
  group: FEEDS_GROUP,
  description: 'Export the feeds of this channel as an OPML file',
  options: [],
  examples: ['/feeds export'],
  async run(_, context) {
    const { feeds, requestScope } = feedsFor(context);
    return feedsExported(await feeds.exportOpml(requestScope), context.t);
  },
} satisfies Command;
