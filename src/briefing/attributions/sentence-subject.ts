import type { Mention } from '../mentions/mention.ts';
import { BE, CONJUNCTIONS, PREPOSITIONS, SCENE_SETTERS } from '../words/grammar.ts';
import type { Subject } from './cue.ts';
import { isPunct, isQuote, type Line } from './tokenised-unit.ts';

/**
 * Asked whether her children used the app, Ms Lindholm hesitated.
 *                                          ^^^^^^^^^^^
 *
 * Who a sentence is about: its first mention that can speak and hangs on no preposition, behind a clause that only
 * sets the scene where there is one.
 */
export function topicOf(line: Line): Subject | undefined {
  return topicFrom(line, sceneEnd(line)) ?? topicFrom(line, 0);
}

function sceneEnd(line: Line): number {
  if (!SCENE_SETTERS.has(line.word(0)) || CONJUNCTIONS.has(line.word(0))) return 0;
  for (let i = 1; i < line.tokens.length; i += 1) if (isPunct(line, i, ',')) return i + 1;
  return 0;
}

function topicFrom(line: Line, from: number): Subject | undefined {
  let passed = -1;
  for (let i = from; i < line.tokens.length; i += 1) {
    if (isQuote(line, i)) continue;
    const mention = line.mentionStartingAt(i);
    if (!mention) continue;
    let to = i;
    while (to + 1 < line.tokens.length && (line.tokens[to]?.end ?? 0) < mention.span.end) to += 1;
    // “regarding Muslims and immigrants”: what is joined to a phrase that was passed over goes with it.
    const joined = passed === i - 2 && (CONJUNCTIONS.has(line.word(i - 1)) || isPunct(line, i - 1, ','));
    if (joined || PREPOSITIONS.has(line.word(i - 1))) passed = to;
    else if (canBeTopic(line, mention, to)) return { span: mention.span, from: i, to, mention };
  }
  return undefined;
}

function canBeTopic(line: Line, mention: Mention, to: number): boolean {
  if (!mention.animate || mention.possessive || /^(?:me|us|him|her|them)$/.test(line.word(to))) return false;
  return !(BE.has(line.word(to + 1)) && /ed$/.test(line.word(to + 2)));
}
