import type { MentionDraft } from '../mentions/mention-builder.ts';
import { CAP } from '../mentions/word-flags.ts';
import { SIDES } from '../words/places.ts';
import { isNational } from './affiliation.ts';
import { type CoreferenceContext, link } from './context.ts';
import type { Entity } from './entity.ts';
import { isFamilyName } from './entity.ts';
import { candidatesFor } from './links/candidates.ts';

/**
 * Who bears a name. A family name alone goes to the bearer it fits by title and gender; of several, to the likeliest of
 * those mentioned of late, else to one who is named far more than the others.
 *
 * // Hillary Clinton met her husband. Mr. Clinton said …
 * //                                  ^^^^^^^^^^^ not she
 */
export function resolveName(context: CoreferenceContext, mention: MentionDraft, index: number): Entity | undefined {
  const words = context.names.wordsOf(mention);
  if (words.length > 1) return context.names.byFullName(mention);
  const word = words[0] ?? '';
  const fitting = context.names.withWord(word).filter((entity) => gendersAgree(mention, entity));
  const families = fitting.filter((entity) => entity.type === 'person' && isFamilyName(entity, word));
  const list = families.length > 0 ? families : fitting;
  if (list.length < 2) return list[0] ?? context.names.byFullName(mention);
  const candidates = candidatesFor(context, mention, (entity) => list.includes(entity));
  return link(context, mention, index, candidates) ?? mostFrequent(list);
}

const gendersAgree = (mention: MentionDraft, entity: Entity): boolean =>
  !mention.gender || !entity.gender || entity.gender === mention.gender;

function mostFrequent(list: readonly Entity[]): Entity | undefined {
  const [first, second] = list.toSorted((a, b) => b.weight - a.weight);
  return first && second && first.weight >= 2 * second.weight ? first : undefined;
}

/** The person named most: the one whom a talk is with. */
export function mostNamed(context: CoreferenceContext): Entity | undefined {
  let most: Entity | undefined;
  for (const entity of context.resolved) {
    if (entity?.type === 'person' && entity.mentionCount > (most?.mentionCount ?? 0)) most = entity;
  }
  return most;
}

/** A body under its full name; initials in brackets after it are remembered. */
export function resolveOrganisation(context: CoreferenceContext, mention: MentionDraft): Entity | undefined {
  const { words, flags } = context.tokens;
  const full = context.names.byFullName(mention);
  if (full && words[mention.to] === '(' && words[mention.to + 2] === ')' && (flags[mention.to + 1] ?? 0) & CAP) {
    context.names.setInitials(words[mention.to + 1] ?? '', full);
  }
  return full;
}

export function resolveAcronym(context: CoreferenceContext, mention: MentionDraft): Entity | undefined {
  const letters = context.tokens.words[mention.nameFrom] ?? '';
  const holder = mention.article === 'definite' ? context.names.offices.holder(letters) : undefined;
  return holder ?? context.names.byInitials(letters) ?? context.names.byFullName(mention);
}

/** A place that speaks: the country, the seat of power; a person where Jim Jordan was named; “the Portuguese”. */
export function resolvePlace(context: CoreferenceContext, mention: MentionDraft): Entity | undefined {
  const word = context.tokens.words[mention.nameFrom] ?? '';
  if (mention.nameTo - mention.nameFrom === 1) {
    const person = withFamilyName(context, word);
    if (person) return person;
  }
  const side = SIDES.get(context.tokens.words.slice(mention.nameFrom, mention.nameTo).join(' '));
  if (side && mention.article === 'definite' && mention.number === 'one' && isNationality(context, mention)) {
    return resolveNationality(context, mention, side);
  }
  const entity = context.names.byFullName(mention);
  if (entity && entity.type !== 'person') {
    entity.type = mention.number === 'many' ? 'group' : 'organisation';
    entity.isPlace = true;
    if (side) entity.side ??= side;
  }
  return entity;
}

/** One person who bears this word as a family name. */
export const withFamilyName = (context: CoreferenceContext, word: string): Entity | undefined =>
  context.names.withWord(word).find((entity) => entity.type === 'person' && isFamilyName(entity, word));

const isNationality = (context: CoreferenceContext, mention: MentionDraft): boolean =>
  !((context.tokens.flags[mention.to] ?? 0) & CAP) &&
  isNational(context.tokens.words.slice(mention.nameFrom, mention.nameTo).join(' '));

/** “the Ghanaian said”: the last person of that country, else the last of whom no country is known. */
function resolveNationality(context: CoreferenceContext, mention: MentionDraft, side: string): Entity | undefined {
  const candidates = candidatesFor(
    context,
    mention,
    (entity) => entity.type === 'person' && (entity.side ?? side) === side,
  );
  return (candidates.find(({ entity }) => entity.side === side) ?? candidates[0])?.entity;
}
