import type { Attribution } from '#core/attribution';
import type { Speaker } from '#core/speaker';
import { countWords } from '../words/clauses.ts';
import { isRemark, wordsIn } from './is-remark.ts';

/** Below this confidence, a speaker is a guess. */
const MIN_CONFIDENCE = 0.7;
/**
 * Below this confidence, a stance is a guess. Without a threshold, 63% of the stances shown are correct; with this one,
 * 86%, both on eval/world and on labelled articles of other outlets; 37% to 42% of the rows are dropped.
 */
const MIN_STANCE_CONFIDENCE = 0.5;
/** Fewer words name a subject without a stance. */
const MIN_WORDS = 4;
/** Stances that take no side. */
const NO_POSITION: ReadonlySet<string> = new Set(['states', 'confirms', 'predicts']);
/** For institutions and documents, these stances are findings rather than positions. */
const FINDINGS: ReadonlySet<string> = new Set(['considers', 'warns']);
/** “more”, “some of them”, “both”: too unspecific for a common position. */
const QUANTITY =
  /^(?:(?:more|most|many|some|others?|both|all|few|another|one|two|several|the four|the two)(?: of\b| and\b|$)|\d)/i;
/** “his remarks”, “a news conference”, “the nation”: words, events and the public at large take no stand. */
const NO_ACTOR =
  /^(?:people|citizens|everyone|(?:the |this )?(?:nation|country|world))$|^(?:his|her|its|their|our|my) |^(?:an?|the|this) (?:\p{Ll}+ )*(?:conference|remarks?|meeting|summit|attack|death|visit|speech|incident|video|post)$/iu;
/** “Several men ordered him to leave”: words of strangers in a scene. */
const IN_A_SCENE = /\b(?:ordered|told|shouted|yelled|begged|pleaded|asked|refused)\b/i;

/** Returns whether a statement takes a stand: not a mere fact, with a confident speaker and stance. */
export function isPosition(attribution: Attribution, text: string): boolean {
  const { speaker, confidence, stance, stanceConfidence, kind, content, quoted } = attribution;
  if (speaker.kind !== 'named' || confidence < MIN_CONFIDENCE || NO_POSITION.has(stance)) return false;
  if (stanceConfidence < MIN_STANCE_CONFIDENCE || !isActor(speaker.speaker, attribution, text)) return false;
  const { type } = speaker.speaker;
  if (FINDINGS.has(stance) && kind !== 'direct' && (type === 'organisation' || type === 'document')) return false;
  if (type === 'document' || isRemark(attribution, speaker.speaker, text)) return false;
  const spans = kind === 'direct' ? quoted : content;
  return spans.reduce((sum, { start, end }) => sum + countWords(text.slice(start, end)), 0) >= MIN_WORDS;
}

const isActor = ({ name, type, side }: Speaker, { cue }: Attribution, text: string): boolean =>
  !QUANTITY.test(name) &&
  (side !== undefined || !NO_ACTOR.test(name)) &&
  !((type === 'anonymous' || type === 'group') && side === undefined && IN_A_SCENE.test(wordsIn(cue, text)));
