import { byContent } from './by-content.ts';
import { byFirstPerson } from './by-first-person.ts';
import { byVerb, byWeakVerb } from './by-verb.ts';
import { cueWords, normaliseText, wordsOf } from './normalise.ts';
import type { NormalisedUtterance, StanceDecision, Utterance } from './utterance.ts';

const PLAIN: StanceDecision = { stance: 'states', rule: 'plain' };

/** A normalized utterance with the stance from each kind of evidence. */
export interface Judgement {
  readonly said: NormalisedUtterance;
  readonly verb: StanceDecision | undefined;
  readonly content: StanceDecision | undefined;
  readonly judged: StanceDecision;
}

/**
 * The verb decides if it has a stance of its own, including its negation; for a verb without one, the content
 * decides; without any evidence the stance is `states`.
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
