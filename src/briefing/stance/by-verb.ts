import type { Stance } from '#core/attribution';
import { CLAIM_WORDS, EXPRESS_WORDS, LEANING_WORDS, STANCE_WORDS } from '../words/stances.ts';
import { normaliseText } from './normalise.ts';
import { lexicon, meaningAt } from './phrase-lexicon.ts';
import type { NormalisedUtterance, StanceDecision } from './utterance.ts';

export const DEFAULT_STANCES = lexicon(STANCE_WORDS);
const WEAK_STANCES = lexicon(LEANING_WORDS);

/** The stance of a negated verb: “did not endorse” opposes, “never denied” confirms. */
export const NEGATED: Readonly<Record<Exclude<Stance, 'states'>, Stance>> = {
  confirms: 'declines',
  denies: 'confirms',
  supports: 'opposes',
  opposes: 'supports',
  condemns: 'states',
  demands: 'states',
  warns: 'states',
  pledges: 'declines',
  considers: 'opposes',
  predicts: 'predicts',
  declines: 'states',
};

export const NOT: ReadonlySet<string> = new Set(
  'not never no nor neither hardly barely without nobody none'.split(' '),
);

/** A negation directly before the verb, outside the cue. */
const NOT_BEFORE = /(?:^|\W)(?:not|never|neither|nor)(?: (?:yet|even|\w+ly))? $/;
/** “refused to confirm”, if the cue is only “confirm”. */
const REFUSED_BEFORE = /(?:^|\W)(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|fail(?:s|ed|ing)?) to $/;
/** “does not want” ‹to make comments› */
const TO_COMMENT = /^to (?:comment|make (?:any )?comments?|discuss|answer|elaborate|speculate)\b/;
/** “Neither side confirmed …” */
const NEGATIVE_SOURCE = /^(?:no|neither|nobody|none)\b/;

/**
 * The stance of the reporting verb, including negation: the first word of the cue with a stance decides.
 * A particle may be at the start of the content: “called” “for an inquiry”.
 */
export function byVerb(said: NormalisedUtterance): StanceDecision | undefined {
  const own = said.cueWords.length;
  const words = [...said.cueWords, ...said.words.slice(0, 3)];
  for (let at = 0; at < own; at += 1) {
    const usual = meaningAt(words, at, DEFAULT_STANCES) ?? expressed(said, words[at]);
    if (!usual || (words[at] === 'will' && SPEAKS.test(words[at + 1] ?? ''))) continue;
    if (JUDGES.test(words[at] ?? '') && JUDGED.test(said.content)) return { stance: 'states', rule: 'plain' };
    if (isUndergone(said, at) || isAdjective(said, words[at]) || ON_TERMS.test(said.content))
      return { stance: 'states', rule: 'verb: undergone' };
    if (usual === 'declines') return { stance: 'declines', rule: 'verb: declines' };
    const before = wordsBefore(said);
    if (REFUSED_BEFORE.test(before)) return { stance: 'declines', rule: 'verb: refused' };
    const negated = words.slice(0, at).some((word) => NOT.has(word)) || NOT_BEFORE.test(before);
    if (!negated && !NEGATIVE_SOURCE.test(said.source)) {
      // “dismissed the bill as a stunt”
      if (usual === 'denies' && words[at]?.startsWith('dismiss') && isPlan(said))
        return { stance: 'opposes', rule: 'verb' };
      if (ASKS.test(words[at] ?? '') && QUESTION_WORD.test(said.words[0] ?? ''))
        return { stance: 'states', rule: 'plain' };
      return rejectsClaim(said, usual)
        ? { stance: 'denies', rule: 'verb: rejects a claim' }
        : { stance: usual, rule: 'verb' };
    }
    if (TO_COMMENT.test(said.content)) return { stance: 'declines', rule: 'verb: refused' };
    // “has not ruled out”: a possibility is being considered.
    const ruledOut = words[at]?.startsWith('rul') && words[at + 1] === 'out';
    return { stance: ruledOut ? 'considers' : NEGATED[usual], rule: 'verb: negated' };
  }
  return undefined;
}

