import type { MentionDraft } from '../mentions/mention-builder.ts';
import { ORG, PERSON, singularOf, TITLE } from '../mentions/word-flags.ts';
import { PLAIN_BODIES } from '../words/offices.ts';
import { type CoreferenceContext, headAt, link } from './context.ts';
import type { Entity } from './entity.ts';
import { candidatesFor } from './links/candidates.ts';
import { withFamilyName } from './resolve-names.ts';
import { resolveOfThem, resolveRelation } from './resolve-relatives.ts';
import { LATER, OTHER_SIDE, type RoleMatch, SAME_SIDE, SAME_WORD, WIDER_WORD } from './role-index.ts';
import { findOrAddUnnamed, findUnnamed } from './unnamed-entities.ts';

/**
 * The entity that an office or a description refers to: one that is so described before or later, or one already
 * mentioned; else an unnamed entity, keyed by these words.
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
      ? (resolveOfThem(context, mention) ?? resolvePairReference(context, mention) ?? authorOf(context, mention, head))
      : (resolveRelation(context, mention, word, index) ?? resolveOfThem(context, mention));
  if (certain) return certain;
  if (isNew(context, mention)) return findOrAddUnnamed(context, mention, flag, index);
  const compatible = (entity: Entity): boolean => isCompatible(entity, mention, flag);
  const matches = context.roles.matches(possesseeStart(context, mention), head, compatible);
  const author = mention.kind === 'document' && mention.article === 'definite' ? authorAmong(matches) : undefined;
  if (author) return author;
  // “a Danish envoy” is not the Norwegian one.
  const fits = (entity: Entity): boolean =>
    compatible(entity) && matches.get(entity)?.side !== OTHER_SIDE && !(entity.isPlace && PLAIN_BODIES.has(word));
  const same = findUnnamed(context, mention, index);
  const isLast = ([entity, { level }]: [Entity, RoleMatch]): boolean =>
    level !== SAME_WORD || entity.lastToken <= (same?.lastToken ?? 0);
  if (same && [...matches].every(isLast)) return same;
  const match =
    exactMatch(matches) ?? (isLead(context, mention) ? (laterMatch(matches) ?? headlineMatch(matches)) : undefined);
  if (match) return match;
  // “the company” has to be one that was mentioned.
  const least = PLAIN_BODIES.has(word) && mention.to - mention.from === 2 && mention.article === 'definite' ? 0 : 1;
  return (
    link(context, mention, index, candidatesFor(context, mention, fits, matches), least) ??
    findOrAddUnnamed(context, mention, flag, index)
  );
}

/** The only one whose office has the same word for it and all that was asked for: “the Norwegian envoy”. */
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
 * The one whom the story will so describe: a headline or a lead tells an office before the name.
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

/** The one whom the headline calls by the same word, without a name. */
const headlineMatch = (matches: ReadonlyMap<Entity, RoleMatch>): Entity | undefined =>
  [...matches].find(
    ([{ words }, { level, side }]) => words.length === 0 && level === SAME_WORD && side !== OTHER_SIDE,
  )?.[0];

/** How far into the story “a judge” may still be the judge whom the headline mentions, or the story names later. */
const LEAD_PARAGRAPHS = 2;

const isLead = (context: CoreferenceContext, mention: MentionDraft): boolean =>
  (context.paragraphs[mention.sentence] ?? 0) <= LEAD_PARAGRAPHS;

/** “another official”, and any with “a” behind the lead, is one not mentioned before. */
const isNew = (context: CoreferenceContext, mention: MentionDraft): boolean =>
  mention.article === 'indefinite' &&
  (!isLead(context, mention) || /^(?:one|another|other)$/.test(context.tokens.words[mention.from] ?? ''));

/**
 * The body that says something in a paper speaks whenever the paper does.
 *
 * // The institute said in a report that …   “…,” the report said.
 * // -------------         ++++++++               ----------
 */
function authorOf(context: CoreferenceContext, mention: MentionDraft, head: number): Entity | undefined {
  if (mention.kind !== 'document' || mention.article === 'definite' || mention.article === 'possessive')
    return undefined;
  if (context.tokens.words[mention.from - 1] !== 'in') return undefined;
  const narrationIndex = context.narrationIndexes[mention.sentence];
  for (const event of context.history.before(mention.from)) {
    if (event.narrationIndex !== narrationIndex) return undefined;
    if (!event.spoke) continue;
    if (event.entity.type !== 'organisation' || event.entity.words.length === 0) return undefined;
    context.roles.addDocument(event.entity, head);
    return event.entity;
  }
  return undefined;
}

/** “the report”, behind “said in a report”: the body that said so. */
const authorAmong = (matches: ReadonlyMap<Entity, RoleMatch>): Entity | undefined =>
  [...matches].find(([{ isAuthor }, { level }]) => isAuthor === true && level === SAME_WORD)?.[0];

/** “both men”, “the two”, “each”: two who were named together. */
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

/** Where the phrase begins behind its owner: “the victim’s | widow”. */
function possesseeStart(context: CoreferenceContext, mention: MentionDraft): number {
  for (let at = mention.to - 1; at > mention.from; at -= 1) if (context.tokens.words[at] === "'s") return at + 1;
  return mention.from;
}

/** Whether a description may stand for this one: persons for persons, bodies for bodies and papers for papers. */
function isCompatible(entity: Entity, mention: MentionDraft, flag: number): boolean {
  if (mention.gender && entity.gender && mention.gender !== entity.gender) return false;
  if (mention.number === 'many') return entity.type === 'group' || entity.type === 'document';
  if (mention.kind === 'document') return entity.type === 'document' || entity.isAuthor === true;
  if (flag & (PERSON | TITLE)) return entity.type === 'person' || entity.type === 'anonymous';
  if (flag & ORG) return entity.type === 'organisation';
  return entity.type === 'document' || entity.type === 'organisation';
}
