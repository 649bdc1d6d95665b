import type { MentionDraft } from '../mentions/mention-builder.ts';
import { PERSON } from '../mentions/word-flags.ts';
import { type CoreferenceContext, link, MIN_PRONOUN_CHANCE } from './context.ts';
import type { Entity } from './entity.ts';
import { candidatesFor } from './links/candidates.ts';

type Fits = (entity: Entity) => boolean;

const HUMAN: Fits = (entity) => entity.type === 'person' || entity.type === 'anonymous';
const THING: Fits = (entity) =>
  entity.type === 'organisation' ||
  entity.type === 'document' ||
  (entity.type === 'person' && !entity.human && entity.words.length === 1);
const PLURAL: Fits = (entity) =>
  entity.type === 'group' || entity.type === 'document' || (entity.type === 'organisation' && !entity.isPlace);
const THIRD_PERSON_PLURAL = /^(?:they|their|them|themselves|theirs)$/;

/** The entity that a pronoun refers to; none for the first (“I”, “we”) and second person. */
export function resolvePronoun(context: CoreferenceContext, mention: MentionDraft, index: number): Entity | undefined {
  const word = context.tokens.words[mention.from] ?? '';
  if (/^(?:who|which|whose)$/.test(word)) return resolveRelative(context, mention, index);
  const fits = mention.gender
    ? HUMAN
    : /^(?:it|its|itself)$/.test(word)
      ? THING
      : THIRD_PERSON_PLURAL.test(word)
        ? PLURAL
        : undefined;
  return fits && link(context, mention, index, candidatesFor(context, mention, fits), MIN_PRONOUN_CHANCE);
}

/**
 * The noun phrase directly before “who” or “which”.
 *
 * // a spokesman for the ministry, who declined …
 * // ----------------------------  ^^^
 */
function resolveRelative(context: CoreferenceContext, mention: MentionDraft, index: number): Entity | undefined {
  const start = context.tokens.words[mention.from - 1] === ',' ? mention.from - 1 : mention.from;
  let found: number | undefined;
  let person: number | undefined;
  for (let at = index - 1; at >= Math.max(0, index - 8); at -= 1) {
    const before = context.mentions[at];
    if (!before || before.sentence !== mention.sentence) break;
    if (before.kind === 'pronoun' || before.possessive || before.kind === 'pair' || before.quoted !== mention.quoted)
      continue;
    if (before.spanTo === start) found = at;
    if (person === undefined && isHuman(context, before)) person = at;
  }
  const who = context.tokens.words[mention.from] === 'who' ? person : undefined;
  return context.resolved[found ?? who ?? -1];
}

const isHuman = (context: CoreferenceContext, mention: MentionDraft): boolean =>
  mention.kind === 'name' ||
  (mention.kind === 'description' && Boolean((context.tokens.flags[mention.to - 1] ?? 0) & PERSON));
