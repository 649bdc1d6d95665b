import type { Mentions } from '../mentions/index.ts';
import type { Sentence } from '../segment.ts';
import { homeOf } from './affiliation.ts';
import type { Linker, Scene } from './context.ts';
import { learnedLinker } from './links/linker.ts';
import { readMention, setScene } from './resolve.ts';
import { chooseMentions } from './sources/match-sources.ts';
import { SILENT, type Told, tell } from './sources/resolve-sources.ts';
import type { Cast, SourceMention } from './sources/source.ts';
import { speakersOf } from './speakers.ts';

/** Tells whom each mention stands for: one entity under all the forms that the article uses for it. */
export function resolveMentions(
  { tokens, mentions }: Mentions,
  sentences: readonly Sentence[],
  sources: readonly SourceMention[],
  linker: Linker = learnedLinker(),
): Scene {
  const speaking = new Set(chooseMentions(tokens, mentions, sources).filter((index) => index !== undefined));
  const scene = setScene(tokens, mentions, sentences, speaking, linker);
  for (let index = 0; index < mentions.length; index += 1) readMention(scene, index);
  return scene;
}

/** Tells who each source is. */
export function castOf(scene: Scene, sentences: readonly Sentence[], sources: readonly SourceMention[]): Cast {
  const { tokens, drafts, resolved } = scene;
  const chosen = chooseMentions(tokens, drafts, sources);
  const told = sources.map((source, index) => tell(scene, source, source.mention ?? chosen[index]));
  for (const [index, source] of sources.entries()) {
    if (source.sameAs !== undefined) told[index] = told[source.sameAs] ?? SILENT;
  }
  return speakersOf(resolved, sources, told, homeOf(tokens, sentences, sidesOf(told)));
}

/** The sides that are known of those who speak, one for each who has one. */
const sidesOf = (told: readonly Told[]): string[] =>
  [...new Set(told.flatMap((one) => ('entity' in one ? [one.entity] : [])))].flatMap(({ side }) => side ?? []);
