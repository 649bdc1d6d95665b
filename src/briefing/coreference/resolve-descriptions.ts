import type { Draft } from '../mentions/mention-builder.ts';
import { BODY, PERSON, singularOf, TITLE } from '../mentions/word-flags.ts';
import { PLAIN_BODIES } from '../words/offices.ts';
import { headAt, link, type Scene } from './context.ts';
import type { Entity } from './entity.ts';
import { candidatesFor } from './links/candidates.ts';
import { familyBearer } from './resolve-names.ts';
import { ofThem, relativeOf } from './resolve-relatives.ts';
import { LATER, OTHER_SIDE, type RoleMatch, SAME_SIDE, SAME_WORD, WIDER_WORD } from './role-index.ts';
import { keep, keptAs } from './unnamed-entities.ts';

/**
 * The entity that an office or a description refers to: one that is so described before or later, or one already
 * mentioned; else an unnamed entity, keyed by these words.
 *
 * // the deputy national security director     a presidential adviser     the company     critics
 */
export function describedOf(scene: Scene, one: Draft, index: number): Entity | undefined {
  const head = headAt(scene, one);
  const flag = scene.tokens.flags[head] ?? 0;
  if (one.kind === 'office' && one.to - one.from === 1 && one.article === 'none') {
    const bearer = familyBearer(scene, scene.tokens.words[head] ?? '');
    if (bearer) return bearer;
  }
  const word = singularOf(scene.tokens.words[head] ?? '');
  const certain =
    one.number === 'many' || one.kind === 'document'
      ? (ofThem(scene, one) ?? coupleOf(scene, one) ?? authorOf(scene, one, head))
      : (relativeOf(scene, one, word, index) ?? ofThem(scene, one));
  if (certain) return certain;
  if (isNew(scene, one)) return keep(scene, one, flag, index);
  const suited = (entity: Entity): boolean => suits(entity, one, flag);
  const matches = scene.roles.matches(lastPart(scene, one), head, suited);
  const writer = one.kind === 'document' && one.article === 'definite' ? writerOf(matches) : undefined;
  if (writer) return writer;
  // “a Danish envoy” is not the Norwegian one.
  const fits = (entity: Entity): boolean =>
    suited(entity) && matches.get(entity)?.side !== OTHER_SIDE && !(entity.isPlace && PLAIN_BODIES.has(word));
  const same = keptAs(scene, one, index);
  const isLast = ([entity, { level }]: [Entity, RoleMatch]): boolean =>
    level !== SAME_WORD || entity.last <= (same?.last ?? 0);
  if (same && [...matches].every(isLast)) return same;
  const told = exactOf(matches) ?? (isLead(scene, one) ? (describedLater(matches) ?? announcedOf(matches)) : undefined);
  if (told) return told;
  // “the company” has to be one that was mentioned.
  const least = PLAIN_BODIES.has(word) && one.to - one.from === 2 && one.article === 'definite' ? 0 : 1;
  return link(scene, one, index, candidatesFor(scene, one, fits, matches), least) ?? keep(scene, one, flag, index);
}

/** The only one whose office has the same word for it and all that was asked for: “the Norwegian envoy”. */
function exactOf(matches: ReadonlyMap<Entity, RoleMatch>): Entity | undefined {
  const exact = [...matches].filter(
    ([, { level, shared, asked, side }]) =>
      (level === SAME_WORD || level === SAME_WORD + LATER) &&
      side !== OTHER_SIDE &&
      shared === asked &&
      (asked > 0 || side === SAME_SIDE),
  );
  return exact.length === 1 ? exact[0]?.[0] : undefined;
}

/**
 * The one whom the story will so describe: a headline or a lead tells an office before the name.
 *
 * // Lawmaker calls for reform ¶ Sen. Ada Okafor said …
 * // --------                         ----------
 */
