import type { Catalog } from '#core/catalog';
import type { Option } from '#core/commands/command';
import type { Invocation } from '#core/commands/invocation';
import { articleChoices, entryFor, speakerChoices } from '#lookup/articles';
import { choose } from '#lookup/choices';

/** Which article: the same option wherever one is asked for. */
export const ARTICLE = {
  name: 'article',
  description: 'The article, by words of its title; the newest if left out',
  type: 'text',
  // Whole headlines are pasted here.
  maxLength: 300,
  values: ({ catalog }) => catalog.entries().map(({ article }) => article.id),
  complete: ({ catalog }, typed) => choose(articleChoices(catalog), typed),
} as const satisfies Option;

/** The question with the very article it is about. @throws UserError where there is none. */
export const resolveArticle = (catalog: Catalog, { command, options }: Invocation): Invocation => ({
  command,
  options: { ...options, article: entryFor(catalog, options.article).article.id },
});

/** Which page of a long answer. */
export const PAGE = { name: 'page', description: 'Which page', type: 'text', maxLength: 6 } as const satisfies Option;

/** Every name a speaker or a side of the article that is asked about goes by in answers. */
export const speakerValues: NonNullable<Option['values']> = ({ catalog }, { options }) =>
  speakerChoices(entryFor(catalog, options.article).briefing).map(({ value }) => value);

/** Completes the speakers of the article that is asked about. */
export const completeSpeaker: NonNullable<Option['complete']> = ({ catalog }, typed, { options }) =>
  choose(speakerChoices(entryFor(catalog, options.article).briefing), typed);
