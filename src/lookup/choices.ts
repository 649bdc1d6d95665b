import type { Choice } from '#core/commands/choice';
import { foldedKey, wordsOf } from '#text/fold';
import { truncate } from '#text/truncate';

/** As many as every platform shows. */
export const MAX_CHOICES = 25;

/** No platform shows a longer label. */
const MAX_LABEL_LENGTH = 100;

/** Fewer letters stand inside too many names to mean one. */
const RANK_INSIDE = 3;

/** Something to choose: what is filled in, what is shown, and all the names it is found by. */
export interface Choosable extends Choice {
  readonly names: readonly string[];
}

/** What fits what has been typed so far, best first: the beginning of a name, of a word in it, anywhere. */
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

/** A label that no platform has to cut. */
export const clip = (label: string): string => truncate(label, MAX_LABEL_LENGTH);
