import type { Command } from '#core/commands/command';
import { UserError } from '#core/errors';
import { inEnglish, message } from '#core/messages/index';
import { joinWords } from '#replies/blocks';
import { feedSuggestions } from '#replies/feeds/feeds';
import { STARTER_FEEDS } from '#replies/feeds/starter-feeds';
import { fold } from '#text/fold';
import { FEEDS_GROUP } from '../command-groups.ts';

/** `/feeds suggest`: suggests public feeds to start with. */
export default {
  name: 'feeds suggest',
  group: FEEDS_GROUP,
  description: 'Suggest well-known feeds to start with',
  options: [
    {
      name: 'topic',
      description: 'Only feeds on this topic, such as world or economy',
      type: 'text',
      main: true,
      values: ({ t }) => STARTER_FEEDS.map(({ topic }) => t(topic)),
    },
  ],
  examples: ['/feeds suggest', '/feeds suggest topic:science'],
  run({ options: { topic } }, { t }) {
    const wanted = topic === undefined ? '' : fold(topic.trim());
    const fitting = STARTER_FEEDS.filter((feed) =>
      [inEnglish(feed.topic), t(feed.topic)].some((name) => fold(name).includes(wanted)),
    );
    if (fitting.length > 0) return feedSuggestions(fitting, t);
    const topics = STARTER_FEEDS.map((feed) => t(feed.topic).toLowerCase());
    throw new UserError(message('error.noSuggestion', { topics: joinWords(topics, 'or', t) }));
  },
} satisfies Command;
