import { LONG_PLACES, OTHER_PLACES, SIDES } from '../words/places.ts';
import type { MentionKind } from './mention.ts';
import type { Tokens } from './tokens.ts';
import {
  BODY,
  CAMP,
  CAP,
  GIVEN,
  NAMED_BODY,
  PARTICLE,
  PERSON,
  PLACE,
  PLURAL,
  PORTFOLIO,
  POSS,
  PREP,
  STOP,
  THING,
  TITLE,
  UPPER,
  WORD,
} from './word-flags.ts';

/** What a run of capitals turned out to be; the name's tokens are `name` up to the end of the run. */
export interface Run {
  readonly kind: MentionKind;
  /** Where the name begins; the run's end where there is none. */
  readonly name: number;
  readonly many: boolean;
}

const ORGANISED = BODY | NAMED_BODY;
/** Letters behind a name that are no part of it. */
export const SUFFIX = /^(?:jr|sr|ii|iii|iv|sc|qc|kc|md|phd|ph\.d|m\.d|esq|obe|mbe|cbe)$/;

const COURTESY = /^(?:mr|mrs|ms|miss|mx)$/;
/** “Mr Speaker”: an office addressed, no name. */
const ADDRESS = /^(?:president|speaker|chairman|chair|secretary|minister|mayor|justice|ambassador|governor|senator)$/;

/**
 * Reads a run of capitals, tokens `from` to `to`.
 *
 * // South Korean UN Ambassador Hwang Joon-kook      Ministry of National Defense      Prime Minister
 * // ^ role --------------------^ name               ^ organisation                    ^ office
 */
export function readRun(tokens: Tokens, from: number, to: number): Run {
  const { flags, words } = tokens;
  const last = flags[to - 1] ?? 0;
  if (isPlace(tokens, from, to)) return { kind: 'place', name: from, many: isNationals(words[to - 1] ?? '') };
  // “Mr Sheikh”, “Ms King”: whatever the word may mean elsewhere.
  if (to - from === 2 && COURTESY.test(words[from] ?? '') && !ADDRESS.test(words[to - 1] ?? ''))
    return { kind: 'name', name: from + 1, many: false };
  const titled = afterTitle(tokens, from, to);
  if (titled > from && titled < to) {
    const rest = readRun(tokens, titled, to);
    if (rest.kind === 'name' || rest.kind === 'acronym') return { ...rest, kind: 'name' };
    // “Bilal Sheikh” behind “Law Minister”
    if (rest.kind === 'office' && titleBefore(tokens, from, to - 1)) return { kind: 'name', name: titled, many: false };
    // “Director of the Lagos State Fire Service”
    if (isOffice(tokens, from, titled)) return { kind: 'office', name: to, many: false };
  }
  if (titled >= to && isOffice(tokens, from, to)) return { kind: 'office', name: to, many: false };
  const housed = afterHouse(tokens, from, to);
  if (housed > from) return { kind: 'name', name: housed, many: false };
  if (isBody(tokens, from, to)) return { kind: 'organisation', name: from, many: false };
  if (titled >= to || (last & (TITLE | PERSON) && !(last & GIVEN) && !isPersonal(tokens, from, to))) {
    return { kind: last & PLURAL ? 'description' : 'office', name: to, many: Boolean(last & PLURAL) };
  }
  if (to - from === 1) return readOne(tokens, from);
  if (last & THING && !isPersonal(tokens, from, to)) return { kind: 'place', name: from, many: false };
  return { kind: 'name', name: afterNationality(tokens, from, to), many: false };
}

function readOne(tokens: Tokens, at: number): Run {
  const flag = tokens.flags[at] ?? 0;
  const word = tokens.words[at] ?? '';
  if (flag & PERSON && flag & PLURAL && (flag & CAMP || !(flag & UPPER)) && !(flag & GIVEN))
    return { kind: 'description', name: at + 1, many: true };
  const letters = word.replaceAll('.', '');
  if (flag & UPPER && letters.length >= 2 && letters.length <= 6) return { kind: 'acronym', name: at, many: false };
  if (flag & BODY && !(flag & GIVEN)) return { kind: 'organisation', name: at, many: false };
  return { kind: 'name', name: at, many: false };
}

/** “South Korea”, “the Kremlin”, “Europeans”; three words at most. */
export function isPlace(tokens: Tokens, from: number, to: number): boolean {
  if (to - from > 3) return false;
  if (to - from === 1) return Boolean((tokens.flags[from] ?? 0) & PLACE);
  if (!LONG_PLACES.has(tokens.words[from] ?? '')) return false;
  const name = tokens.words.slice(from, to).join(' ');
  return SIDES.has(name) || OTHER_PLACES.has(name);
}

const isNationals = (word: string): boolean => word.endsWith('s') && SIDES.has(word) && SIDES.has(word.slice(0, -1));

