import { readMentions } from '../mentions/index.ts';
import type { Reading } from '../normalise.ts';
import type { Sentence } from '../segment.ts';
import { homeOf } from './affiliation.ts';
import { chooseMentions } from './match-sources.ts';
import { readMention, setScene } from './resolve.ts';
import { SILENT, type Told, tell } from './resolve-sources.ts';
import type { Cast, SourceMention } from './source.ts';
import { speakersOf } from './speakers.ts';

/** Tells who each source is: one entity under all the forms that the article uses for it. */
export function castOf(reading: Reading, sentences: readonly Sentence[], sources: readonly SourceMention[]): Cast {
  const { tokens, mentions } = readMentions(reading, sentences);
  const scene = setScene(tokens, mentions, sentences);
  const chosen = chooseMentions(tokens, mentions, sources);
  const speaking = new Set(chosen.filter((index) => index !== undefined));
  for (let index = 0; index < mentions.length; index += 1) readMention(scene, index, speaking.has(index));
  const told = sources.map((source, index) => tell(scene, source, chosen[index]));
  for (const [index, source] of sources.entries()) {
    if (source.sameAs !== undefined && source.sameAs < index)
      told[index] = told[source.sameAs] ?? told[index] ?? SILENT;
  }
  return speakersOf(scene.resolved, sources, told, homeOf(tokens, sentences, sidesOf(told)));
}

/** The sides that are known of those who speak, one for each who has one. */
const sidesOf = (told: readonly Told[]): string[] =>
  [...new Set(told.flatMap((one) => ('entity' in one ? [one.entity] : [])))].flatMap(({ side }) => side ?? []);
