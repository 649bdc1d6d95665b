import { LENGTHS } from '#core/briefing';
import type { Catalog } from '#core/catalog';
import type { Command } from '#core/commands/command';
import type { Invocation } from '#core/commands/invocation';
import { entryFor } from '#lookup';
import { brief, DEFAULT_LENGTH, noArticles } from '#replies';
import { ARTICLE, resolveArticle } from './options.ts';

/** `/brief`: the briefing of one article. */
export default {
  name: 'brief',
  description: 'Brief an article: what’s new, key points, quotations, who stands where',
  options: [
    { ...ARTICLE, main: true },
    { name: 'length', description: `How much of it; ${DEFAULT_LENGTH} if left out`, type: 'choice', choices: LENGTHS },
  ],
  examples: ['/brief', '/brief length:full'],
  resolve: (invocation, { catalog }) =>
    hasNothing(catalog, invocation) ? invocation : resolveArticle(catalog, invocation),
  run(invocation, { catalog, t }) {
    const { options } = invocation;
    if (hasNothing(catalog, invocation)) return noArticles(catalog.loadErrors(), t);
    const { briefing } = entryFor(catalog, options.article);
    return brief(
      briefing,
      LENGTHS.find((length) => length === options.length),
      t,
    );
  },
} satisfies Command;

/** Returns whether no article is loaded and no submitted text is requested. */
const hasNothing = (catalog: Catalog, { options }: Invocation): boolean =>
  options.article === undefined && catalog.entries().length === 0;
