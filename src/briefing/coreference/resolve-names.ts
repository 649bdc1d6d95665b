import type { Draft } from '../mentions/mention-builder.ts';
import { CAP } from '../mentions/word-flags.ts';
import { SIDES } from '../words/places.ts';
import { isNational } from './affiliation.ts';
import type { Scene } from './context.ts';
import type { Entity } from './entity.ts';
import { candidatesFor } from './links/candidates.ts';
import { isFamilyName } from './name-index.ts';

/**
 * Who bears a name. A family name alone goes to the bearer it fits by title and gender; of several, to the one last
 * spoken of, unless one is spoken of far more.
 *
 * // Hillary Clinton met her husband. Mr. Clinton said …
 * //                                  ^^^^^^^^^^^ not she
 */
export function bearerOf(scene: Scene, one: Draft): Entity | undefined {
  const words = scene.registry.wordsOf(one);
  if (words.length > 1) return scene.registry.full(one);
  const word = words[0] ?? '';
  const fitting = scene.registry.bearers(word).filter((entity) => agree(one, entity));
  const families = fitting.filter((entity) => entity.type === 'person' && isFamilyName(entity, word));
  const list = families.length > 0 ? families : fitting;
  if (list.length < 2) return list[0] ?? scene.registry.full(one);
  return mostOf(list) ?? candidatesFor(scene, one, (entity) => list.includes(entity))[0]?.entity;
}

const agree = (one: Draft, entity: Entity): boolean => !one.gender || !entity.gender || entity.gender === one.gender;

function mostOf(list: readonly Entity[]): Entity | undefined {
  const [first, second] = list.toSorted((a, b) => b.weight - a.weight);
  return first && second && first.weight >= 2 * second.weight ? first : undefined;
}

/** The person named most: the one whom a talk is with. */
export function mostNamed(scene: Scene): Entity | undefined {
  let most: Entity | undefined;
  for (const entity of scene.resolved) {
    if (entity?.type === 'person' && entity.times > (most?.times ?? 0)) most = entity;
  }
  return most;
}

/** A body under its full name; initials in brackets behind it are remembered. */
export function bodyOf(scene: Scene, one: Draft): Entity | undefined {
  const { words, flags } = scene.tokens;
  const full = scene.registry.full(one);
  if (full && words[one.to] === '(' && words[one.to + 2] === ')' && (flags[one.to + 1] ?? 0) & CAP) {
    scene.registry.setInitials(words[one.to + 1] ?? '', full);
  }
  return full;
}

export function acronymOf(scene: Scene, one: Draft): Entity | undefined {
  return scene.registry.byInitials(scene.tokens.words[one.nameFrom] ?? '') ?? scene.registry.full(one);
}

/** A place that speaks: the country, the seat of power; a person where Jim Jordan was named; “the Portuguese”. */
export function placeOf(scene: Scene, one: Draft): Entity | undefined {
  const word = scene.tokens.words[one.nameFrom] ?? '';
  if (one.nameTo - one.nameFrom === 1) {
    const bearer = familyBearer(scene, word);
    if (bearer) return bearer;
  }
  const side = SIDES.get(scene.tokens.words.slice(one.nameFrom, one.nameTo).join(' '));
  if (side && one.article === 'definite' && one.number === 'one' && isNationality(scene, one)) {
    return countryman(scene, one, side);
  }
  const entity = scene.registry.full(one);
  if (entity && entity.type !== 'person') {
    entity.type = one.number === 'many' ? 'group' : 'organisation';
    entity.isPlace = true;
    if (side) entity.side ??= side;
  }
  return entity;
}

/** One person who bears this word as a family name. */
export const familyBearer = (scene: Scene, word: string): Entity | undefined =>
  scene.registry.bearers(word).find((entity) => entity.type === 'person' && isFamilyName(entity, word));

const isNationality = (scene: Scene, one: Draft): boolean =>
  !((scene.tokens.flags[one.to] ?? 0) & CAP) &&
  isNational(scene.tokens.words.slice(one.nameFrom, one.nameTo).join(' '));

/** “the Ghanaian said”: the last person of that country, else the last of whom no country is known. */
function countryman(scene: Scene, one: Draft, side: string): Entity | undefined {
  const countrymen = candidatesFor(scene, one, (entity) => entity.type === 'person' && (entity.side ?? side) === side);
  return (countrymen.find(({ entity }) => entity.side === side) ?? countrymen[0])?.entity;
}
