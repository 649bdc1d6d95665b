import type { Stance } from '#core/attribution';
import { FACTUAL_VERBS } from '../words/factual-verbs.ts';
import { statedIntention } from './intentions.ts';
import * as sign from './patterns.ts';
import { lexicon, meaningAt } from './phrase-lexicon.ts';
import { countTones, type Tones } from './sentiment.ts';
import type { NormalisedUtterance, StanceDecision } from './utterance.ts';

/** A statement with its tone. */
interface ContentSignals extends NormalisedUtterance {
  readonly tones: Tones;
  /** The strength of blame and praise: a judging word counts twice, a plain news word once and only if quoted. */
  readonly isNegative: number;
  readonly isPositive: number;
  /** Whether it is only reported: “The poll shows …”. */
  readonly isFactual: boolean;
}

interface Rule {
  readonly name: string;
  readonly stance: Stance;
  matches(said: ContentSignals): boolean;
}

/** Ordered rules; the first match decides. */
const RULES: readonly Rule[] = [
  // “Will there be a film?”
  {
    name: 'question',
    stance: 'states',
    matches: ({ content, kind }) => kind === 'direct' && sign.QUESTION.test(content),
  },
  // “We are crafting a plan. I will not go into which cards we hold.” The first statement counts.
  { name: 'plans, then holds back', stance: 'pledges', matches: opensWithPlan },
  // said he does not “feel the need to comment on such rumors”
  { name: 'will not say', stance: 'declines', matches: ({ content }) => sign.NO_COMMENT.test(content) },
  // “We may consider sending defensive weapons.”
  { name: 'weighs', stance: 'considers', matches: ({ content }) => sign.WEIGHING.test(content) },
  // “The so-called cooperation is a baseless and obvious rumor.”
  {
    name: 'calls it false',
    stance: 'denies',
    matches: ({ tones, isNegative, isFactual }) => !isFactual && tones.denial * 4 >= isNegative && tones.denial > 0,
  },
  // “I lost my head.” · said ‹it was a mistake to use the account›
  { name: 'owns up', stance: 'confirms', matches: ({ content }) => sign.OWNS_UP.test(content) },
  // told ‹his advisers to find a way›
  {
    name: 'told to',
    stance: 'demands',
    matches: ({ content, cue, kind }) => kind !== 'direct' && sign.TELLS.test(cue) && sign.TOLD_TO.test(content),
  },
  // “The two sides must return to talks.”
  { name: 'ought', stance: 'demands', matches: ({ content }) => sign.OUGHT.test(content) },
  // “Build the wall or buy us out.”
  {
    name: 'imperative',
    stance: 'demands',
    matches: ({ content, kind }) => kind === 'direct' && sign.IMPERATIVE.test(content),
  },
  // “We will not sign it.”
  {
    name: 'will not',
    stance: 'opposes',
    matches: ({ content, kind }) =>
      sign.WILL_NOT.test(content) && !(kind === 'direct' && sign.OTHERS_CANNOT.test(content)),
  },
  // “If the road is not built, there will be no restart.”
  {
    name: 'if so',
    stance: 'warns',
    matches: ({ content, isFactual, isPositive }) => !isFactual && isPositive === 0 && sign.IF_SO.test(content),
  },
  // “We will rebuild every house.”
  { name: 'own future', stance: 'pledges', matches: statedIntention },
  // comments about ‹the neighbour engaging in arms deals›
  {
    name: 'reproach',
    stance: 'condemns',
    matches: ({ content, cue, kind }) => kind === 'indirect' && sign.TALK.test(cue) && sign.REPROACH.test(content),
  },
  // “This could lead to a backlash.” · “The trend is terrifying.”
  { name: 'alarms', stance: 'warns', matches: isAlarming },
  // “There is no list. There has never been a list.”
  { name: 'not so', stance: 'denies', matches: ({ content, isFactual }) => !isFactual && sign.NOT_SO.test(content) },
  // “Their dispatch of troops is shocking.”
  {
    name: 'blames',
    stance: 'condemns',
    matches: ({ isNegative, isPositive, isFactual }) => !isFactual && isNegative > isPositive && isNegative >= 2,
  },
  // “They failed again.” One plain negative word is weak evidence.
  {
    name: 'faults',
    stance: 'condemns',
    matches: ({ isNegative, isPositive, isFactual }) => !isFactual && isNegative > isPositive,
  },
  // “She is a brilliant negotiator.” One plain positive word alone is not enough.
  {
    name: 'praises',
    stance: 'supports',
    matches: ({ isNegative, isPositive, isFactual }) => !isFactual && isPositive > isNegative && isPositive >= 2,
  },
  // “We cannot accept this plan.”
  { name: 'against', stance: 'opposes', matches: ({ content }) => sign.AGAINST.test(content) },
  // ‹the value of the alliance will wane›
  { name: 'future', stance: 'predicts', matches: ({ content, isFactual }) => !isFactual && sign.FUTURE.test(content) },
];

const FACTS = lexicon({ fact: FACTUAL_VERBS });

/** The stance expressed by the content, for verbs without a stance. */
export function byContent(said: NormalisedUtterance): StanceDecision | undefined {
  const tones = countTones(said.words);
  const quoted = said.kind === 'indirect' ? 0 : 1;
  const heard: ContentSignals = {
    ...said,
    tones,
    isNegative: tones.blame * 2 + tones.fault * quoted,
    isPositive: tones.praise * 2 + tones.merit * quoted,
    isFactual: !quoted && said.cueWords.some((_, at) => meaningAt(said.cueWords, at, FACTS)),
  };
  const rule = RULES.find(({ matches }) => matches(heard));
  return rule && { stance: rule.stance, rule: `content: ${rule.name}` };
}

function opensWithPlan(said: ContentSignals): boolean {
  if (said.kind !== 'direct' || !sign.NO_COMMENT.test(said.content)) return false;
  const [content = ''] = said.content.split(/(?<=[.!?]) /, 1);
  return !sign.NO_COMMENT.test(content) && statedIntention({ ...said, content });
}

function isAlarming({ tones, content, isFactual, isNegative, isPositive }: ContentSignals): boolean {
  if (isFactual) return false;
  if (tones.alarm > 0 && tones.alarm * 2 >= isNegative) return true;
  return tones.danger > 0 && tones.danger >= isPositive && sign.AHEAD.test(content);
}