function describedLater(matches: ReadonlyMap<Entity, RoleMatch>): Entity | undefined {
  const fit = [...matches].filter(
    ([{ words }, { level, shared, asked, side }]) =>
      words.length > 0 &&
      level > LATER &&
      level < WIDER_WORD + LATER &&
      side !== OTHER_SIDE &&
      (asked === 0 || shared > 0 || side === SAME_SIDE),
  );
  const weight = ({ level, shared, side }: RoleMatch): number => shared + Number(side === SAME_SIDE) - 10 * level;
  return fit.toSorted(([, a], [, b]) => weight(b) - weight(a))[0]?.[0];
}

/** The one whom the headline calls by the same word, without a name. */
const announcedOf = (matches: ReadonlyMap<Entity, RoleMatch>): Entity | undefined =>
  [...matches].find(
    ([{ words }, { level, side }]) => words.length === 0 && level === SAME_WORD && side !== OTHER_SIDE,
  )?.[0];

/** How far into the story “a judge” may still be the judge whom the headline mentions, or the story names later. */
const LEAD = 2;

const isLead = (scene: Scene, one: Draft): boolean => (scene.paragraphs[one.sentence] ?? 0) <= LEAD;

/** “another official”, and any with “a” behind the lead, is one not mentioned before. */
const isNew = (scene: Scene, one: Draft): boolean =>
  one.article === 'indefinite' &&
  (!isLead(scene, one) || /^(?:one|another|other)$/.test(scene.tokens.words[one.from] ?? ''));

/**
 * The body that says something in a paper speaks whenever the paper does.
 *
 * // The institute said in a report that …   “…,” the report said.
 * // -------------         ++++++++               ----------
 */
function authorOf(scene: Scene, one: Draft, head: number): Entity | undefined {
  if (one.kind !== 'document' || one.article === 'definite' || one.article === 'possessive') return undefined;
  if (scene.tokens.words[one.from - 1] !== 'in') return undefined;
  const beat = scene.beats[one.sentence];
  for (const trace of scene.recall.before(one.from)) {
    if (trace.beat !== beat) return undefined;
    if (!trace.spoke) continue;
    if (trace.entity.type !== 'organisation' || trace.entity.words.length === 0) return undefined;
    scene.roles.learnPaper(trace.entity, head);
    return trace.entity;
  }
  return undefined;
}

/** “the report”, behind “said in a report”: the body that said so. */
const writerOf = (matches: ReadonlyMap<Entity, RoleMatch>): Entity | undefined =>
  [...matches].find(([{ writes }, { level }]) => writes === true && level === SAME_WORD)?.[0];

/** “both men”, “the two”, “each”: two who were named together. */
function coupleOf(scene: Scene, one: Draft): Entity | undefined {
  const { words } = scene.tokens;
  const first = words[one.from] ?? '';
  const second = words[one.from + 1] ?? '';
  if (
    !/^(?:both|each)$/.test(first) &&
    !(first === 'the' && /^(?:two|pair|couple|candidates|rivals|duo)$/.test(second))
  )
    return undefined;
  if (words[one.to] === 'of') return undefined;
  return candidatesFor(scene, one, (entity) => entity.members !== undefined)[0]?.entity;
}

/** Where the phrase begins behind its owner: “the victim’s | widow”. */
function lastPart(scene: Scene, one: Draft): number {
  for (let at = one.to - 1; at > one.from; at -= 1) if (scene.tokens.words[at] === "'s") return at + 1;
  return one.from;
}

/** Whether a description may stand for this one: persons for persons, bodies for bodies and papers for papers. */
function suits(entity: Entity, one: Draft, flag: number): boolean {
  if (one.gender && entity.gender && one.gender !== entity.gender) return false;
  if (one.number === 'many') return entity.type === 'group' || entity.type === 'document';
  if (one.kind === 'document') return entity.type === 'document' || entity.writes === true;
  if (flag & (PERSON | TITLE)) return entity.type === 'person' || entity.type === 'anonymous';
  if (flag & BODY) return entity.type === 'organisation';
  return entity.type === 'document' || entity.type === 'organisation';
}