/** Where the name begins behind the last title: “Secretary of State | John Kerry”. The start where there is no title. */
function afterTitle(tokens: Tokens, from: number, to: number): number {
  const { flags, words } = tokens;
  let at = to - 1;
  for (; at >= from; at -= 1) {
    const flag = flags[at] ?? 0;
    if (!(flag & (TITLE | PERSON)) || (flag & PARTICLE && !(flag & CAP))) continue;
    // “Dean Smith”, “Stephen King”: a given name first, or a title last, is part of the name.
    if (flag & GIVEN && at < to - 1) continue;
    if (at === to - 1 && at > from && (flags[from] ?? 0) & GIVEN && !((flags[from] ?? 0) & (TITLE | PLACE))) continue;
    // “Law Minister Bilal Sheikh”: one title is enough, and what stands last is a surname.
    if (at === to - 1 && titleBefore(tokens, from, at)) continue;
    break;
  }
  // “Voters’ Watch”: whose it is, and no title.
  if (at < from || (flags[at + 1] ?? 0) & POSS) return from;
  let next = at + 1;
  if (words[next] === 'of' || words[next] === 'for' || words[next] === 'on') {
    // At least one word belongs to the office: “Adviser on Markets”.
    next += (flags[next + 1] ?? 0) & CAP ? 2 : 3;
    while (next < to && (isOfOffice(tokens, next) || words[next] === '&')) next += 1;
    if (next >= to - 1 && next < to && !((flags[next] ?? 0) & GIVEN)) next = to;
  }
  return next < to && SUFFIX.test(words[next] ?? '') ? from : next;
}

/** Whether a title stands before `at` with a name between them. */
function titleBefore({ flags }: Tokens, from: number, at: number): boolean {
  if (at - from < 2 || (flags[at - 1] ?? 0) & (TITLE | PERSON)) return false;
  for (let i = from; i < at - 1; i += 1) if ((flags[i] ?? 0) & (TITLE | PERSON)) return true;
  return false;
}

/** The title stands first in the run and goes on with “of” or “for”. */
function isOffice(tokens: Tokens, from: number, titled: number): boolean {
  for (let at = from; at < titled; at += 1) {
    if (/^(?:of|for|on)$/.test(tokens.words[at] ?? '')) return Boolean((tokens.flags[at - 1] ?? 0) & (TITLE | PERSON));
  }
  return false;
}

/** “NBC News | Matt Lauer”, “Washington Post | Trump”: a house of news, then a name with nothing between. */
function afterHouse(tokens: Tokens, from: number, to: number): number {
  const { flags, words } = tokens;
  for (let at = to - 2; at > from; at -= 1) {
    if (!/^(?:news|times|post|journal|tribune|herald|guardian)$/.test(words[at] ?? '')) continue;
    const first = flags[at + 1] ?? 0;
    return first & CAP && !(first & (ORGANISED | PLACE)) && !((flags[to - 1] ?? 0) & ORGANISED) ? at + 1 : from;
  }
  return from;
}

function isOfOffice(tokens: Tokens, at: number): boolean {
  const flag = tokens.flags[at] ?? 0;
  return (
    !(flag & CAP) || Boolean(flag & (PORTFOLIO | PLACE | BODY | PREP | STOP)) || !/\p{L}/u.test(tokens.words[at] ?? '')
  );
}

/** “Ministry of Health”, “New York Times”: the last word, or the last before “of”, is one for a body. */
function isBody(tokens: Tokens, from: number, to: number): boolean {
  const { flags } = tokens;
  const last = flags[to - 1] ?? 0;
  const personal = isPersonal(tokens, from, to);
  if (to - from > 1 && last & ORGANISED && !(personal && !(last & NAMED_BODY))) return true;
  for (let at = from + 1; at < to; at += 1) {
    const flag = flags[at] ?? 0;
    if (!(flag & CAP) && flag & PREP && (flags[at - 1] ?? 0) & (ORGANISED | PORTFOLIO)) return true;
    if (tokens.words[at] === '&') return true;
  }
  return false;
}

/** “Kelly House”: two words, the first a given name. */
const isPersonal = (tokens: Tokens, from: number, to: number): boolean =>
  to - from === 2 && Boolean((tokens.flags[from] ?? 0) & GIVEN) && !((tokens.flags[from] ?? 0) & (PLACE | TITLE));

/** “Russian Vladimir Putin”: where two words and more are left, a nationality before them is no part of the name. */
function afterNationality(tokens: Tokens, from: number, to: number): number {
  for (const size of [2, 1]) {
    const rest = from + size;
    if (to - rest >= 2 && isPlace(tokens, from, rest) && (tokens.flags[rest] ?? 0) & WORD) return rest;
  }
  return from;
}
