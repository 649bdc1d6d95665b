import type { Attribution } from '#core/attribution';
import type { Speaker } from '#core/speaker';
import { flagsOfWord, ORG, PERSON } from '../mentions/word-flags.ts';

/** “more”, “some of them”, “both”: too unspecific for a common position. */
const QUANTITY =
  /^(?:(?:more|most|many|some|others?|both|all|few|another|one|two|several|the four|the two)(?: of\b| and\b|$)|\d)/i;
/** “the two countries”, “both governments”, “the latter”: a reader of the row cannot tell which ones. */
const WHICH_ONES =
  /^(?:the|these|those|both)(?: (?:two|three|four|five|six))? (?:countries|nations|states|sides|parties|governments|neighbou?rs|allies|rivals|powers|leaders|ministers|companies|firms|teams|clubs|former|latter|pair|duo|trio)$/i;
/** “his remarks”, “a news conference”, “the nation”: words, events and the public at large take no stand. */
const NO_ACTOR =
  /^(?:people|citizens|everyone|(?:the |this )?(?:nation|country|world))$|^(?:his|her|its|their|our|my) |^(?:an?|the|this) (?:\p{Ll}+ )*(?:conference|remarks?|meeting|summit|attack|death|visit|speech|incident|video|post)$/iu;
/** What follows the head of a description: “critics | of the plan”. */
const COMPLEMENT = /,| (?:of|in|at|from|who|with|for|on|to|by|as|that|about|near|against|under) /;
/** “Sama Lukonde and Ruth Berg”: a pair of names. */
const PAIR = /^\p{Lu}\S*(?: \S+)* and \p{Lu}/u;

/** Returns whether a speaker can take a stand: a person, a body, or a description of one. */
export function isPersonOrBody({ name, type, side, role }: Speaker): boolean {
  if (type === 'document' || QUANTITY.test(name) || WHICH_ONES.test(name)) return false;
  if (side !== undefined) return true;
  if (NO_ACTOR.test(name)) return false;
  const described = type === 'anonymous' || type === 'group';
  return !described || role !== undefined || PAIR.test(name) || headOf(name) !== 'thing';
}

/** Whether the head of a description is a person or a body: “residents of the old town”, unlike “the sudden closure”. */
export function headOf(name: string): 'person' | 'body' | 'thing' {
  const [phrase = ''] = name.toLowerCase().split(COMPLEMENT, 1);
  const flags = flagsOfWord(phrase.trim().split(/\s+/).at(-1) ?? '');
  if (flags & PERSON) return 'person';
  return flags & ORG ? 'body' : 'thing';
}

const PARTICIPLE = /^\w+ing\b|^\w+ed (?:of|by)\b/i;
const PASSIVE =
  /\b(?:is|are|was|were|be|been|being)(?: \w+ly)? (?!(?:concerned|worried|committed|determined|opposed|prepared|disappointed|outraged|adamant)\b)\w+ed\b/i;
/** “arrested in May, accused of fraud” */
const CHARGED = /^(?:accused|suspected|convicted|charged) (?:of|with)\b/i;
/** “should have called for”, “to protest”, “would ask for it every night”: what someone might do, or often did. */
const NOT_ACTUAL =
  /^(?:to|should|could|may|might|must|can|had ever|would (?:\w+ly )?(?:warn|urge|ask|tell|call|invite|complain|order)) /i;

/**
 * Returns whether the source does what its verb says, rather than undergoing it (“was accused of”), being described by
 * it (“members favouring the plan”) or possibly doing it (“should have asked for”).
 */
export function isActive({ cue: [cue], source: [source], kind }: Attribution, text: string): boolean {
  if (!cue || kind === 'direct') return true;
  const verb = text.slice(cue.start, cue.end);
  if ([PASSIVE, CHARGED, NOT_ACTUAL].some((pattern) => pattern.test(`${verb} `))) return false;
  if (!source || source.end > cue.start || !PARTICIPLE.test(verb)) return true;
  return text.slice(source.end, cue.start).trim() !== '';
}
