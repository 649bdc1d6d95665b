import { LENGTHS } from '#core/briefing';
import type { Shelf } from '#core/catalog';
import type { Command } from '#core/command';
import type { Invocation } from '#core/invocation';
import { entryFor } from '#lookup';
import { brief, DEFAULT_LENGTH, noArticles } from '#replies';
import { ARTICLE, settledArticle } from './options.ts';

/** `/brief`: one article in a minute. */
export default {
  name: 'brief',
  description: 'Brief an article: what’s new, key points, quotations, who stands where',
  options: [
    { ...ARTICLE, main: true },
    { name: 'length', description: `How much of it; ${DEFAULT_LENGTH} if left out`, type: 'choice', choices: LENGTHS },
  ],
  examples: ['/brief', '/brief length:full'],
  settle: (invocation, { shelf }) => (hasNothing(shelf, invocation) ? invocation : settledArticle(shelf, invocation)),
  run(invocation, { shelf }) {
    const { options } = invocation;
    if (hasNothing(shelf, invocation)) return noArticles(shelf.faults());
    const { briefing } = entryFor(shelf, options.article);
    return brief(
      briefing,
      LENGTHS.find((length) => length === options.length),
    );
  },
} satisfies Command;

/** Nothing is loaded, and nothing that was handed in is asked for. */
const hasNothing = (shelf: Shelf, { options }: Invocation): boolean =>
  options.article === undefined && shelf.entries().length === 0;
