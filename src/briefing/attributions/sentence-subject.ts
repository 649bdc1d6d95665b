import type { Mention } from '../mentions/mention.ts';
import { ADVERBIAL_OPENERS, BE, CONJUNCTIONS, PREPOSITIONS } from '../words/grammar.ts';
import type { Subject } from './cue.ts';
import { isPunct, isQuote, type TokenisedUnit } from './tokenised-unit.ts';

/**
 * Asked whether her children used the app, Ms Lindholm hesitated.
 *                                          ^^^^^^^^^^^
 *
 * The subject of a sentence: its first mention that can speak and does not depend on a preposition, after an
 * introductory adverbial clause if there is one.
 */
export function subjectOfSentence(unit: TokenisedUnit): Subject | undefined {
  return subjectFrom(unit, adverbialEnd(unit)) ?? subjectFrom(unit, 0);
}

function adverbialEnd(unit: TokenisedUnit): number {
  if (!ADVERBIAL_OPENERS.has(unit.word(0)) || CONJUNCTIONS.has(unit.word(0))) return 0;
  for (let i = 1; i < unit.tokens.length; i += 1) if (isPunct(unit, i, ',')) return i + 1;
  return 0;
}

function subjectFrom(unit: TokenisedUnit, from: number): Subject | undefined {
  let passed = -1;
  for (let i = from; i < unit.tokens.length; i += 1) {
    if (isQuote(unit, i)) continue;
    const mention = unit.mentionStartingAt(i);
    if (!mention) continue;
    let to = i;
    while (to + 1 < unit.tokens.length && (unit.tokens[to]?.end ?? 0) < mention.span.end) to += 1;
    // “regarding Muslims and immigrants”: what is coordinated with a skipped phrase is skipped too.
    const joined = passed === i - 2 && (CONJUNCTIONS.has(unit.word(i - 1)) || isPunct(unit, i - 1, ','));
    if (joined || PREPOSITIONS.has(unit.word(i - 1))) passed = to;
    else if (canBeSubject(unit, mention, to)) return { span: mention.span, from: i, to, mention };
  }
  return undefined;
}

function canBeSubject(unit: TokenisedUnit, mention: Mention, to: number): boolean {
  if (!mention.animate || mention.possessive || /^(?:me|us|him|her|them)$/.test(unit.word(to))) return false;
  return !(BE.has(unit.word(to + 1)) && /ed$/.test(unit.word(to + 2)));
}
