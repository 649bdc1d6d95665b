import { byContent } from './by-content.ts';
import { byFirstPerson } from './by-first-person.ts';
import { byVerb, byWeakVerb } from './by-verb.ts';
import { cueWords, normaliseText, wordsOf } from './normalise.ts';
import type { NormalisedUtterance, StanceDecision, Utterance } from './utterance.ts';

const PLAIN: StanceDecision = { stance: 'states', rule: 'plain' };

/** An utterance made normaliseText, with what each kind of evidence says about it. */
export interface Judgement {
  readonly said: NormalisedUtterance;
  readonly verb: StanceDecision | undefined;
  readonly content: StanceDecision | undefined;
  readonly judged: StanceDecision;
}

/**
 * The verb decides where it has a stance of its own, with the negation it stands in; a verb that only says leaves it
 * to what is said; what shows nothing states.
 */
export function judge(utterance: Utterance): Judgement {
  const cue = normaliseText(utterance.cue);
  const text = normaliseText(utterance.content);
  const said: NormalisedUtterance = {
    ...utterance,
    cue,
    content: text,
    source: normaliseText(utterance.source),
    words: wordsOf(text),
    cueWords: cueWords(cue),
  };
  const verb = byVerb(said);
  const content = byContent(said);
  return { said, verb, content, judged: verb ?? byFirstPerson(said) ?? content ?? byWeakVerb(said) ?? PLAIN };
}
