import { byContent } from './by-content.ts';
import { byOwnWords } from './by-first-person.ts';
import { byLeaning, byVerb } from './by-verb.ts';
import { cueWords, plain, wordsOf } from './normalise.ts';
import type { Judged, Said, Utterance } from './utterance.ts';

/**
 * Which stance somebody takes by saying this. The verb decides where it has a stance of its own, with the negation it
 * stands in; a verb that only says leaves it to what is said; what shows nothing states.
 */
export function stanceOf(utterance: Utterance): Judged {
  const cue = plain(utterance.cue);
  const content = plain(utterance.content);
  const said: Said = {
    ...utterance,
    cue,
    content,
    source: plain(utterance.source),
    words: wordsOf(content),
    cueWords: cueWords(cue),
  };
  return byVerb(said) ?? byOwnWords(said) ?? byContent(said) ?? byLeaning(said) ?? { stance: 'states', rule: 'plain' };
}
