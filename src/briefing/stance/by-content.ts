import type { Stance } from '#core/attribution';
import { FACT_WORDS } from '../words/facts.ts';
import { ownFuture } from './intentions.ts';
import * as sign from './patterns.ts';
import { lexicon, meaningAt } from './phrase-lexicon.ts';
import { type Tones, tonesOf } from './sentiment.ts';
import type { Judged, Said } from './utterance.ts';

/** A statement with what can be heard in it. */
interface Heard extends Said {
  readonly tones: Tones;
  /** How strongly it blames and praises; a judging word counts twice, one of plain news once and only if quoted. */
  readonly bad: number;
  readonly good: number;
  /** Whether it is only passed on: “The poll shows …”. */
  readonly fact: boolean;
}

interface Rule {
  readonly name: string;
  readonly stance: Stance;
  holds(said: Heard): boolean;
}

/** In this order; the first that holds decides. */
const RULES: readonly Rule[] = [
  // “Will there be a film?”
  {
    name: 'question',
    stance: 'states',
    holds: ({ content, kind }) => kind === 'direct' && sign.QUESTION.test(content),
  },
  // “We are crafting a plan. I will not go into which cards we hold.” What is said first counts.
  { name: 'plans, then holds back', stance: 'pledges', holds: plansFirst },
  // said he does not “feel the need to comment on such rumors”
  { name: 'will not say', stance: 'declines', holds: ({ content }) => sign.NO_COMMENT.test(content) },
  // “We may consider sending defensive weapons.”
  { name: 'weighs', stance: 'considers', holds: ({ content }) => sign.WEIGHING.test(content) },
  // “The so-called cooperation is a baseless and obvious rumor.”
  {
    name: 'calls it false',
    stance: 'denies',
    holds: ({ tones, bad, fact }) => !fact && tones.denial * 4 >= bad && tones.denial > 0,
  },
  // “I lost my head.” · said ‹it was a mistake to use the account›
  { name: 'owns up', stance: 'confirms', holds: ({ content }) => sign.OWNS_UP.test(content) },
  // told ‹his advisers to find a way›
  {
    name: 'told to',
    stance: 'demands',
    holds: ({ content, cue, kind }) => kind !== 'direct' && sign.TELLS.test(cue) && sign.TOLD_TO.test(content),
  },
  // “The two sides must return to talks.”
  { name: 'ought', stance: 'demands', holds: ({ content }) => sign.OUGHT.test(content) },
  // “Build the wall or buy us out.”
  {
    name: 'imperative',
    stance: 'demands',
    holds: ({ content, kind }) => kind === 'direct' && sign.IMPERATIVE.test(content),
  },
  // “We will not sign it.”
  { name: 'will not', stance: 'opposes', holds: ({ content }) => sign.WILL_NOT.test(content) },
  // “If the road is not built, there will be no restart.”
  {
    name: 'if so',
    stance: 'warns',
    holds: ({ content, fact, good }) => !fact && good === 0 && sign.IF_SO.test(content),
  },
  // “We will rebuild every house.”
  { name: 'own future', stance: 'pledges', holds: ownFuture },
  // comments about ‹the neighbour engaging in arms deals›
  {
    name: 'reproach',
    stance: 'condemns',
    holds: ({ content, cue, kind }) => kind === 'indirect' && sign.TALK.test(cue) && sign.REPROACH.test(content),
  },
  // “This could lead to a backlash.” · “The trend is terrifying.”
  { name: 'alarms', stance: 'warns', holds: alarms },
  // “There is no list. There has never been a list.”
  { name: 'not so', stance: 'denies', holds: ({ content, fact }) => !fact && sign.NOT_SO.test(content) },
  // “Their dispatch of troops is shocking.”
  { name: 'blames', stance: 'condemns', holds: ({ bad, good, fact }) => !fact && bad > good },
  // “She is a brilliant negotiator.” One plain good word alone is too little.
  { name: 'praises', stance: 'supports', holds: ({ bad, good, fact }) => !fact && good > bad && good >= 2 },
  // “We cannot accept this plan.”
  { name: 'against', stance: 'opposes', holds: ({ content }) => sign.AGAINST.test(content) },
  // ‹the value of the alliance will wane›
  { name: 'future', stance: 'predicts', holds: ({ content, fact }) => !fact && sign.FUTURE.test(content) },
];

const FACTS = lexicon({ fact: FACT_WORDS });

/** The stance that shows in what is said, for verbs that only say. */
export function byContent(said: Said): Judged | undefined {
  const tones = tonesOf(said.words);
  const quoted = said.kind === 'indirect' ? 0 : 1;
  const heard: Heard = {
    ...said,
    tones,
    bad: tones.blame * 2 + tones.fault * quoted,
    good: tones.praise * 2 + tones.merit * quoted,
    fact: !quoted && said.cueWords.some((_, at) => meaningAt(said.cueWords, at, FACTS)),
  };
  const rule = RULES.find(({ holds }) => holds(heard));
  return rule && { stance: rule.stance, rule: `content: ${rule.name}` };
}

function plansFirst(said: Heard): boolean {
  if (said.kind !== 'direct' || !sign.NO_COMMENT.test(said.content)) return false;
  const [content = ''] = said.content.split(/(?<=[.!?]) /, 1);
  return !sign.NO_COMMENT.test(content) && ownFuture({ ...said, content });
}

function alarms({ tones, content, fact, bad, good }: Heard): boolean {
  if (fact) return false;
  if (tones.alarm > 0 && tones.alarm * 2 >= bad) return true;
  return tones.danger > 0 && tones.danger >= good && sign.AHEAD.test(content);
}