/** “considers” ‹the figure to be a state secret›: an opinion, unlike “considers a ban” and “is considering”. */
const JUDGES = /^consider(?:s|ed)?$/;
const JUDGED = /\bto be\b/;

/** “will say” ‹taxes are too low›: a speech to come is no promise. */
const SPEAKS = /^(?:also|say|tell|add|claim|argue|speak|announce|explain|stress|note|call|urge|warn|accuse|demand)$/;

const UNDERGONE =
  /\b(?:is|are|was|were|be|been|being)(?: \w+ly| even| also)? (?!(?:opposed|concerned|worried|committed|dedicated|prepared|determined|convinced|resolved|quoted|adamant|disappointed|outraged|angered|alarmed)\b)(?:\w+ed|told|sworn)$/;

/** “The superintendent was ordered to …”, “the brothers are accused of …”: the named person is the object. */
function isUndergone(said: NormalisedUtterance, at: number): boolean {
  const text = normaliseText(said.sentence);
  const source = said.source ? text.indexOf(said.source) : -1;
  const isSubject = source < 0 || source < text.indexOf(said.cue);
  return isSubject && UNDERGONE.test(`${wordsBefore(said)}${said.cueWords.slice(0, at + 1).join(' ')}`);
}

/** “requesting” ‹anonymity, said …›: the conditions under which a source speaks. */
const ON_TERMS = /^(?:on )?(?:condition of )?anonymity\b/;

/** “alleged gangsters”: an adjective, unlike “alleged that gangsters …”, “alleged the board …”. */
const isAdjective = ({ content }: NormalisedUtterance, verb: string | undefined): boolean =>
  verb === 'alleged' && !/^(?:that|the|an?|he|she|it|they|there|his|her|its|their|this|these|\d)/.test(content);

/** “expressed” ‹strong dissatisfaction with the ruling› */
function expressed({ words }: NormalisedUtterance, verb: string | undefined): Exclude<Stance, 'states'> | undefined {
  if (!verb || !EXPRESS_WORDS.has(verb)) return undefined;
  for (let at = 0; at < Math.min(words.length, 5); at += 1) {
    const stance = meaningAt(words, at, DEFAULT_STANCES);
    if (stance) return stance;
  }
  return undefined;
}

/** “asked” ‹about the repairs›, ‹whether it will hold›: a question is no demand. */
const ASKS = /^(?:ask|demand(?:ed|ing)? to know|quer|enquir|inquir|press)/;
const QUESTION_WORD = /^(?:about|whether|if|why|how|what|who|when|where|which)$/;

/** ‹the government’s bill to cut emissions›, which can be opposed but not denied. */
const isPlan = ({ words }: NormalisedUtterance): boolean => words.slice(0, 5).some((word) => PLAN.test(word));
const PLAN =
  /^(?:plans?|bills?|laws?|legislation|proposals?|ideas?|offers?|calls?|appeals?|demands?|requests?|targets?|budget|deal|motion)$/;

/** “rejected” ‹the accusations of profiteering›, which is no opposition to a plan */
const rejectsClaim = ({ words }: NormalisedUtterance, usual: Stance): boolean =>
  (usual === 'opposes' || usual === 'condemns') && words.slice(0, 4).some((word) => CLAIM_WORDS.has(word));

/** The stance that a verb leans to if the content has none. */
export function byWeakVerb(said: NormalisedUtterance): StanceDecision | undefined {
  const { cueWords } = said;
  for (let at = 0; at < cueWords.length; at += 1) {
    const stance = meaningAt(cueWords, at, WEAK_STANCES);
    // “insisted” ‹the target is a floor› denies only if the content contains a negation.
    if (stance && (stance !== 'denies' || said.words.some((word) => NOT.has(word))))
      return { stance, rule: 'verb: leaning' };
  }
  return undefined;
}

/** The last words before the cue in its sentence. */
function wordsBefore({ cue, sentence }: NormalisedUtterance): string {
  const text = normaliseText(sentence);
  const at = cue ? text.indexOf(cue) : -1;
  return at > 0 ? text.slice(Math.max(0, at - 30), at) : '';
}
