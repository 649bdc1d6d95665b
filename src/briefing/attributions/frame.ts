import { BE, DETERMINERS, DO, HAVE, MODALS, PREPOSITIONS, PRONOUNS, SUBORDINATORS } from '../words/grammar.ts';
import { settingAhead } from './adjuncts.ts';
import type { Cue } from './cue.ts';
import { isPunct, isQuote, type Line } from './tokenised-unit.ts';
import type { ReportingVerb } from './verbs.ts';

/** Which complement follows the verb, or undefined when it has none that makes it a cue. */
export function frameOf(line: Line, at: number, to: number, verb: ReportingVerb): Cue['frame'] | undefined {
  const next = to + 1;
  const word = line.word(next);
  if ((verb.clause || verb.object || verb.hearer) && beside(line, at, next)) return 'quote';
  // “rejected as “groundless” a report”
  if (verb.object && word === 'as' && isQuote(line, next + 1)) return 'object';
  if (verb.clause && /^(?:that|whether|if|how|why|what|who)$/.test(word)) return 'clause';
  if (verb.to && (word === 'to' || (word === 'not' && line.word(next + 1) === 'to'))) return 'to';
  if (verb.hearer && wordWithin(line, next, 'that')) return 'clause';
  if (verb.clause && line.word(next + settingAhead(line, next)) === 'that') return 'clause';
  if (to > at) return dangles(line, to) ? undefined : 'preposition';
  if (verb.firm) return 'clause';
  if (verb.clause && startsClause(line, next)) return 'clause';
  if (verb.object && startsPhrase(line, next)) return 'object';
  if (verb.to && startsPhrase(line, next) && wordWithin(line, next, 'to')) return 'object';
  return undefined;
}

/** “hit back before noon”: a particle with nothing behind it but time or place. */
const dangles = (line: Line, at: number): boolean =>
  /^(?:out|back|aside|down|off|away)$/.test(line.word(at)) &&
  (at + 1 >= line.tokens.length ||
    isPunct(line, at + 1) ||
    (PREPOSITIONS.has(line.word(at + 1)) && !/^(?:at|against|over|on|about)$/.test(line.word(at + 1))));

/** “assured the House that”, “want the court to”: the word that opens the clause, behind no more than a phrase. */
function wordWithin(line: Line, at: number, word: string): boolean {
  for (let i = at + 1; i < at + 8 && line.tokens[i]?.kind === 'word'; i += 1) if (line.word(i) === word) return true;
  return false;
}

/** Whether a quotation stands right behind the verb or, a comma between, right before it or its subject. */
function beside(line: Line, at: number, next: number): boolean {
  if (isQuote(line, next) || (isPunct(line, next, ',:—–-') && isQuote(line, next + 1))) return true;
  if (isPunct(line, next, ':') && next + 1 >= line.tokens.length) return true;
  for (let i = at - 1; i >= Math.max(0, at - 8); i -= 1) {
    if (isQuote(line, i)) return true;
    if (isPunct(line, i, ';:—–')) return false;
  }
  return false;
}

/**
 * Officials believe the talks will fail.
 *                   ^^^^^^^^^^^^^^^^^^^  a phrase and, soon behind it, a verb that is bound to a subject
 */
function startsClause(line: Line, at: number): boolean {
  if (PRONOUNS.has(line.word(at)) && /^(?:he|she|they|we|i|it|there)$/.test(line.word(at))) return true;
  if (!startsPhrase(line, at) && line.word(at) !== 'there') return false;
  for (let i = at; i < Math.min(line.tokens.length, at + 12); i += 1) {
    const word = line.word(i);
    if (MODALS.has(word) || HAVE.has(word) || DO.has(word) || (BE.has(word) && word !== 'being' && word !== 'been'))
      return true;
    if (isPunct(line, i, ';:—–')) return false;
  }
  return false;
}

function startsPhrase(line: Line, at: number): boolean {
  const token = line.tokens[at];
  if (!token) return false;
  if (token.kind === 'quote') return true;
  if (token.kind === 'punct') return false;
  if (DETERMINERS.has(token.text) || line.mentionStartingAt(at)) return true;
  if (token.text.endsWith('ing') || token.text === 'what') return true;
  return !PREPOSITIONS.has(token.text) && !SUBORDINATORS.has(token.text) && !BE.has(token.text) && token.text !== 'and';
}
