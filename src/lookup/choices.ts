import type { Choice } from '#core/commands/choice';
import { foldedKey, wordsOf } from '#text/fold';
import { truncate } from '#text/truncate';

/** The maximum number of choices shown by every platform. */
export const MAX_CHOICES = 25;

/** The maximum length of a label on every platform. */
const MAX_LABEL_LENGTH = 100;

/** Shorter inputs are contained in too many names to identify one. */
const RANK_INSIDE = 3;

/** A choice: the value filled in, the label shown, and all names that match it. */
export interface Choosable extends Choice {
  readonly names: readonly string[];
}

/** Returns the choices that match the input, best first: by prefix of the name, prefix of a word, or substring. */
export function choose(all: readonly Choosable[], typed: string): readonly Choice[] {
  const wanted = foldedKey(typed);
  return all
    .map((candidate) => ({ one: candidate, rank: Math.min(...candidate.names.map((name) => rankOf(name, wanted))) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MAX_CHOICES)
    .map(({ one: { label, value } }) => ({ label: clip(label), value }));
}

function rankOf(name: string, wanted: string): number {
  const whole = foldedKey(name);
  if (whole.startsWith(wanted)) return 0;
  if (wordsOf(name).some((_, index, words) => words.slice(index).join('').startsWith(wanted))) return 1;
  return wanted.length >= RANK_INSIDE && whole.includes(wanted) ? 2 : Number.POSITIVE_INFINITY;
}

/** A label short enough for every platform. */
export const clip = (label: string): string => truncate(label, MAX_LABEL_LENGTH);
