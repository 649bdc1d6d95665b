import type { Catalog } from '#core/catalog';
import type { Option } from '#core/commands/command';
import type { Invocation } from '#core/commands/invocation';
import { articleChoices, entryFor, speakerChoices } from '#lookup/articles';
import { choose } from '#lookup/choices';

/** The `article` option, shared by all commands that take one. */
export const ARTICLE = {
  name: 'article',
  description: 'The article, by words of its title; the newest if left out',
  type: 'text',
  // Users paste whole headlines.
  maxLength: 300,
  values: ({ catalog }) => catalog.entries().map(({ article }) => article.id),
  complete: ({ catalog }, typed) => choose(articleChoices(catalog), typed),
} as const satisfies Option;

/** Resolves the article of an invocation to its id. @throws UserError if there is none. */
export const resolveArticle = (catalog: Catalog, { command, options }: Invocation): Invocation => ({
  command,
  options: { ...options, article: entryFor(catalog, options.article).article.id },
});

/** The page of a long reply. */
export const PAGE = {
  name: 'page',
  description: 'The number of the page',
  type: 'text',
  maxLength: 6,
} as const satisfies Option;

/** Every name of a speaker or side that is used in replies about the requested article. */
export const speakerValues: NonNullable<Option['values']> = ({ catalog }, { options }) =>
  speakerChoices(entryFor(catalog, options.article).briefing).map(({ value }) => value);

/** Completes the speakers of the requested article. */
export const completeSpeaker: NonNullable<Option['complete']> = ({ catalog }, typed, { options }) =>
  choose(speakerChoices(entryFor(catalog, options.article).briefing), typed);
