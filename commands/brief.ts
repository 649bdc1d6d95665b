import { LENGTHS } from '#core/briefing';
import type { Command } from '#core/command';
import { ARTICLE, entryFor } from '#lookup';
import { brief, DEFAULT_LENGTH, noArticles } from '#replies';

/** `/brief`: one article in a minute. */
export default {
  name: 'brief',
  description: 'Brief an article: what’s new, key points, quotations, who stands where',
  options: [
    { ...ARTICLE, main: true },
    { name: 'length', description: `How much of it; ${DEFAULT_LENGTH} if left out`, type: 'choice', choices: LENGTHS },
  ],
  run({ options }, { shelf }) {
    if (shelf.entries().length === 0) return noArticles(shelf.faults());
    const { briefing } = entryFor(shelf, options.article);
    return brief(
      briefing,
      LENGTHS.find((length) => length === options.length),
    );
  },
} satisfies Command;
