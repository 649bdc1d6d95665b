import type { Draft } from '../mentions/mention-builder.ts';
import { PERSON } from '../mentions/word-flags.ts';
import { antecedentOf } from './antecedent.ts';
import { type Scene, wantedOf } from './context.ts';
import type { Entity } from './entity.ts';

type Fits = (entity: Entity) => boolean;

const HUMAN: Fits = (entity) => entity.type === 'person' || entity.type === 'anonymous';
const THING: Fits = (entity) =>
  entity.type === 'organisation' ||
  entity.type === 'document' ||
  (entity.type === 'person' && !entity.human && entity.words.length === 1);
const MANY: Fits = (entity) => entity.type === 'group';
const STAFFED: Fits = (entity) => (entity.type === 'organisation' && !entity.isPlace) || entity.type === 'document';

/** The entity that a pronoun refers to; none for the first (“I”, “we”) and second person. */
export function pronounOf(scene: Scene, one: Draft, index: number): Entity | undefined {
  const word = scene.tokens.words[one.from] ?? '';
  const wanted = wantedOf(scene, one);
  if (/^(?:he|his|him|himself|she|her|hers|herself)$/.test(word))
    return antecedentOf(scene.recall, { ...wanted, fits: HUMAN });
  if (/^(?:it|its|itself)$/.test(word)) return antecedentOf(scene.recall, { ...wanted, fits: THING });
  if (/^(?:they|their|them|themselves|theirs)$/.test(word)) {
    return (
      antecedentOf(scene.recall, { ...wanted, fits: MANY }) ?? antecedentOf(scene.recall, { ...wanted, fits: STAFFED })
    );
  }
  return /^(?:who|which|whose)$/.test(word) ? relative(scene, one, index) : undefined;
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
