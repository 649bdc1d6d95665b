import type { Mentioned } from '#core/briefing';
import type { Speaker, SpeakerRef } from '#core/speaker';
import { firstPart } from '#text/truncate';
import { type DefaultCountries, isNational } from './affiliation.ts';
import type { Entity } from './entity.ts';
import { sideOf } from './sides.ts';
import type { SourceResolution } from './sources/resolve-sources.ts';
import type { ResolvedSpeakers, SourceMention } from './sources/source.ts';

/** Converts entities to the public model: speakers, people only mentioned, and the entity of each source. */
export function speakersOf(
  entities: Iterable<Entity | undefined>,
  sources: readonly SourceMention[],
  resolutions: readonly SourceResolution[],
  defaults: DefaultCountries,
): ResolvedSpeakers {
  const converted = new Map<Entity, Speaker>();
  const usedIds = new Map<string, number>();
  const speaker = (entity: Entity): Speaker => {
    const known = converted.get(entity) ?? speakerOf(entity, usedIds, defaults);
    converted.set(entity, known);
    return known;
  };
  const refs = resolutions.map((resolution): SpeakerRef => {
    if ('entity' in resolution)
      return { kind: 'named', speaker: speaker(resolution.entity), mention: resolution.mention };
    const candidates = resolution.candidates?.map(speaker) ?? [];
    return { kind: 'unknown', why: resolution.why, ...(candidates.length > 0 ? { candidates } : {}) };
  });
  const firstAt = new Map<Speaker, number>();
  refs.forEach((ref, index) => {
    if (ref.kind !== 'named') return;
    const at = Math.min(ref.mention.start, ...(sources[index]?.content.map(({ start }) => start) ?? []));
    firstAt.set(ref.speaker, Math.min(at, firstAt.get(ref.speaker) ?? at));
  });
  const speakers = [...firstAt.keys()].sort((a, b) => (firstAt.get(a) ?? 0) - (firstAt.get(b) ?? 0));
  return { speakers, mentioned: mentionedOf(entities, converted), refs };
}

function speakerOf(entity: Entity, usedIds: Map<string, number>, defaults: DefaultCountries): Speaker {
  const side = sideOf(entity, defaults);
  return {
    id: idOf(entity.name, usedIds),
    name: entity.name,
    aliases: aliasesOf(entity),
    type: entity.type,
    ...(entity.role ? { role: entity.role } : {}),
    ...(entity.office ? { office: entity.office } : {}),
    ...(entity.body ? { body: entity.body } : {}),
    ...(side ? { side } : {}),
  };
}

const aliasesOf = (entity: Entity): string[] => [...entity.forms].filter((form) => form !== entity.name);

const MAX_ID_LENGTH = 60;

/** A slug of the name, numbered where two speakers would share one. */
function idOf(name: string, usedIds: Map<string, number>): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const slug = firstPart(words, MAX_ID_LENGTH) || 'speaker';
  let count = (usedIds.get(slug) ?? 0) + 1;
  while (count > 1 && usedIds.has(`${slug}-${count}`)) count += 1;
  const id = count > 1 ? `${slug}-${count}` : slug;
  usedIds.set(slug, count);
  if (id !== slug) usedIds.set(id, 1);
  return id;
}

function mentionedOf(entities: Iterable<Entity | undefined>, converted: ReadonlyMap<Entity, Speaker>): Mentioned[] {
  const found: Mentioned[] = [];
  const seen = new Set<Entity>();
  for (const entity of entities) {
    if (!entity || converted.has(entity) || entity.words.length === 0 || seen.has(entity)) continue;
    seen.add(entity);
    // A single word that is capitalised only where any word would be may not be a name.
    if (entity.words.length === 1 && !entity.isProperName && !entity.human && !entity.isPlace) continue;
    if (entity.isPlace && isNational(entity.name.toLowerCase())) continue;
    found.push({ name: entity.name, aliases: aliasesOf(entity) });
  }
  return found;
}
