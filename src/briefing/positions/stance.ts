import type { AttributionKind, Stance } from '#core/attribution';
import { byContent } from './content.ts';
import { byOwnWords } from './own-words.ts';
import { cueWords, plain, wordsOf } from './plain.ts';
import { byLeaning, byVerb } from './verb.ts';

/** One attribution in words: strings as they stand in the reading. */
export interface Utterance {
  readonly cue: string;
  readonly content: string;
  /** The sentence or sentences it stands in. */
  readonly sentence: string;
  readonly kind: AttributionKind;
  readonly source: string;
}

export interface Judged {
  readonly stance: Stance;
  /** The name of the rule that decided. */
  readonly rule: string;
}

/** An utterance made plain (plain.ts), its words told apart once for all rules. */
export interface Said extends Utterance {
  readonly words: readonly string[];
  readonly cueWords: readonly string[];
}

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
