import type { MentionDraft } from '../mentions/mention-builder.ts';
import { ORG, PERSON, singularOf, TITLE } from '../mentions/word-flags.ts';
import { GENERIC, PLAIN_BODIES } from '../words/offices.ts';
import { type CoreferenceContext, headAt, link } from './context.ts';
import { authorOf, knownAuthor } from './document-authors.ts';
import type { Entity } from './entity.ts';
import { candidatesFor } from './links/candidates.ts';
import { withFamilyName } from './resolve-names.ts';
import { resolveOfThem, resolveRelation } from './resolve-relatives.ts';
import { LATER, OTHER_SIDE, type RoleMatch, SAME_SIDE, SAME_WORD, WIDER_WORD } from './role-index.ts';
import { descriptionOf, findOrAddUnnamed, findUnnamed } from './unnamed-entities.ts';

/**
 * The entity that an office or a description refers to: one described like this before or later, or one already
 * mentioned; otherwise an unnamed entity, keyed by the description.
 *
 * // the deputy national security director     a presidential adviser     the company     critics
 */
export function resolveDescription(
  context: CoreferenceContext,
  mention: MentionDraft,
  index: number,
): Entity | undefined {
  const head = headAt(context, mention);
  const flag = context.tokens.flags[head] ?? 0;
  if (mention.kind === 'office' && mention.to - mention.from === 1 && mention.article === 'none') {
    const person = withFamilyName(context, context.tokens.words[head] ?? '');
    if (person) return person;
  }
  const word = singularOf(context.tokens.words[head] ?? '');
  const certain =
    mention.number === 'many' || mention.kind === 'document'
      ? (resolveOfThem(context, mention) ??
        resolvePairReference(context, mention) ??
        authorOf(context, mention, head, index))
      : (resolveRelation(context, mention, word, index) ?? resolveOfThem(context, mention));
  if (certain) return certain;
  if (isNew(context, mention)) return findOrAddUnnamed(context, mention, flag, index);
  const compatible = (entity: Entity): boolean => isCompatible(entity, mention, flag);
  const matches = context.roles.matches(possesseeStart(context, mention), head, compatible);
  const author = mention.kind === 'document' && mention.article === 'definite' ? knownAuthor(matches) : undefined;
  if (author) return author;
  // “the suspect” is not “a judicial source”, “a driver” not one met under another word, “the president” not an editor
  // where a president was mentioned.
  const isKnown = [...matches.values()].some(({ level, side }) => level === SAME_WORD && side !== OTHER_SIDE);
  const mayDiffer = mention.article !== 'indefinite' && !isKnown;
  // “a Danish envoy” does not refer to the Norwegian one.
  const fits = (entity: Entity): boolean =>
    compatible(entity) &&
    matches.get(entity)?.side !== OTHER_SIDE &&
    !(entity.isPlace && PLAIN_BODIES.has(word)) &&
    (matches.has(entity) || (mayDiffer && (entity.words.length > 0 || isBare(mention, word))));
  const same = findUnnamed(context, mention, index);
  const isLast = ([entity, { level }]: [Entity, RoleMatch]): boolean =>
    level !== SAME_WORD || entity.lastToken <= (same?.lastToken ?? 0);
  if (same && [...matches].every(isLast)) return same;
  const match =
    exactMatch(matches) ??
    (isLead(context, mention) ? (laterMatch(matches) ?? headlineMatch(context, mention, matches)) : undefined);
  if (match) return match;
  // “the company” must have been mentioned before.
  const least = PLAIN_BODIES.has(word) && mention.to - mention.from === 2 && mention.article === 'definite' ? 0 : 1;
  return (
    link(context, mention, index, candidatesFor(context, mention, fits, matches), least) ??
    findOrAddUnnamed(context, mention, flag, index)
  );
}

/** “the man”, “the company”: it fits any person or any body. */
const isBare = (mention: MentionDraft, word: string): boolean =>
  mention.to - mention.from === 2 && (GENERIC.has(word) || PLAIN_BODIES.has(word));

