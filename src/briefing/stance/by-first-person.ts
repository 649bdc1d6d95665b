import type { Stance } from '#core/attribution';
import { DEFAULT_STANCES, NEGATED, NOT } from './by-verb.ts';
import { meaningAt } from './phrase-lexicon.ts';
import type { NormalisedUtterance, StanceDecision } from './utterance.ts';

const FIRST_PERSON: ReadonlySet<string> = new Set(['i', 'we']);
const THIRD_PERSON: ReadonlySet<string> = new Set(['i', 'we', 'he', 'she', 'they', 'it']);
/** Words that may occur between the subject and the verb. */
const BETWEEN =
  /^(?:am|are|is|was|were|do|does|did|have|has|had|will|would|can|could|also|still|not|never|\w+ly|all|both|been|be|more|very|so|really|must|want|wish|to|but|and)$/;
/** The maximum number of words analyzed. */
const WINDOW = 60;
const BE = /^(?:am|are|is|was|were|be|been)$/;
/** Stances whose verbs also occur in the passive: “was asked”, “was expected”. */
const UNDERGONE: ReadonlySet<Stance> = new Set<Stance>([
  'demands',
  'considers',
  'predicts',
  'confirms',
  'condemns',
  'denies',
]);
/** Verbs that have another stance or none in the first person: “I like”, “we want”, “I plan”. */
const ELSE =
  /^(?:want|wants|wanted|like|likes|liked|love|loves|loved|back|second|hit|hits|knock|charge|charged|float|hope|hopes|hoped|guess|guessed|pass|press|wish|offer|offered|fault|bet|bar|side|target|order|ordered|question|object|grant|will|review|examine|study|suing|accept|accepted)$/;

/**
 * The stance that a speaker states explicitly: “We reject this”, said ‹she feared a war›, said ‹it did not
 * support the bill›. In paraphrases only a subject at the very beginning is certain to be the speaker.
 */
export function byFirstPerson({ words, kind }: NormalisedUtterance): StanceDecision | undefined {
  const direct = kind === 'direct';
  const start = words[0] === 'that' ? 1 : 0;
  const end = direct ? Math.min(words.length, WINDOW) : start + 1;
  for (let at = start; at < end; at += 1) {
    if (!(direct ? FIRST_PERSON : THIRD_PERSON).has(words[at] ?? '')) continue;
    const stance = stanceAfter(words, at + 1);
    if (stance) return { stance, rule: 'own words' };
  }
  return undefined;
}

function stanceAfter(words: readonly string[], from: number): Stance | undefined {
  let negated = false;
  for (let at = from; at < Math.min(words.length, from + 5); at += 1) {
    const word = words[at] ?? '';
    const stance = ELSE.test(word) ? undefined : meaningAt(words, at, DEFAULT_STANCES);
    if (stance && stance !== 'declines') {
      // “She was asked to leave” is no demand.
      if (BE.test(words[at - 1] ?? '') && word.endsWith('ed') && UNDERGONE.has(stance)) return undefined;
      return negated ? NEGATED[stance] : stance;
    }
    negated ||= NOT.has(word);
    if (!BETWEEN.test(word)) return undefined;
  }
  return undefined;
}
