import { hasFiniteVerb } from '../../words/clauses.ts';

const SUBORDINATOR = /\b(?:that|which|who|whom|whose|what|how|where|when|whether|because|while|as)\b/;

/** “After seeing the gate open”: the verb of the sentence follows the comma, if there is one. */
const OPENS_SUBORDINATE = /^(?:After|Before|While|When|As|Since|Because|Although|Though|If|Once|Until)\b/;

/** Returns whether there is a verb outside subordinate clauses: “the gap between what they say and do” has none. */
function hasMainVerb(head: string): boolean {
  const comma = head.indexOf(',');
  if (OPENS_SUBORDINATE.test(head)) return comma >= 0 && hasMainVerb(head.slice(comma + 1).trimStart());
  return (
    hasFiniteVerb(withoutSubordinate(head)) ||
    (comma >= 0 && hasFiniteVerb(withoutSubordinate(head.slice(head.lastIndexOf(',')))))
  );
}

const withoutSubordinate = (words: string): string => words.split(SUBORDINATOR, 1)[0] ?? '';

/** Whether a head is complete: “Ana Okeke, a trader” has no verb yet, and the last word must not need another. */
export const isWhole = (head: string): boolean => hasMainVerb(head) && !WAITS.test(head.trimEnd());

/** Last words that need a following word: “the infection is not new” must not be cut to “the infection is not”. */
const WAITS =
  /(?:\b(?:at a time|at a moment|in a way|to the extent|on the day|and|or|but|nor|the|a|an|of|to|in|into|for|with|without|by|from|on|at|over|under|between|among|about|after|before|as|than|that|which|who|whose|when|while|if|because|said|says|saying|stated|states|stating|added|adds|adding|claimed|claims|claiming|announced|announces|announcing|argued|argues|arguing|stressed|stressing|noted|noting|warned|warning|insisted|insisting|told|telling|believes?|believing|is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|can|could|may|might|must|should|not|no|never|neither|only|this|these|those|its|their|his|her)|n[’']t)$/;
