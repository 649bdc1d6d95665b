import type { Option } from '#core/command';
import { articleChoices, entryFor, speakerChoices } from './articles.ts';
import { choose } from './choices.ts';

/** Which article: the same option wherever one is asked for. */
export const ARTICLE = {
  name: 'article',
  description: 'The article, by words of its title; the newest if left out',
  type: 'text',
  complete: ({ shelf }, typed) => choose(articleChoices(shelf), typed),
} as const satisfies Option;

/** Which page of a long answer. */
export const PAGE = { name: 'page', description: 'Which page', type: 'text' } as const satisfies Option;

/** Completes the speakers of the article that is asked about. */
export const completeSpeaker: NonNullable<Option['complete']> = ({ shelf }, typed, { options }) =>
  choose(speakerChoices(entryFor(shelf, options.article).briefing), typed);
