import type { MentionDraft } from './mention-builder.ts';
import type { Tokens } from './tokens.ts';
import { BREAK, DATE, FIRST, PERSON, PREP, PRON, STOP, TITLE, VERB } from './word-flags.ts';

/**
 * Finds the name that an office with its field leads on to: the field is no part of who it is.
 *
 * // MEC for health Sizwe Dube     Chair of the Bakers Union Ann Roe     aide to President Ruiz
 * // ^^^^^^^^^^^^^^ ----------     ^^^^^^^^^^^^^^^^^^^^^^^^^ -------     two people
 */
export function joinOffices(tokens: Tokens, mentions: readonly MentionDraft[]): void {
  mentions.forEach((left, index) => {
    if (left.apposed || left.name || left.possessive || left.spanTo <= left.to || !isOfficeHolder(tokens, left)) return;
    for (const right of mentions.slice(index + 1, index + 6)) {
      if (right.spanTo !== left.spanTo || right.kind !== 'name' || right.apposed || right.possessive) continue;
      const field = right.nameFrom - 1;
      if (field <= left.to || (tokens.flags[field] ?? 0) & (PERSON | TITLE | PREP | BREAK | STOP)) continue;
      left.apposed = right;
      right.apposed = left;
      left.spanTo = right.nameFrom;
      return;
    }
  });
}

/**
 * Joins the offices that one person holds, listed before the name.
 *
 * // the union's founder and president, Ada Moe, …     Organizer and co-founder Ada Moe
 * // -------------------     ---------  +++++++        ---------     ------------------
 */
export function joinListedOffices(tokens: Tokens, mentions: readonly MentionDraft[]): void {
  mentions.forEach((mention, index) => {
    const last = tokens.words[mention.from - 1] === 'also' ? mention.from - 2 : mention.from - 1;
    if (tokens.words[last] !== 'and' || mention.article !== 'none') return;
    const name = mention.name ? mention : mention.apposed;
    if (name?.kind !== 'name' || (mention.name ? mention.nameFrom === mention.from : mention.from > name.from)) return;
    for (let at = index - 1; at >= Math.max(0, index - 8); at -= 1) {
      const before = mentions[at];
      if (!before || before.sentence !== mention.sentence) return;
      if (before.apposed || before.name || before.possessive || before.number === 'many') continue;
      if ((tokens.flags[before.from - 1] ?? 0) & PREP) continue;
      if (!isOfficeHolder(tokens, before) || (mention.name && before.article !== 'none')) continue;
      if (!isList(tokens, before.to, last)) return;
      before.apposed = name;
      before.subject ||= mention.subject;
      return;
    }
  });
}

/**
 * Joins a description to the name after its clause or its field.
 *
 * // A lawyer who represents the brothers Moe, Tom Okoro, said      a man who met the president, Ada Moe, said
 * // --------                                  +++++++++            two people
 * // Head of the Archives and Keeper of Seals of the Harbour, Tom Okoro, said
 * // ----                                                     +++++++++
 */
export function joinBehindClause(tokens: Tokens, mentions: readonly MentionDraft[]): void {
  const { words, flags } = tokens;
  mentions.forEach((left, index) => {
    if (left.name || left.number !== 'one' || left.apposed || left.possessive || !isOfficeHolder(tokens, left)) return;
    const isClause = words[left.spanTo] === 'who';
    if (!isClause && !((flags[left.from] ?? 0) & FIRST)) return;
    let comma = left.spanTo + 1;
    while (comma < left.spanTo + MAX_CLAUSE && !((flags[comma] ?? BREAK) & (isClause ? BREAK : BREAK | VERB | PRON)))
      comma += 1;
    if (words[comma] !== ',' || (flags[comma - 1] ?? 0) & (PERSON | TITLE)) return;
    const right = mentions.slice(index + 1, index + 16).find(({ from }) => from >= comma);
    if (right?.from !== comma + 1 || right.kind !== 'name' || right.apposed || right.possessive) return;
    if (words[right.spanTo] !== ',') return;
    left.apposed = right;
    right.apposed = left;
    right.subject = false;
  });
}

/** “a girl named Ada Moe”, “a man identified as Tom Bell”: joins the description to the name it is called by. */
export function joinCalled({ words }: Tokens, mentions: readonly MentionDraft[]): void {
  mentions.forEach((left, index) => {
    if (left.kind !== 'description' || left.number !== 'one' || left.apposed) return;
    const verb = words[left.spanTo] ?? '';
    const isAs = verb === 'identified' && words[left.spanTo + 1] === 'as';
    if (!isAs && !/^(?:named|called)$/.test(verb)) return;
    const at = left.spanTo + (isAs ? 2 : 1);
    const right = mentions.slice(index + 1, index + 4).find(({ from }) => from === at);
    if (right?.kind !== 'name' || right.apposed || right.possessive) return;
    left.apposed = right;
    right.apposed = left;
    right.subject = false;
  });
}

/** “The Minister for Ports, Ada Moe on Friday said”: an office that opens a sentence, and a full name before a verb. */
export const opensSentence = (tokens: Tokens, left: MentionDraft, right: MentionDraft): boolean =>
  left.article !== 'indefinite' &&
  isOfficeHolder(tokens, left) &&
  right.kind === 'name' &&
  right.nameTo - right.nameFrom > 1 &&
  Boolean((tokens.flags[left.from] ?? 0) & FIRST) &&
  Boolean((tokens.flags[right.spanTo] ?? 0) & (VERB | DATE) || (tokens.flags[right.spanTo + 1] ?? 0) & DATE);

/** How many tokens such a clause has at most. */
const MAX_CLAUSE = 20;

/** Words that may stand inside an office: no verb, no comma. */
function isList({ flags }: Tokens, from: number, to: number): boolean {
  if (to - from > MAX_CLAUSE) return false;
  for (let at = from; at < to; at += 1) if ((flags[at] ?? 0) & (VERB | BREAK | PRON)) return false;
  return true;
}

export const isOfficeHolder = ({ flags }: Tokens, mention: MentionDraft): boolean =>
  mention.kind === 'office' || (mention.kind === 'description' && Boolean((flags[mention.to - 1] ?? 0) & PERSON));
