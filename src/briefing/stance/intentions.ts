import type { NormalisedUtterance } from './utterance.ts';

const LATER_WORDS = '(?: \\w+ly| also| still| never)?';
/** “We will rebuild it.” “I promise you …”; an experience is no promise: “we will see”. */
const WE_WILL = new RegExp(
  `\\b(?:i|we)${LATER_WORDS} (?:will|shall|(?:am|are) going to|plan to|intend to|promise|vow|pledge|(?:am|are|remain) (?:determined|committed)|would like to|are (?:crafting|working|preparing|planning)|am (?:working|trying|planning))\\b(?! (?:not )?(?:see|find|know)\\b)`,
);
/** said ‹he would stay in touch›, said ‹Seoul would make sure …›, said ‹her ministry plans to …› */
const THEY_WILL = new RegExp(
  `^(?:that )?(?:in the meantime )?(?:(?:he|she|they|it|(?:his|her|their) \\w+)|([\\w'-]+(?: [\\w'-]+){0,2}))${LATER_WORDS} (?:will|would|(?:plan|intend|aim)(?:s|ed)? to|(?:is|was|are|were) (?:going to|planning|trying|committed)|is doing everything|decided to) (\\w+)`,
);
/** Verbs that express what happens to the subject rather than an action. */
const HAPPENS =
  /^(?:be|have|see|find|know|lose|suffer|benefit|become|wane|fall|rise|grow|face|need|remain|cost|get|win|fail|like|prefer|permit|fare|struggle|shrink|drop|not|mean|lead)$/;
/** Promises by a spokesperson on behalf of an institution or country: “Seoul would make sure …”. */
const SERVES =
  /^(?:make|ensure|continue|respond|cooperate|work|protect|support|keep|defend|stand|provide|honou?r|uphold|assist|compensate|rebuild|publish|comply|abide|withdraw)$/;

/** Returns whether the speaker states what they themselves will do. */
export function statedIntention({ content, source, kind }: NormalisedUtterance): boolean {
  if (WE_WILL.test(content)) return true;
  if (kind === 'direct') return false;
  const match = THEY_WILL.exec(content);
  if (!match) return false;
  const [, subject, act = ''] = match;
  const surname = source.slice(source.lastIndexOf(' ') + 1);
  const self = subject === undefined || (surname.length > 2 && subject.includes(surname));
  return self ? !HAPPENS.test(act) : SERVES.test(act);
}
