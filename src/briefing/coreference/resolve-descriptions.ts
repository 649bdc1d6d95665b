import type { Draft } from '../mentions/mention-builder.ts';
import { isPlace } from '../mentions/named-entities.ts';
import { BODY, CAMP, CAP, PERSON, singularOf, TITLE } from '../mentions/word-flags.ts';
import { GENERIC, PLAIN_BODIES } from '../words/offices.ts';
import { antecedentOf } from './antecedent.ts';
import { headAt, type Scene, wantedOf } from './context.ts';
import type { Entity } from './entity.ts';
import { familyBearer } from './resolve-names.ts';
import { ofThem, relativeOf } from './resolve-relatives.ts';
import { keep, nameOf } from './unnamed-entities.ts';

/** How far into the story “a judge” may still be the judge that it names later. */
const LEAD = 1;

/**
 * The entity that an office or a description refers to: one described that way before, in the headline, or later in
 * the story, or one already mentioned; else an unnamed entity, keyed by these words.
 *
 * // the deputy national security director     a presidential adviser     the company     critics
 */
export function describedOf(scene: Scene, one: Draft, index: number): Entity | undefined {
  const head = headAt(scene, one);
  const word = singularOf(scene.tokens.words[head] ?? '');
  const flag = scene.tokens.flags[head] ?? 0;
  if (one.kind === 'office' && one.to - one.from === 1 && one.article === 'none') {
    const bearer = familyBearer(scene, scene.tokens.words[head] ?? '');
    if (bearer) return bearer;
  }
  if (one.number === 'many' || one.kind === 'document') {
    const them = ofThem(scene, one);
    if (them) return them;
    const known = one.article === 'definite' ? knownAs(scene, one, head, flag) : undefined;
    return coupleOf(scene, one) ?? authorOf(scene, one, head) ?? known ?? keep(scene, one, flag, index);
  }
  const relative = relativeOf(scene, one, word, index) ?? ofThem(scene, one);
  if (relative) return relative;
  const found =
    one.article === 'indefinite' ? newcomer(scene, one, head, word, flag) : settled(scene, one, head, word, flag);
  return found ?? keep(scene, one, flag, index);
}

const knownAs = (scene: Scene, one: Draft, head: number, flag: number): Entity | undefined =>
  scene.roles.find(lastPart(scene, one), head, (entity) => suits(entity, one, flag));

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

/** “the”, “his” or nothing before it: an entity that the reader is assumed to know. */
function settled(scene: Scene, one: Draft, head: number, word: string, flag: number): Entity | undefined {
  const owned = one.article === 'possessive';
  const known = knownAs(scene, one, head, flag);
  if (known && (!owned || known.type === 'person')) return known;
  const coming = scene.roles.ahead(lastPart(scene, one), head, (entity) => suits(entity, one, flag));
  if (coming) return coming;
  if (owned || one.article === 'none') return undefined;
  if (flag & PERSON && !(flag & BODY))
    return (GENERIC.has(word) && one.to - one.from === 2) || isEpithet(scene, one)
      ? onStage(scene, one, flag)
      : undefined;
  return PLAIN_BODIES.has(word) && one.to - one.from === 2 ? lastBody(scene, one) : undefined;
}

/** “a”, “one”: a new entity, unless the headline mentioned it or the story is about to name it. */
function newcomer(scene: Scene, one: Draft, head: number, word: string, flag: number): Entity | undefined {
  if (!(flag & PERSON) || (scene.paragraphs[one.sentence] ?? 0) > LEAD + 1) return undefined;
  if (/^(?:one|another|other)$/.test(scene.tokens.words[one.from] ?? '')) return undefined;
  const coming = scene.roles.ahead(lastPart(scene, one), head, (entity) => suits(entity, one, flag));
  if (coming) return coming;
  const before = scene.inHeadline.get(word);
  if (before?.type !== 'anonymous') return undefined;
  before.name = nameOf(scene, one);
  return before;
}

/** “the 41-year-old engineer”, “the Vermont senator”, “the former secretary”: told by age, home, party or past. */
function isEpithet(scene: Scene, one: Draft): boolean {
  for (let at = one.from; at < one.to; at += 1) {
    const flag = scene.tokens.flags[at] ?? 0;
    const word = scene.tokens.words[at] ?? '';
    if (
      flag & CAMP ||
      (flag & CAP && isPlace(scene.tokens, at, at + 1)) ||
      (flag & CAP && at + 2 < one.to && isPlace(scene.tokens, at, at + 2))
    )
      return true;
    if (word === 'former' || word.endsWith('-year-old')) return true;
  }
  return false;
}

/**
 * “the businessman said”, with no businessman before: the one who acted or spoke last; for an office, one who is not
 * known to hold another: the foreign secretary who summons “the Chinese ambassador” is not he.
 */
const onStage = (scene: Scene, one: Draft, flag: number): Entity | undefined =>
  antecedentOf(
    scene.recall,
    { ...wantedOf(scene, one), fits: (entity) => entity.type === 'person' && !(flag & TITLE && entity.role) },
    3,
  );

/** Bodies that are never “the company”. */
const NO_FIRM =
  /\b(?:union|party|court|police|ministry|department|government|parliament|congress|senate|council|army|university|church|association|federation|alliance|movement|front|league|agency|commission)s?\b/i;

/** “the company said”: the last body named that is no country. */
const lastBody = (scene: Scene, one: Draft): Entity | undefined =>
  antecedentOf(scene.recall, {
    ...wantedOf(scene, one),
    fits: (entity) =>
      entity.words.length > 0 &&
      !entity.isPlace &&
      !(/^(?:company|firm)$/.test(scene.tokens.words[one.to - 1] ?? '') && NO_FIRM.test(entity.name)) &&
      (entity.type === 'organisation' || (entity.type === 'person' && !entity.human)),
  });

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
  return antecedentOf(scene.recall, { ...wantedOf(scene, one), fits: (entity) => entity.members !== undefined });
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
