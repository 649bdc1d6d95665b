import type { Span } from '#core/span';
import { isCapital, type Tokens } from '../mentions/tokens.ts';
import {
  CAP,
  DET,
  ORG,
  PARTY,
  PERSON,
  PLACE,
  PLURAL,
  POSS,
  PREP,
  QUANT,
  STOP,
  singularOf,
  TITLE,
} from '../mentions/word-flags.ts';
import { HONORIFIC, isFormOfAddress, RANK } from '../words/offices.ts';
import { placeSize } from './affiliation.ts';
import type { CoreferenceContext } from './context.ts';
import type { Entity } from './entity.ts';

/** Relational nouns depend on a possessor, so they are not roles: “her neighbour”. */
const RELATIVE =
  /^(?:husband|wife|son|daughter|mother|father|brother|sister|cousin|uncle|aunt|neighbou?r|colleague|counterpart|friend|partner|rival|opponent)$/;
/** Abbreviated titles before a name, and their full forms. */
const FULL_TITLES: Readonly<Record<string, string>> = {
  sen: 'senator',
  sens: 'senator',
  gov: 'governor',
  govs: 'governor',
  rep: 'representative',
  reps: 'representative',
  del: 'delegate',
  gen: 'general',
  col: 'colonel',
  capt: 'captain',
  sgt: 'sergeant',
  pres: 'president',
};
/** Longer offices are reduced to their role. */
const MAX_OFFICE_LENGTH = 80;

/**
 * Records an office: its role, its organisation, and both in the article’s own words where they are adjacent.
 *
 * // spokesperson for the Ministry of National Defense    the South Korean deputy national security director
 * // ^ role           ^ body                                               ^ role
 *
 * @param spanTo the end of its prepositional phrases, exclusive.
 */
export function setOffice(context: CoreferenceContext, entity: Entity, from: number, to: number, spanTo: number): void {
  if (entity.type === 'document' || entity.type === 'group') return;
  const { tokens } = context;
  const start = startOfRole(tokens, from, to);
  if (canReplace(entity.role)) setRole(tokens, entity, start, to, spanTo);
  if (entity.body !== undefined) return;
  const body = bodyBehind(tokens, to, spanTo) ?? bodyBefore(tokens, start, to);
  if (body) entity.body = tokens.text.slice(body.start, body.end);
}

function setRole(tokens: Tokens, entity: Entity, start: number, to: number, spanTo: number): void {
  const role = roleIn(tokens, start, to);
  if (role === undefined || (entity.role !== undefined && !role.includes(' '))) return;
  entity.role = role;
  const fullText = entity.type === 'person' ? fullOffice(tokens, start, to, spanTo) : undefined;
  if (fullText === undefined) delete entity.office;
  else entity.office = fullText;
}

/** “CS Mutua” is the common short form; “Treasury Cabinet Secretary Joseph Mutua” states the office. */
const canReplace = (role: string | undefined): boolean => role === undefined || /^\p{Lu}{2,4}$/u.test(role);

/** The start of the role after articles and country, which the side shows: “South Korea’s | deputy director”. */
function startOfRole(tokens: Tokens, from: number, to: number): number {
  const { flags } = tokens;
  let start = from;
  while (start < to - 1 && (flags[start] ?? 0) & (DET | QUANT)) start += 1;
  start = Math.min(to - 1, start + placeSize(tokens, start, to));
  return start < to - 1 && (flags[start] ?? 0) & POSS ? start + 1 : start;
}

function roleIn(tokens: Tokens, start: number, to: number): string | undefined {
  const end = endOfRole(tokens, start, to);
  // Nothing but forms of address: “protesting Mr.”
  if (HONORIFIC.test(tokens.words[end - 1] ?? '')) return undefined;
  if (!isOffice(tokens, start, end) || isRelative(tokens, start, end)) return undefined;
  return roleText(tokens, start, end);
}

/** Whether it is a relational noun without possessor: “his wife”, not “the victim’s widow”. */
function isRelative({ words, flags }: Tokens, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((flags[at] ?? 0) & POSS) return false;
  return RELATIVE.test(words[end - 1] ?? '');
}

// Sen.       Former Pennsylvania Gov.       Justices         Retired Lt. Gen.
// senator    Former Pennsylvania governor   Justice          Retired Lt. Gen.
/** The role in the singular, with its last word in full. */
function roleText(tokens: Tokens, start: number, end: number): string {
  const { words, flags, starts, text } = tokens;
  const last = words[end - 1] ?? '';
  const fullText = sentenceCase(tokens, start, end);
  const full = RANK.test(words[end - 2] ?? '') ? undefined : FULL_TITLES[last];
  if (full !== undefined) return end - start === 1 ? full : text.slice(starts[start], starts[end - 1]) + full;
  const many = end - start === 1 && (flags[start] ?? 0) & PLURAL && singularOf(last) === last.slice(0, -1);
  return many ? fullText.slice(0, -1) : fullText;
}

