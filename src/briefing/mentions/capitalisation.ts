import { beginsName } from './name-labels.ts';
import { HEADLINE } from './name-usage.ts';
import { isPlace } from './named-entities.ts';
import type { Tokens } from './tokens.ts';
import {
  ALL_CAPS,
  CAP,
  DATE,
  DET,
  FIRST,
  ORG,
  PERSON,
  PREP,
  PRON,
  QUANT,
  STOP,
  TITLE,
  UPPER,
  VERB,
} from './word-flags.ts';

/** What begins no title: “The Prime Minister”, “When Senator Moe”. */
const SMALL = DET | PREP | STOP | PRON | QUANT | VERB;

/**
 * Settles which capitals mean something.
 *
 * One inside a name does; one outside says nothing at the beginning of a sentence, unless another follows, as in
 * “Prime Minister”, and nothing in a headline where every word has one. Places that the lists know keep theirs.
 */
export function settleCapitals(tokens: Tokens, allCaps: Uint8Array): void {
  const { flags, names, sentences } = tokens;
  for (let at = 0; at < tokens.count; at += 1) {
    const flag = flags[at] ?? 0;
    if (!(flag & CAP)) continue;
    // “Theresa May”
    if (names[at]) flags[at] = flag & ~(DATE | VERB | STOP);
    else if (isPlace(tokens, at, at + 2)) at += 1;
    else if (isPlace(tokens, at, at + 1)) continue;
    else if ((allCaps[sentences[at] ?? 0] ?? 0) & HEADLINE) flags[at] = (flag & ~(CAP | UPPER)) | ALL_CAPS;
    else if (flag & FIRST && !(flag & UPPER) && (flag & SMALL || !leadsOn(tokens, at))) flags[at] = flag & ~CAP;
    else if (tokens.words[at]?.length === 1) flags[at] = flag & ~CAP;
  }
}

/** Whether a capital follows that is no other name’s first, as in “Prime Minister” and “Secretary of State”. */
function leadsOn(tokens: Tokens, at: number): boolean {
  const { flags, words } = tokens;
  let next = at + 1;
  if ((flags[at] ?? 0) & (TITLE | PERSON | ORG) && words[next] === 'of') {
    next += words[next + 1] === 'the' ? 2 : 1;
    return Boolean((flags[next] ?? 0) & CAP);
  }
  // “Commodore Ada Moe”, but “Yesterday Ada Moe”
  const isTitle = Boolean((flags[at] ?? 0) & (TITLE | PERSON));
  return Boolean((flags[next] ?? 0) & CAP) && (isTitle || !beginsName(tokens, next));
}