/** The only entity whose office has the same head and all modifiers: “the Norwegian envoy”. */
function exactMatch(matches: ReadonlyMap<Entity, RoleMatch>): Entity | undefined {
  const exact = [...matches].filter(
    ([, { level, shared, required, side }]) =>
      (level === SAME_WORD || level === SAME_WORD + LATER) &&
      side !== OTHER_SIDE &&
      shared === required &&
      (required > 0 || side === SAME_SIDE),
  );
  return exact.length === 1 ? exact[0]?.[0] : undefined;
}

/**
 * The entity described like this later: a headline or a lead often gives an office before the name.
 *
 * // Lawmaker calls for reform ¶ Sen. Ada Okafor said …
 * // --------                         ----------
 */
function laterMatch(matches: ReadonlyMap<Entity, RoleMatch>): Entity | undefined {
  const fit = [...matches].filter(
    ([{ words }, { level, shared, required, side }]) =>
      words.length > 0 &&
      level > LATER &&
      level < WIDER_WORD + LATER &&
      side !== OTHER_SIDE &&
      (required === 0 || shared > 0 || side === SAME_SIDE),
  );
  const weight = ({ level, shared, side }: RoleMatch): number => shared + Number(side === SAME_SIDE) - 10 * level;
  return fit.toSorted(([, a], [, b]) => weight(b) - weight(a))[0]?.[0];
}

/** The unnamed entity of the headline with the same head: “an official from the ministry” says more than “Oslo official”. */
function headlineMatch(
  context: CoreferenceContext,
  mention: MentionDraft,
  matches: ReadonlyMap<Entity, RoleMatch>,
): Entity | undefined {
  const found = [...matches].find(
    ([{ words }, { level, side }]) => words.length === 0 && level === SAME_WORD && side !== OTHER_SIDE,
  )?.[0];
  const description = descriptionOf(context, mention);
  if (found && mention.article === 'indefinite' && description.length > found.name.length) found.name = description;
  return found;
}

/** The paragraphs in which “a judge” may be the judge of the headline, or one named later. */
const LEAD_PARAGRAPHS = 2;

const isLead = (context: CoreferenceContext, mention: MentionDraft): boolean =>
  (context.paragraphs[mention.sentence] ?? 0) <= LEAD_PARAGRAPHS;

/** “another official”, and after the lead any indefinite description, is a new entity. */
const isNew = (context: CoreferenceContext, mention: MentionDraft): boolean =>
  mention.article === 'indefinite' &&
  (!isLead(context, mention) || /^(?:one|another|other)$/.test(context.tokens.words[mention.from] ?? ''));

/** “both men”, “the two”, “each”: the pair named last. */
function resolvePairReference(context: CoreferenceContext, mention: MentionDraft): Entity | undefined {
  const { words } = context.tokens;
  const first = words[mention.from] ?? '';
  const second = words[mention.from + 1] ?? '';
  if (
    !/^(?:both|each)$/.test(first) &&
    !(first === 'the' && /^(?:two|pair|couple|candidates|rivals|duo)$/.test(second))
  )
    return undefined;
  if (words[mention.to] === 'of') return undefined;
  return candidatesFor(context, mention, (entity) => entity.members !== undefined)[0]?.entity;
}

/** The start of the phrase after its possessor: “the victim’s | widow”. */
function possesseeStart(context: CoreferenceContext, mention: MentionDraft): number {
  for (let at = mention.to - 1; at > mention.from; at -= 1) if (context.tokens.words[at] === "'s") return at + 1;
  return mention.from;
}

/** Whether a description can refer to the entity: both persons, organisations or documents. */
function isCompatible(entity: Entity, mention: MentionDraft, flag: number): boolean {
  if (mention.gender && entity.gender && mention.gender !== entity.gender) return false;
  if (mention.number === 'many') return entity.type === 'group' || entity.type === 'document';
  if (mention.kind === 'document') return entity.type === 'document' || entity.isAuthor === true;
  if (flag & (PERSON | TITLE)) return entity.type === 'person' || entity.type === 'anonymous';
  if (flag & ORG) return entity.type === 'organisation';
  return entity.type === 'document' || entity.type === 'organisation';
}
