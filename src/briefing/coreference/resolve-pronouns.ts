import type { Draft } from '../mentions/mention-builder.ts';
import { PERSON } from '../mentions/word-flags.ts';
import { link, MIN_PRONOUN_CHANCE, type Scene } from './context.ts';
import type { Entity } from './entity.ts';
import { candidatesFor } from './links/candidates.ts';

type Fits = (entity: Entity) => boolean;

const HUMAN: Fits = (entity) => entity.type === 'person' || entity.type === 'anonymous';
const THING: Fits = (entity) =>
  entity.type === 'organisation' ||
  entity.type === 'document' ||
  (entity.type === 'person' && !entity.human && entity.words.length === 1);
const MANY: Fits = (entity) =>
  entity.type === 'group' || entity.type === 'document' || (entity.type === 'organisation' && !entity.isPlace);
const OTHERS = /^(?:they|their|them|themselves|theirs)$/;

/** The entity that a pronoun refers to; none for the first (“I”, “we”) and second person. */
export function pronounOf(scene: Scene, one: Draft, index: number): Entity | undefined {
  const word = scene.tokens.words[one.from] ?? '';
  if (/^(?:who|which|whose)$/.test(word)) return relative(scene, one, index);
  const fits = one.gender ? HUMAN : /^(?:it|its|itself)$/.test(word) ? THING : OTHERS.test(word) ? MANY : undefined;
  return fits && link(scene, one, index, candidatesFor(scene, one, fits), MIN_PRONOUN_CHANCE);
}

/**
 * The phrase right before “who” or “which”, the whole of it.
 *
 * // a spokesman for the ministry, who declined …
 * // ----------------------------  ^^^
 */
function relative(scene: Scene, one: Draft, index: number): Entity | undefined {
  const start = scene.tokens.words[one.from - 1] === ',' ? one.from - 1 : one.from;
  let found: number | undefined;
  let person: number | undefined;
  for (let at = index - 1; at >= Math.max(0, index - 8); at -= 1) {
    const before = scene.drafts[at];
    if (!before || before.sentence !== one.sentence) break;
    if (before.kind === 'pronoun' || before.possessive || before.kind === 'pair' || before.quoted !== one.quoted)
      continue;
    if (before.past === start) found = at;
    if (person === undefined && isHuman(scene, before)) person = at;
  }
  const who = scene.tokens.words[one.from] === 'who' ? person : undefined;
  return scene.resolved[found ?? who ?? -1];
}

const isHuman = (scene: Scene, one: Draft): boolean =>
  one.kind === 'name' || (one.kind === 'description' && Boolean((scene.tokens.flags[one.to - 1] ?? 0) & PERSON));
