import { BE, DETERMINERS, DO, HAVE, MODALS, PREPOSITIONS, PRONOUNS, SUBORDINATORS } from '../words/grammar.ts';
import { adjunctLength } from './adjuncts.ts';
import type { Cue } from './cue.ts';
import { isPunct, isQuote, type TokenisedUnit } from './tokenised-unit.ts';
import type { ReportingVerb } from './verbs.ts';

/** The complement of the verb; undefined if it has none that makes it a cue. */
export function frameOf(unit: TokenisedUnit, at: number, to: number, verb: ReportingVerb): Cue['frame'] | undefined {
  const next = to + 1;
  const word = unit.word(next);
  if ((verb.clause || verb.object || verb.addressee) && beside(unit, at, next)) return 'quote';
  // “rejected as “groundless” a report”
  if (verb.object && word === 'as' && isQuote(unit, next + 1)) return 'object';
  if (verb.clause && /^(?:that|whether|if|how|why|what|who)$/.test(word)) return 'clause';
  if (verb.to && (word === 'to' || (word === 'not' && unit.word(next + 1) === 'to'))) return 'to';
  if (verb.addressee && wordWithin(unit, next, 'that')) return 'clause';
  if (verb.clause && unit.word(next + adjunctLength(unit, next)) === 'that') return 'clause';
  if (to > at) return dangles(unit, to) ? undefined : 'preposition';
  if (verb.unambiguous) return 'clause';
  if (verb.clause && startsClause(unit, next)) return 'clause';
  if (verb.object && startsPhrase(unit, next)) return 'object';
  if (verb.to && startsPhrase(unit, next) && wordWithin(unit, next, 'to')) return 'object';
  return undefined;
}

/** “hit back before noon”: a particle followed only by time or place. */
const dangles = (unit: TokenisedUnit, at: number): boolean =>
  /^(?:out|back|aside|down|off|away)$/.test(unit.word(at)) &&
  (at + 1 >= unit.tokens.length ||
    isPunct(unit, at + 1) ||
    (PREPOSITIONS.has(unit.word(at + 1)) && !/^(?:at|against|over|on|about)$/.test(unit.word(at + 1))));

/** “assured the House that”, “want the court to”: the word that introduces the clause, after at most one phrase. */
function wordWithin(unit: TokenisedUnit, at: number, word: string): boolean {
  for (let i = at + 1; i < at + 8 && unit.tokens[i]?.kind === 'word'; i += 1) if (unit.word(i) === word) return true;
  return false;
}

/** Whether a quotation directly follows the verb, or precedes it or its subject, with a comma between. */
function beside(unit: TokenisedUnit, at: number, next: number): boolean {
  if (isQuote(unit, next) || (isPunct(unit, next, ',:—–-') && isQuote(unit, next + 1))) return true;
  if (isPunct(unit, next, ':') && next + 1 >= unit.tokens.length) return true;
  for (let i = at - 1; i >= Math.max(0, at - 8); i -= 1) {
    if (isQuote(unit, i)) return true;
    if (isPunct(unit, i, ';:—–')) return false;
  }
  return false;
}

/**
 * Officials believe the talks will fail.
 *                   ^^^^^^^^^^^^^^^^^^^  a noun phrase followed by a finite verb
 */
function startsClause(unit: TokenisedUnit, at: number): boolean {
  if (PRONOUNS.has(unit.word(at)) && /^(?:he|she|they|we|i|it|there)$/.test(unit.word(at))) return true;
  if (!startsPhrase(unit, at) && unit.word(at) !== 'there') return false;
  for (let i = at; i < Math.min(unit.tokens.length, at + 12); i += 1) {
    const word = unit.word(i);
    if (MODALS.has(word) || HAVE.has(word) || DO.has(word) || (BE.has(word) && word !== 'being' && word !== 'been'))
      return true;
    if (isPunct(unit, i, ';:—–')) return false;
  }
  return false;
}

function startsPhrase(unit: TokenisedUnit, at: number): boolean {
  const token = unit.tokens[at];
  if (!token) return false;
  if (token.kind === 'quote') return true;
  if (token.kind === 'punct') return false;
  if (DETERMINERS.has(token.text) || unit.mentionStartingAt(at)) return true;
  if (token.text.endsWith('ing') || token.text === 'what') return true;
  return !PREPOSITIONS.has(token.text) && !SUBORDINATORS.has(token.text) && !BE.has(token.text) && token.text !== 'and';
}
