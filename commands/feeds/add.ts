import type { Command } from '#core/commands/command';
import { feedsFor } from '#lookup/feeds';
import { feedAdded } from '#replies/feeds/feeds';
import { FEEDS_GROUP } from '../command-groups.ts';

const SCOPES = ['channel', 'workspace'] as const;

/** `/feeds add`: adds a feed, or the feed of a website, to a channel. */
export default {
  name: 'feeds add',
  group: FEEDS_GROUP,
  mutates: true,
  managersOnly: true,
  description: 'Add a feed to this channel, by its address or its site’s',
  options: [
    {
      name: 'address',
      description: 'The address of a feed, or of a site that has one',
      type: 'text',
      main: true,
      required: true,
      maxLength: 2_000,
    },
    { name: 'include', description: 'Only items that contain one of these words: bridge, ferry', type: 'text' },
    { name: 'exclude', description: 'No items that contain one of these words', type: 'text' },
    {
      name: 'scope',
      description: 'For this channel or the whole workspace; the channel if left out',
      type: 'choice',
      choices: SCOPES,
    },
  ],
  examples: ['/feeds add https://www.theguardian.com/world/rss', '/feeds add bbc.co.uk include:"bridge, ferry"'],
  async run({ options: { address = '', include, exclude, scope } }, context) {
    const { feeds, requestScope } = feedsFor(context);
    return feedAdded(
      await feeds.add(requestScope, {
        address,
        wholeWorkspace: scope === 'workspace',
        ...(include === undefined ? {} : { include }),
        ...(exclude === undefined ? {} : { exclude }),
      }),
      context.t,
    );
  },
} satisfies Command;
