import type { Draft } from './mention-builder.ts';
import type { Tokens } from './tokens.ts';
import { BREAK, PERSON, PREP, PRON, STOP, TITLE, VERB } from './word-flags.ts';

/**
 * Finds the name that an office with its field leads on to: the field is no part of who it is.
 *
 * // MEC for health Sizwe Dube     Chair of the Bakers Union Ann Roe     aide to President Ruiz
 * // ^^^^^^^^^^^^^^ ----------     ^^^^^^^^^^^^^^^^^^^^^^^^^ -------     two people
 */
export function joinOffices(tokens: Tokens, drafts: readonly Draft[]): void {
  drafts.forEach((left, index) => {
    if (left.twin || left.name || left.possessive || left.past <= left.to || !isOfficeHolder(tokens, left)) return;
    for (const right of drafts.slice(index + 1, index + 6)) {
      if (right.past !== left.past || right.kind !== 'name' || right.twin || right.possessive) continue;
      const field = right.nameFrom - 1;
      if (field <= left.to || (tokens.flags[field] ?? 0) & (PERSON | TITLE | PREP | BREAK | STOP)) continue;
      left.twin = right;
      right.twin = left;
      left.past = right.nameFrom;
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
export function joinListedOffices(tokens: Tokens, drafts: readonly Draft[]): void {
  drafts.forEach((one, index) => {
    if (tokens.words[one.from - 1] !== 'and' || one.article !== 'none') return;
    const name = one.name ? one : one.twin;
    if (name?.kind !== 'name' || (one.name ? one.nameFrom === one.from : one.from > name.from)) return;
    for (let at = index - 1; at >= Math.max(0, index - 5); at -= 1) {
      const before = drafts[at];
      if (!before || before.sentence !== one.sentence) return;
      if (before.twin || before.name || before.possessive || before.number === 'many') continue;
      if ((tokens.flags[before.from - 1] ?? 0) & PREP) continue;
      if (!isOfficeHolder(tokens, before) || (one.name && before.article !== 'none')) continue;
      if (!isList(tokens, before.to, one.from)) return;
      before.twin = name;
      before.subject ||= one.subject;
      return;
    }
  });
}

/** Words that may stand inside an office: no verb, no comma. */
function isList({ flags }: Tokens, from: number, to: number): boolean {
  if (to - from > 12) return false;
  for (let at = from; at < to; at += 1) if ((flags[at] ?? 0) & (VERB | BREAK | PRON)) return false;
  return true;
}

export const isOfficeHolder = ({ flags }: Tokens, one: Draft): boolean =>
  one.kind === 'office' || (one.kind === 'description' && Boolean((flags[one.to - 1] ?? 0) & PERSON));
