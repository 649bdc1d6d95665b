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
import { placeSize } from './affiliation.ts';
import type { CoreferenceContext } from './context.ts';
import type { Entity } from './entity.ts';

/** A form of address is no office, and no part of one that it follows. */
const HONORIFIC =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame|cr|alhaji|hajiya|shri|smt|rev|lord|lady|hon|sheikh|datuk|madam)$/;
/** Nor are these, behind another: “Chairman Lt Gen”, “spokesperson Brigadier”, “author Associate Professor”. */
const RANK =
  /^(?:rep|sen|gov|lt|gen|col|maj|capt|sgt|adm|brig|brigadier|colonel|commodore|fr|professor|associate|assistant)$/;
/** Whose they are is said where they are named, and tells nothing where they are listed: “her neighbour”. */
const RELATIVE =
  /^(?:husband|wife|son|daughter|mother|father|brother|sister|cousin|uncle|aunt|neighbou?r|colleague|counterpart|friend|partner|rival|opponent)$/;
/** Titles that are short before a name and spelt out behind it. */
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
/** An office longer than this is told by its role alone. */
const MAX_OFFICE_LENGTH = 80;

/**
 * Learns an office: its role and its body, and both in the article’s own words where they stand together.
 *
 * // spokesperson for the Ministry of National Defense    the South Korean deputy national security director
 * // ^ role           ^ body                                               ^ role
 *
 * @param spanTo the token past what hangs behind it.
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

/** Behind the articles, and behind the country, which is told by the side: “South Korea’s | deputy director”. */
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

/** Without a word for whose relative: “his wife”, not “the victim’s widow”. */
function isRelative({ words, flags }: Tokens, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((flags[at] ?? 0) & POSS) return false;
  return RELATIVE.test(words[end - 1] ?? '');
}

// Sen.       Former Pennsylvania Gov.       Justices         Retired Lt. Gen.
// senator    Former Pennsylvania governor   Justice          Retired Lt. Gen.
/** The role of one, its last word in full. */
function roleText(tokens: Tokens, start: number, end: number): string {
  const { words, flags, starts, text } = tokens;
  const last = words[end - 1] ?? '';
  const fullText = sentenceCase(tokens, start, end);
  const full = RANK.test(words[end - 2] ?? '') ? undefined : FULL_TITLES[last];
  if (full !== undefined) return end - start === 1 ? full : text.slice(starts[start], starts[end - 1]) + full;
  const many = end - start === 1 && (flags[start] ?? 0) & PLURAL && singularOf(last) === last.slice(0, -1);
  return many ? fullText.slice(0, -1) : fullText;
}

/** Without the forms of address that lead on to the name, unless nothing else is left. */
function endOfRole(tokens: Tokens, start: number, to: number): number {
  const leadsOn = (at: number): boolean => [HONORIFIC, RANK].some((words) => words.test(tokens.words[at] ?? ''));
  let end = to;
  while (end > start && leadsOn(end - 1)) end -= 1;
  return hasHead(tokens, start, end) ? end : to;
}

const isHead = ({ flags }: Tokens, at: number): boolean => Boolean((flags[at] ?? 0) & (PERSON | TITLE));

function hasHead(tokens: Tokens, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (isHead(tokens, at)) return true;
  return false;
}

/** It ends in the word for who holds it, or goes on with “of”: “Secretary of State”. */
function isOffice(tokens: Tokens, start: number, end: number): boolean {
  if (isHead(tokens, end - 1)) return true;
  for (let at = start; at < end - 1; at += 1) {
    if (isHead(tokens, at) && /^(?:of|for|on)$/.test(tokens.words[at + 1] ?? '')) return true;
  }
  return false;
}

/** As it stands inside a line: a capital that only the beginning of a sentence gave it is small. */
function sentenceCase(tokens: Tokens, start: number, end: number): string {
  const text = tokens.text.slice(tokens.starts[start], tokens.ends[end - 1]);
  // “Kremlin-appointed”
  if ((tokens.flags[start] ?? 0) & (CAP | PARTY | PLACE) || tokens.words[start]?.includes('-')) return text;
  for (let at = start + 1; at < end; at += 1) if (isCapital(tokens, at)) return text;
  return text.charAt(0).toLowerCase() + text.slice(1);
}

// chief of staff     director of debate at the university     researcher at the Institute for Peace Studies
//       --------              ------------------------                  -----------------------------------
/** Role and body as they stand, where the body hangs behind; undefined where nothing does, or it is too long. */
function fullOffice(tokens: Tokens, start: number, to: number, spanTo: number): string | undefined {
  if (spanTo < to + 2 || !BODY_PREPOSITION.test(tokens.words[to] ?? '')) return undefined;
  return [spanTo, endOfPhrase(tokens, to, spanTo)]
    .map((end) => trimFunctionWords(tokens, end))
    .filter((end) => end > to)
    .map((end) => sentenceCase(tokens, start, end))
    .find((text) => text.length <= MAX_OFFICE_LENGTH);
}

const BODY_PREPOSITION = /^(?:for|of|from|at|with|in|to|on)$/;

/** Where the first phrase behind a role ends. */
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

/** “for the Ministry of National Defense in Seoul”: up to the word that heads the body and the capitals behind it. */
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
