import { LONG_PLACES, OTHER_PLACES, SIDES } from '../words/places.ts';
import type { MentionKind } from './mention.ts';
import { nameAt, type TaggedName } from './name-labels.ts';
import type { Tokens } from './tokens.ts';
import { CAP, GIVEN, NAMED_ORG, ORG, PARTY, PERSON, PLACE, PLURAL, TITLE, UPPER } from './word-flags.ts';

/** What a run of capitals turned out to be, tokens `name` to `to` its name; none where `name` is `to`. */
export interface Run {
  readonly kind: MentionKind;
  readonly name: number;
  readonly to: number;
  readonly many: boolean;
}

/** Letters after a name that are no part of it. */
export const SUFFIX = /^(?:jr|sr|ii|iii|iv|sc|qc|kc|md|phd|ph\.d|m\.d|esq|obe|mbe|cbe)$/;

/**
 * Reads a run of capitals, tokens `from` to `to`, by the names that the tagger found in it; none where it is neither a
 * name nor an office nor a body.
 *
 * // South Korean UN Ambassador Hwang Joon-kook      Ministry of National Defense      Prime Minister
 * // ^ role --------------------^ name               ^ organisation                    ^ office
 */
export function readRun(tokens: Tokens, from: number, to: number): Run | undefined {
  const { flags } = tokens;
  const name = lastName(tokens, from, to);
  if (!name) return readUnnamed(tokens, from, to);
  // “Director of the Lagos State Fire Service”
  if (name.type !== 'person' && isOffice(tokens, from, name.from)) return { kind: 'office', name: to, to, many: false };
  const last = flags[to - 1] ?? 0;
  // “the UN Special Rapporteur”
  if (
    name.type === 'organisation' &&
    name.to === to &&
    name.to - name.from > 1 &&
    isPost(last) &&
    !/^(?:of|for)$/.test(tokens.words[to - 2] ?? '')
  )
    return { kind: 'office', name: to, to, many: false };
  if (name.to < to && last & ORG) return { kind: 'organisation', name: name.from, to, many: false };
  if (name.to < to && last & (PERSON | TITLE)) return readUnnamed(tokens, from, to);
  return { ...kindOf(tokens, name), name: name.from, to: name.to };
}

const isPost = (flag: number): boolean =>
  Boolean(flag & (TITLE | PERSON)) && !(flag & (ORG | PLURAL | NAMED_ORG | GIVEN));

/** The last name that ends in the run. */
function lastName(tokens: Tokens, from: number, to: number): TaggedName | undefined {
  for (let at = to - 1; at >= from; at -= 1) {
    const name = nameAt(tokens, at);
    if (name) return { ...name, from: Math.max(from, name.from), to: Math.min(to, name.to) };
  }
  return undefined;
}

function kindOf(tokens: Tokens, { type, from, to }: TaggedName): { kind: MentionKind; many: boolean } {
  const flag = tokens.flags[to - 1] ?? 0;
  const word = tokens.words[to - 1] ?? '';
  switch (type) {
    case 'person':
      return { kind: 'name', many: false };
    case 'organisation': {
      const letters = word.replaceAll('.', '').length;
      const isAcronym = to - from === 1 && flag & UPPER && letters >= 2 && letters <= 6;
      return { kind: isAcronym ? 'acronym' : 'organisation', many: false };
    }
    case 'place':
      return { kind: 'place', many: false };
    case 'people':
      if (to - from > 1 && flag & PARTY) return { kind: 'organisation', many: false };
      if (flag & PARTY && flag & PERSON) return { kind: 'description', many: Boolean(flag & PLURAL) };
      return { kind: 'place', many: word.endsWith('s') && SIDES.has(word) && SIDES.has(word.slice(0, -1)) };
    case 'title':
      return { kind: 'document', many: false };
  }
}

const COURTESY = /^(?:mr|mrs|ms|miss|mx)$/;
const PEER = /^(?:lady|lord|baroness|dame|sir)$/;
/** “Mr Speaker”: an office addressed, no name. */
const ADDRESS = /^(?:president|speaker|chairman|chair|secretary|minister|mayor|justice|ambassador|governor|senator)$/;

/** Members of a parliament, in short. */
const SEAT = /^(?:mp|msp|mep|mla|mlc|mna|mpa|mca|td)$/;

/** “Prime Minister”, “Members of Parliament”, “the Ministry”: capitals that name none. */
function readUnnamed(tokens: Tokens, from: number, to: number): Run | undefined {
  const { flags } = tokens;
  const last = flags[to - 1] ?? 0;
  // “Mr Sheikh”, “Ms King”: even where the word means something else.
  if (COURTESY.test(tokens.words[to - 2] ?? '') && to - from > 1 && !ADDRESS.test(tokens.words[to - 1] ?? ''))
    return { kind: 'name', name: to - 1, to, many: false };
  // “Baroness Scotland”
  if (last & PLACE && to - from > 1 && PEER.test(tokens.words[to - 2] ?? ''))
    return { kind: 'name', name: to - 1, to, many: false };
  // “Chief Norma Cardinal”
  const given = flags[to - 2] ?? 0;
  if (
    last & (PERSON | TITLE) &&
    to - from > 1 &&
    given & GIVEN &&
    given & CAP &&
    !(given & (TITLE | PERSON | PLACE | PARTY)) &&
    // “the Angus MP”
    !SEAT.test(tokens.words[to - 1] ?? '')
  )
    return { kind: 'name', name: to - 2, to, many: false };
  if (last & (PERSON | TITLE)) {
    return { kind: last & PLURAL ? 'description' : 'office', name: to, to, many: Boolean(last & PLURAL) };
  }
  if (isOffice(tokens, from, to)) return { kind: 'office', name: to, to, many: false };
  if (last & ORG) return { kind: 'organisation', name: from, to, many: false };
  if (last & PLACE) return { kind: 'place', name: to - 1, to, many: false };
  return undefined;
}

/** A title goes on with “of” or “for”: “Minister of Health”. */
function isOffice({ flags, words }: Tokens, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) {
    if (/^(?:of|for|on)$/.test(words[at] ?? '')) return Boolean((flags[at - 1] ?? 0) & (TITLE | PERSON));
  }
  return false;
}

/** “South Korea”, “the Kremlin”, “Europeans”: a place that the lists know; three words at most. */
export function isPlace(tokens: Tokens, from: number, to: number): boolean {
  if (to - from > 3) return false;
  if (to - from === 1) return Boolean((tokens.flags[from] ?? 0) & PLACE);
  if (!((tokens.flags[from] ?? 0) & CAP) || !LONG_PLACES.has(tokens.words[from] ?? '')) return false;
  const name = tokens.words.slice(from, to).join(' ');
  return SIDES.has(name) || OTHER_PLACES.has(name);
}
