import type { Draft } from '../mentions/mention-builder.ts';
import type { Scene } from './context.ts';
import type { Entity } from './entity.ts';
import { candidatesFor } from './links/candidates.ts';
import { bearerOf } from './resolve-names.ts';
import { pronounOf } from './resolve-pronouns.ts';

/** “one of them said”: any of those spoken of, who are many. */
export function ofThem(scene: Scene, one: Draft): Entity | undefined {
  const { words } = scene.tokens;
  if (words[one.to] !== 'of' || words[one.to + 1] !== 'them' || one.to - one.from > 1) return undefined;
  return candidatesFor(scene, one, (entity) => entity.type === 'group')[0]?.entity;
}

const KIN = /^(?:ex-)?(?:wife|husband|widow|widower|son|daughter|brother|sister|mother|father)$/;

/**
 * “his wife”, where one other of his family name is known.
 *
 * // Roy and Jean Cobb … Roy Cobb agreed. “Never,” said his wife.
 * //             ----                                   --------
 */
export function relativeOf(scene: Scene, one: Draft, word: string, index: number): Entity | undefined {
  if (one.article !== 'possessive' || !KIN.test(word)) return undefined;
  const owner = ownerAt(scene, one, index);
  const family = owner?.words.at(-1);
  if (!owner || !family) return undefined;
  const others = scene.registry
    .bearers(family)
    .filter(
      (entity) =>
        entity !== owner && entity.words.length > 1 && entity.words.at(-1) === family && entity.type === 'person',
    )
    .filter((entity) => !one.gender || !entity.gender || entity.gender === one.gender);
  return others.length === 1 ? others[0] : undefined;
}

/** Whose it is: “his wife”, “Cobb’s wife”. */
export function ownerAt(scene: Scene, one: Draft, index: number): Entity | undefined {
  const next = scene.drafts[index + 1];
  if (!next?.possessive || next.from !== one.from) return undefined;
  return next.kind === 'pronoun'
    ? pronounOf(scene, next, index + 1)
    : next.kind === 'name'
      ? bearerOf(scene, next)
      : undefined;
}
