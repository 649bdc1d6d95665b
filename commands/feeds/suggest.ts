import type { Command } from '#core/commands/command';
import { UserError } from '#core/errors';
import { feedSuggestions } from '#replies/feeds/feeds';
import { STARTER_FEEDS } from '#replies/feeds/starter-feeds';
import { fold } from '#text/fold';
import { FEEDS_GROUP } from '../command-groups.ts';

/** `/feeds suggest`: something to begin with. */
export default {
  name: 'feeds suggest',
  group: FEEDS_GROUP,
  description: 'Show well-known feeds to begin with',
  options: [
    {
      name: 'topic',
      description: 'Only those of a topic: world, economy, science',
      type: 'text',
      main: true,
      values: () => STARTER_FEEDS.map(({ topic }) => topic),
    },
  ],
  examples: ['/feeds suggest', '/feeds suggest topic:science'],
  run({ options: { topic } }) {
    const fitting = STARTER_FEEDS.filter((one) => topic === undefined || fold(one.topic).includes(fold(topic.trim())));
    if (fitting.length > 0) return feedSuggestions(fitting);
    const topics = STARTER_FEEDS.map((one) => one.topic.toLowerCase());
    throw new UserError(
      `There are no suggestions on that: type ${topics.slice(0, -1).join(', ')} or ${topics.at(-1)}.`,
    );
  },
} satisfies Command;
