import type { Mentions } from '../mentions/index.ts';
import type { Sentence } from '../segment.ts';
import { defaultCountry } from './affiliation.ts';
import type { CoreferenceContext, Linker } from './context.ts';
import { learnedLinker } from './links/linker.ts';
import { createContext, resolveMention } from './resolve.ts';
import { chooseMentions } from './sources/match-sources.ts';
import { NO_SOURCE, resolveSource, type SourceResolution } from './sources/resolve-sources.ts';
import type { ResolvedSpeakers, SourceMention } from './sources/source.ts';
import { speakersOf } from './speakers.ts';

/** Tells whom each mention stands for: one entity under all the forms that the article uses for it. */
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

/** Tells who each source is. */
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
  return speakersOf(resolved, sources, resolutions, defaultCountry(tokens, sentences, sidesOf(resolutions)));
}

/** The sides that are known of those who speak, one for each who has one. */
const sidesOf = (resolutions: readonly SourceResolution[]): string[] =>
  [...new Set(resolutions.flatMap((resolution) => ('entity' in resolution ? [resolution.entity] : [])))].flatMap(
    ({ side }) => side ?? [],
  );