/** The end without the forms of address before the name, unless nothing else is left. */
function endOfRole(tokens: Tokens, start: number, to: number): number {
  const leadsOn = (at: number): boolean => isFormOfAddress(tokens.words[at] ?? '');
  let end = to;
  while (end > start && leadsOn(end - 1)) end -= 1;
  return hasHead(tokens, start, end) ? end : to;
}

const isHead = ({ flags }: Tokens, at: number): boolean => Boolean((flags[at] ?? 0) & (PERSON | TITLE));

function hasHead(tokens: Tokens, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (isHead(tokens, at)) return true;
  return false;
}

/** Whether it ends in a noun for a person, or continues with “of”: “Secretary of State”. */
function isOffice(tokens: Tokens, start: number, end: number): boolean {
  if (isHead(tokens, end - 1)) return true;
  for (let at = start; at < end - 1; at += 1) {
    if (isHead(tokens, at) && /^(?:of|for|on)$/.test(tokens.words[at + 1] ?? '')) return true;
  }
  return false;
}

/** As inside a sentence: a capital due only to the start of a sentence becomes lower case. */
function sentenceCase(tokens: Tokens, start: number, end: number): string {
  const text = tokens.text.slice(tokens.starts[start], tokens.ends[end - 1]);
  // “Kremlin-appointed”
  if ((tokens.flags[start] ?? 0) & (CAP | PARTY | PLACE) || tokens.words[start]?.includes('-')) return text;
  for (let at = start + 1; at < end; at += 1) if (isCapital(tokens, at)) return text;
  return text.charAt(0).toLowerCase() + text.slice(1);
}

// chief of staff     director of debate at the university     researcher at the Institute for Peace Studies
//       --------              ------------------------                  -----------------------------------
/** Role and organisation as in the text, if the organisation follows; undefined if none does, or it is too long. */
function fullOffice(tokens: Tokens, start: number, to: number, spanTo: number): string | undefined {
  if (spanTo < to + 2 || !BODY_PREPOSITION.test(tokens.words[to] ?? '')) return undefined;
  return [spanTo, endOfPhrase(tokens, to, spanTo)]
    .map((end) => trimFunctionWords(tokens, end))
    .filter((end) => end > to)
    .map((end) => sentenceCase(tokens, start, end))
    .find((text) => text.length <= MAX_OFFICE_LENGTH);
}

const BODY_PREPOSITION = /^(?:for|of|from|at|with|in|to|on)$/;

/** The end of the first prepositional phrase after a role. */
function endOfPhrase({ words, flags }: Tokens, to: number, spanTo: number): number {
  let end = to + 1;
  // “Institute | for Peace Studies”
  const goesOn = (): boolean => words[end] === 'for' && Boolean((flags[end - 1] ?? 0) & ORG);
  while (end < spanTo && (!PHRASE_PREPOSITION.test(words[end] ?? '') || goesOn())) end += 1;
  return end;
}

const PHRASE_PREPOSITION = /^(?:for|from|at|with|in|on)$/;

/** No phrase ends in “the” or “of”. */
function trimFunctionWords({ flags }: Tokens, end: number): number {
  let last = end;
  while ((flags[last - 1] ?? 0) & (PREP | DET | STOP)) last -= 1;
  return last;
}

/** “for the Ministry of National Defense in Seoul”: up to its head and the capitalised words after it. */
function bodyBehind(tokens: Tokens, from: number, spanTo: number): Span | undefined {
  const { words, flags, starts, ends } = tokens;
  if (!/^(?:for|of|from|at|with|in)$/.test(words[from] ?? '')) return undefined;
  let start = from + 1;
  while (start < spanTo && (flags[start] ?? 0) & DET) start += 1;
  let end = start;
  let found = false;
  for (; end < spanTo; end += 1) {
    const flag = flags[end] ?? 0;
    if (found && words[end] === 'in') break;
    if (flag & ORG || (flag & CAP && words[end] !== 'the')) found = true;
  }
  return found ? { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 } : undefined;
}

/** “State Department official” */
function bodyBefore({ flags, starts, ends }: Tokens, from: number, to: number): Span | undefined {
  for (let at = to - 2; at > from; at -= 1) {
    if (!((flags[at] ?? 0) & ORG) || !((flags[at] ?? 0) & CAP)) continue;
    let start = at;
    while (start > from && (flags[start - 1] ?? 0) & CAP) start -= 1;
    return { start: starts[start] ?? 0, end: ends[at] ?? 0 };
  }
  return undefined;
}
