import { DETERMINERS, MONTHS, PREPOSITIONS, PRONOUNS, TIME_NOUNS, WEEKDAYS } from '../words/grammar.ts';
import type { Cue } from './cue.ts';
import { isAdverb, isPunct, isQuote, type TokenisedUnit } from './tokenised-unit.ts';

/**
 * He said on Tuesday last week that …
 *         ^^^^^^^^^^^^^^^^^^^^  how many tokens from `at` on are adjuncts of time
 */
export function timeLength(unit: TokenisedUnit, at: number): number {
  let i = at;
  for (;;) {
    const word = unit.word(i);
    if (!canStartTime(word)) return i - at;
    const next = unit.word(i + 1);
    if (WEEKDAYS.has(word)) i += TIME_NOUNS.has(next) ? 2 : 1;
    else if (/^(?:on|late|early|since|by)$/.test(word) && WEEKDAYS.has(next)) i += 1;
    else if (/^(?:last|this|next|that|earlier|the|late|in|every)$/.test(word) && TIME_NOUNS.has(next)) i += 2;
    else if (/^(?:earlier|later|late)$/.test(word) && /^(?:this|that|in|on)$/.test(next)) i += 1;
    else if (/^(?:on|in)$/.test(word) && MONTHS.has(next)) i += 1;
    else if (MONTHS.has(word) && unit.tokens[i]?.capital && word !== 'may') i += /^\d/.test(next) ? 2 : 1;
    else if (MONTHS.has(word) && unit.tokens[i]?.capital && /^\d/.test(next)) i += 2;
    else if (/^\d{1,2}$/.test(word) && MONTHS.has(next) && unit.tokens[i + 1]?.capital) i += 2;
    else if (/^(?:in|of)$/.test(word) && /^(?:19|20)\d\d$/.test(next)) i += 2;
    else if (/^(?:today|yesterday|tonight|tomorrow|earlier|afterwards?|later|recently|previously|again)$/.test(word))
      i += 1;
    else return i - at;
  }
}

const TIME_STARTS: ReadonlySet<string> = new Set([
  ...WEEKDAYS,
  ...MONTHS,
  ...'on late early since by last this next that earlier the in every later of'.split(' '),
  ...'today yesterday tonight tomorrow afterward afterwards recently previously again'.split(' '),
]);

/** Whether an adjunct of time can start with the word; a quick check, as most words cannot. */
const canStartTime = (word: string): boolean => TIME_STARTS.has(word) || /^\d/.test(word);

/**
 * Kim on Monday morning said …
 *     ^^^^^^^^^^^^^^^^^  how many tokens up to `at` are adjuncts of time
 */
export function timeLengthBefore(unit: TokenisedUnit, at: number): number {
  for (let length = 4; length > 0; length -= 1) {
    const from = at - length + 1;
    if (from >= 0 && timeLength(unit, from) === length) return length;
  }
  return 0;
}

/**
 * He said in a statement to reporters that …
 *         ^^^^^^^^^^^^^^^^^^^^^^^^^^^  how many tokens from `at` on are adjuncts of time, place or addressee
 *
 * A phrase ends at its noun: the last of a run of lower-case words, or a mention.
 */
export function adjunctLength(unit: TokenisedUnit, at: number): number {
  let i = at;
  for (let steps = 0; steps < 5; steps += 1) {
    i += timeLength(unit, i);
    while (isAdverb(unit.word(i))) i += 1;
    const word = unit.word(i);
    if (!PREPOSITIONS.has(word) || isQuote(unit, i + 1)) break;
    const end = phraseEnd(unit, i + 1);
    if (end <= i + 1) break;
    i = end;
  }
  i += timeLength(unit, i);
  return i - at;
}

const PHRASE_START = /^(?:the|a|an|his|her|its|their|this|that|another|one|an|some|local|many)$/;
const SPEECH_PLACES =
  /^(?:statement|interview|interviews|report|reports|letter|tweet|tweets|speech|remarks|post|posts|email|e-mail|memo|briefing|conference|reporters|journalists|television|tv|radio|twitter|facebook|parliament|court|condition|anonymity|release|press|message|video|article|op-ed|testimony|call|hearing|debate|event|rally|meeting|response|note|filing|essay|book|documents|podcast|show|program|programme|forum|panel|committee|blog|column|editorial|session|ceremony|news|phone|telephone|media|newspaper|crowd|audience|supporters|lawmakers)$/;

function phraseEnd(unit: TokenisedUnit, at: number): number {
  const mention = unit.mentionStartingAt(at);
  if (mention) {
    let i = at;
    while (i < unit.tokens.length && (unit.tokens[i]?.end ?? 0) < mention.span.end) i += 1;
    return i + 1;
  }
  let i = at;
  if (PHRASE_START.test(unit.word(i))) i += 1;
  for (let n = 0; n < 5 && unit.tokens[i + n]?.kind === 'word'; n += 1) {
    const word = unit.word(i + n);
    if (SPEECH_PLACES.test(word)) {
      return SPEECH_PLACES.test(unit.word(i + n + 1)) ? i + n + 2 : i + n + 1;
    }
    if (PREPOSITIONS.has(word)) break;
  }
  return at;
}

/** “told reporters”, “asked the committee”: the length of the addressee in tokens. */
export function addresseeLength(unit: TokenisedUnit, at: number, cue: Cue): number {
  if (!cue.verb.addressee || cue.frame === 'to') return 0;
  const mention = unit.mentionStartingAt(at);
  if (mention && mention.kind !== 'pronoun') {
    let i = at;
    while (i < unit.tokens.length && (unit.tokens[i]?.end ?? 0) < mention.span.end) i += 1;
    while (unit.word(i + 1) === 'and' && unit.mentionStartingAt(i + 2)) i = lastTokenOf(unit, i + 2);
    return i + 1 - at;
  }
  if (
    /^(?:me|us|him|her|them|you|reporters|journalists|lawmakers|voters|supporters|delegates|people|parliament|congress|investors|viewers|fans)$/.test(
      unit.word(at),
    )
  )
    return 1;
  if (!DETERMINERS.has(unit.word(at))) return 0;
  const requiresAddressee = REQUIRES_ADDRESSEE.has(cue.verb.lemma);
  for (let n = 1; n < 6; n += 1) {
    if (unit.word(at + n) === 'that' || unit.word(at + n) === 'to') return n;
    if (isPunct(unit, at + n) || isQuote(unit, at + n)) return requiresAddressee ? n : 0;
    if (PRONOUNS.has(unit.word(at + n)) || DETERMINERS.has(unit.word(at + n))) return n;
  }
  return requiresAddressee ? 2 : 0;
}

/** Verbs that require an addressee; after others an object may stand there: “promised a vote”. */
const REQUIRES_ADDRESSEE = new Set(
  'tell inform assure remind advise notify persuade convince urge instruct'.split(' '),
);

function lastTokenOf(unit: TokenisedUnit, at: number): number {
  const end = unit.mentionStartingAt(at)?.span.end ?? 0;
  let i = at;
  while ((unit.tokens[i]?.end ?? end) < end) i += 1;
  return i;
}
