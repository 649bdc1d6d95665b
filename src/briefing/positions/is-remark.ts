import type { Attribution } from '#core/attribution';
import type { Speaker } from '#core/speaker';

/** Stance rules for remarks: one negative word is no stance, nor is praise: “a remarkable woman”. */
const REMARKS: ReadonlySet<string> = new Set(['content: faults', 'content: praises']);
const JOY =
  /\b(?:pleased|delighted|excited|thrilled|proud|honou?red|honou?r|humbled|grateful|thankful|thanks?|happy|glad|loved?|enjoy(?:ed)?|unforgettable|dream|passion|lucky|like)\b/i;
const TAKES_SIDE = /\b(?:supports?|supported|supporting|back|endorses?|agrees?|favou?rs?|in favou?r)\b/i;
/** “thanked the former president”, “celebrated the opening”: courtesies and ceremonies. */
const COURTESY =
  /\b(?:thank\w*|gratitude|honou?r(?:s|ed|ing)|congratulat\w+|celebrat\w+|accept(?:s|ed|ing)?|enjoy\w*)\b/i;
/** “I love it”, “you have to try”: private persons speak of themselves, or give advice. */
const PERSONAL = /\b(?:I|I[’']m|I[’']ve|my|me|you|your)\b/;
/** “plans to hold a sale”: an intention, not a promise. */
const PLAN = /\b(?:plan(?:s|ned|ning)?|expect(?:s|ed)?|intend(?:s|ed)?)\b/i;
/** “would not comment on a matter”, “nothing to announce”: a refusal, unlike “it is too soon to know”. */
const REFUSES =
  /\b(?:not|no|nothing|never|cannot|inappropriate|\w+n[’']t)\b.*\b(?:comment|discuss|announc|elaborat|speculat|answer|say|disclos|reveal|(?:get|go) (?:\w+ )?into|talk)/i;
const ALLEGED = /\balleged(?:ly)?\b/i;

/**
 * Returns whether a statement with a stance is a remark rather than a position: a courtesy, a private person’s talk,
 * an ordinary plan, an alleged deed, or words of a private person that only sound like a refusal.
 *
 * Kovac thanked the president for his kind words.
 */
export function isRemark(attribution: Attribution, speaker: Speaker, text: string): boolean {
  const { stance, stanceRule = '', kind, content, cue } = attribution;
  const said = wordsIn(content, text);
  const act = wordsIn(cue, text);
  const isPublic = Boolean(speaker.role ?? speaker.side ?? speaker.body) || speaker.type === 'organisation';
  const isReported = !stanceRule.startsWith('verb');
  if (kind === 'direct' && isReported && !isPublic && PERSONAL.test(said)) return true;
  if (stance === 'pledges') return !isReported && !isOffice(speaker) && PLAN.test(act);
  if (stance === 'declines') return stanceRule === 'content: will not say' && !(isPublic && REFUSES.test(said));
  if (stance === 'opposes' && ALLEGED.test(act)) return true;
  if (stance !== 'supports' && stance !== 'condemns') return false;
  if (REMARKS.has(stanceRule)) return true;
  if (stance === 'condemns') return false;
  return COURTESY.test(act) || (stanceRule === 'own words' && JOY.test(said) && !TAKES_SIDE.test(said));
}

const isOffice = ({ side, type, role }: Speaker): boolean => side !== undefined || (type === 'person' && Boolean(role));

export const wordsIn = (spans: Attribution['content'], text: string): string =>
  spans.map(({ start, end }) => text.slice(start, end)).join(' ');
