import type { Command } from '#core/commands/command';
import { feedsFor } from '#lookup/feeds';
import { feedsImported } from '#replies/feeds/feeds';
import { FEEDS_GROUP } from '../command-groups.ts';

/** `/feeds import`: adds all feeds of an OPML file. */
export default {
  name: 'feeds import',
  group: FEEDS_GROUP,
  mutates: true,
  managersOnly: true,
  description: 'Add all feeds of an OPML file to this channel',
  options: [
    {
      name: 'file',
      description: 'The address of the file; at the terminal also its path',
      type: 'text',
      main: true,
      required: true,
      maxLength: 2_000,
    },
  ],
  examples: ['/feeds import https://example.org/feeds.opml'],
  async run({ options: { file = '' } }, context) {
    const { feeds, requestScope } = feedsFor(context);
    const { attached } = context;
    return feedsImported(
      await (attached === undefined ? feeds.importFrom(requestScope, file) : feeds.importOpml(requestScope, attached)),
      context.t,
    );
  },
} satisfies Command;
