import { byContent } from './by-content.ts';
import { byFirstPerson } from './by-first-person.ts';
import { byVerb, byWeakVerb } from './by-verb.ts';
import { cueWords, normaliseText, wordsOf } from './normalise.ts';
import type { NormalisedUtterance, StanceDecision, Utterance } from './utterance.ts';

/**
 * Which stance somebody takes by saying this. The verb decides where it has a stance of its own, with the negation it
 * stands in; a verb that only says leaves it to what is said; what shows nothing states.
 */
export function stanceOf(utterance: Utterance): StanceDecision {
  const cue = normaliseText(utterance.cue);
  const content = normaliseText(utterance.content);
  const said: NormalisedUtterance = {
    ...utterance,
    cue,
    content,
    source: normaliseText(utterance.source),
    words: wordsOf(content),
    cueWords: cueWords(cue),
  };
  return (
    byVerb(said) ?? byFirstPerson(said) ?? byContent(said) ?? byWeakVerb(said) ?? { stance: 'states', rule: 'plain' }
  );
}
