import type { MentionDraft } from '../mentions/mention-builder.ts';
import type { CoreferenceContext } from './context.ts';
import type { Entity } from './entity.ts';
import { candidatesFor } from './links/candidates.ts';
import { resolveName } from './resolve-names.ts';
import { resolvePronoun } from './resolve-pronouns.ts';

/** “one of them said”: any of those spoken of, who are many. */
export function resolveOfThem(context: CoreferenceContext, mention: MentionDraft): Entity | undefined {
  const { words } = context.tokens;
  if (words[mention.to] !== 'of' || words[mention.to + 1] !== 'them' || mention.to - mention.from > 1) return undefined;
  return candidatesFor(context, mention, (entity) => entity.type === 'group')[0]?.entity;
}

const KIN = /^(?:ex-)?(?:wife|husband|widow|widower|son|daughter|brother|sister|mother|father)$/;

/**
 * “his wife”, where one other of his family name is known.
 *
 * // Roy and Jean Cobb … Roy Cobb agreed. “Never,” said his wife.
 * //             ----                                   --------
 */
export function resolveRelation(
  context: CoreferenceContext,
  mention: MentionDraft,
  word: string,
  index: number,
): Entity | undefined {
  if (mention.article !== 'possessive' || !KIN.test(word)) return undefined;
  const possessor = possessorOf(context, mention, index);
  const family = possessor?.words.at(-1);
  if (!possessor || !family) return undefined;
  const others = context.names
    .withWord(family)
    .filter(
      (entity) =>
        entity !== possessor && entity.words.length > 1 && entity.words.at(-1) === family && entity.type === 'person',
    )
    .filter((entity) => !mention.gender || !entity.gender || entity.gender === mention.gender);
  return others.length === 1 ? others[0] : undefined;
}

/** Whose it is: “his wife”, “Cobb’s wife”. */
export function possessorOf(context: CoreferenceContext, mention: MentionDraft, index: number): Entity | undefined {
  const next = context.mentions[index + 1];
  if (!next?.possessive || next.from !== mention.from) return undefined;
  return next.kind === 'pronoun'
    ? resolvePronoun(context, next, index + 1)
    : next.kind === 'name'
      ? resolveName(context, next, index + 1)
      : undefined;
}
