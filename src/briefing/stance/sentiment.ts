import { JUDGEMENT_WORDS, NEGATIONS } from '../words/judgements.ts';
import { entriesAt, lexicon } from './phrase-lexicon.ts';

type Tone = keyof typeof JUDGEMENT_WORDS;
export type Tones = Readonly<Record<Tone, number>>;

const TONES = lexicon(JUDGEMENT_WORDS);
/** The number of words in the scope of a negation: “not a very good deal”. */
const NEGATION_WINDOW = 3;

/** Negated praise is blame; most other negated words are ignored. */
const NEGATED_TONE: Readonly<Partial<Record<Tone, Tone>>> = { praise: 'blame', merit: 'fault', denial: 'denial' };

/** Counts the judging words of a statement by tone. */
export function countTones(words: readonly string[]): Tones {
  const tones: Record<Tone, number> = { blame: 0, fault: 0, praise: 0, merit: 0, danger: 0, alarm: 0, denial: 0 };
  let negatedTo = -1;
  for (let at = 0; at < words.length; at += 1) {
    for (const { meaning } of entriesAt(words, at, TONES)) {
      const tone = at <= negatedTo ? NEGATED_TONE[meaning] : meaning;
      if (tone) tones[tone] += 1;
    }
    if (NEGATIONS.has(words[at] ?? '')) negatedTo = at + NEGATION_WINDOW;
  }
  return tones;
}
