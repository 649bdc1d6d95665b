import type { Mentions } from '../mentions/index.ts';
import type { Sentence } from '../segment.ts';
import { defaultCountries } from './affiliation.ts';
import type { CoreferenceContext, Linker } from './context.ts';
import { learnedLinker } from './links/linker.ts';
import { createContext, resolveMention } from './resolve.ts';
import { chooseMentions } from './sources/match-sources.ts';
import { NO_SOURCE, resolveSource, type SourceResolution } from './sources/resolve-sources.ts';
import type { ResolvedSpeakers, SourceMention } from './sources/source.ts';
import { speakersOf } from './speakers.ts';

/** Resolves each mention to an entity: one entity for all the forms that the article uses. */
export function resolveMentions(
  { tokens, mentions }: Mentions,
  sentences: readonly Sentence[],
  sources: readonly SourceMention[],
  linker: Linker = learnedLinker(),
): CoreferenceContext {
  const speakerMentions = new Set(chooseMentions(tokens, mentions, sources).filter((index) => index !== undefined));
  const context = createContext(tokens, mentions, sentences, speakerMentions, linker);
  for (let index = 0; index < mentions.length; index += 1) resolveMention(context, index);
  return context;
}

/** Resolves each source to a speaker. */
export function resolveSpeakers(
  context: CoreferenceContext,
  sentences: readonly Sentence[],
  sources: readonly SourceMention[],
): ResolvedSpeakers {
  const { tokens, mentions, resolved } = context;
  const chosen = chooseMentions(tokens, mentions, sources);
  const resolutions = sources.map((source, index) => resolveSource(context, source, source.mention ?? chosen[index]));
  for (const [index, source] of sources.entries()) {
    if (source.sameAs !== undefined) resolutions[index] = resolutions[source.sameAs] ?? NO_SOURCE;
  }
  return speakersOf(resolved, sources, resolutions, defaultCountries(tokens, sentences, sidesOf(resolutions)));
}

/** The known sides of the speakers, one for each speaker. */
const sidesOf = (resolutions: readonly SourceResolution[]): string[] =>
  [...new Set(resolutions.flatMap((resolution) => ('entity' in resolution ? [resolution.entity] : [])))].flatMap(
    ({ side }) => side ?? [],
  );
