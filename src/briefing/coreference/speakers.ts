import type { Mentioned } from '#core/briefing';
import type { Speaker, SpeakerRef } from '#core/speaker';
import { firstPart } from '#text/truncate';
import { SIDES } from '../words/places.ts';
import { isNational } from './affiliation.ts';
import type { Entity } from './entity.ts';
import type { Told } from './sources/resolve-sources.ts';
import type { Cast, SourceMention } from './sources/source.ts';

/** Converts entities to the public model: speakers, people only mentioned, and the entity of each source. */
export function speakersOf(
  entities: Iterable<Entity | undefined>,
  sources: readonly SourceMention[],
  told: readonly Told[],
  home: string | undefined,
): Cast {
  const made = new Map<Entity, Speaker>();
  const taken = new Map<string, number>();
  const speaker = (entity: Entity): Speaker => {
    const known = made.get(entity) ?? speakerOf(entity, taken, home);
    made.set(entity, known);
    return known;
  };
  const refs = told.map((one): SpeakerRef => {
    if ('entity' in one) return { kind: 'named', speaker: speaker(one.entity), mention: one.mention };
    const candidates = one.candidates?.map(speaker) ?? [];
    return { kind: 'unknown', why: one.why, ...(candidates.length > 0 ? { candidates } : {}) };
  });
  const firstAt = new Map<Speaker, number>();
  refs.forEach((ref, index) => {
    if (ref.kind !== 'named') return;
    const at = Math.min(ref.mention.start, ...(sources[index]?.content.map(({ start }) => start) ?? []));
    firstAt.set(ref.speaker, Math.min(at, firstAt.get(ref.speaker) ?? at));
  });
  const speakers = [...firstAt.keys()].sort((a, b) => (firstAt.get(a) ?? 0) - (firstAt.get(b) ?? 0));
  return { speakers, mentioned: mentionedOf(entities, made), refs };
}

function speakerOf(entity: Entity, taken: Map<string, number>, home: string | undefined): Speaker {
  const side = sideOf(entity, home);
  return {
    id: idOf(entity.name, taken),
    name: entity.name,
    aliases: aliasesOf(entity),
    type: entity.type,
    ...(entity.role ? { role: entity.role } : {}),
    ...(entity.office ? { office: entity.office } : {}),
    ...(entity.body ? { body: entity.body } : {}),
    ...(side ? { side } : {}),
  };
}

/** The country or camp that one speaks for: an official for the state, a party’s people and candidates for the party. */
function sideOf(entity: Entity, home: string | undefined): string | undefined {
  const { type, official, role = '' } = entity;
  const camp = isOwnName(entity) ? undefined : entity.camp;
  if (camp !== undefined && !official) return camp;
  const isPrivate = type === 'organisation' ? isNamedAfterCountry(entity) : CANDIDATE.test(role);
  if (entity.side !== undefined && !isPrivate) return entity.side;
  // A minister with a name may well be a guest: only for those without one is home near enough to knowledge.
  const guest = type === 'person' && entity.words.length > 0;
  return camp ?? (official && !guest && !isPrivate && !INTERNATIONAL.test(entity.name) ? home : undefined);
}

/** “People’s Alliance Party”, of which “Alliance Party” is a part, and no other party. */
const isOwnName = ({ name, camp = '' }: Entity): boolean =>
  name !== camp && name.endsWith(camp) && camp.endsWith('Party');

/** “Egyptian Association against Torture”: its country does not speak through it. */
const isNamedAfterCountry = ({ name, side = '' }: Entity): boolean =>
  PRIVATE_BODY.test(name) && name.split(' ').some((word) => SIDES.get(word.toLowerCase()) === side);

const PRIVATE_BODY =
  /\b(?:association|society|federation|foundation|institute|university|college|school|company|corp|corporation|group|bank|airlines?|airways|club|church|hospital|alliance|network|coalition|union|times|herald|post|tribune|journal|gazette)\b/i;
const CANDIDATE = /\b(?:candidate|nominee|contender)\b/i;
const INTERNATIONAL = /\b(?:international|world|global)\b/i;

const aliasesOf = (entity: Entity): string[] => [...entity.forms].filter((form) => form !== entity.name);

const MAX_ID_LENGTH = 60;

/** A slug of the name, numbered where two speakers would share one. */
function idOf(name: string, taken: Map<string, number>): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const slug = firstPart(words, MAX_ID_LENGTH) || 'speaker';
  let count = (taken.get(slug) ?? 0) + 1;
  while (count > 1 && taken.has(`${slug}-${count}`)) count += 1;
  const id = count > 1 ? `${slug}-${count}` : slug;
  taken.set(slug, count);
  if (id !== slug) taken.set(id, 1);
  return id;
}

function mentionedOf(entities: Iterable<Entity | undefined>, made: ReadonlyMap<Entity, Speaker>): Mentioned[] {
  const found: Mentioned[] = [];
  const seen = new Set<Entity>();
  for (const entity of entities) {
    if (!entity || made.has(entity) || entity.words.length === 0 || seen.has(entity)) continue;
    seen.add(entity);
    // A single word that stands only where any word has a capital may be no name at all.
    if (entity.words.length === 1 && !entity.sure && !entity.human && !entity.isPlace) continue;
    if (entity.isPlace && isNational(entity.name.toLowerCase())) continue;
    found.push({ name: entity.name, aliases: aliasesOf(entity) });
  }
  return found;
}
