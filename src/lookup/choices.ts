import type { Choice } from '#core/choice';
import { squash, wordsOf } from '#text/fold';

/** As many as every platform shows. */
export const MOST_CHOICES = 25;

/** No platform shows a longer label. */
const LONGEST_LABEL = 100;

/** Fewer letters stand inside too many names to mean one. */
const INSIDE = 3;

/** Something to choose: what is filled in, what is shown, and all the names it is found by. */
export interface Choosable extends Choice {
  readonly names: readonly string[];
}

/** What fits what has been typed so far, best first: the beginning of a name, of a word in it, anywhere. */
export function choose(all: readonly Choosable[], typed: string): readonly Choice[] {
  const wanted = squash(typed);
  return all
    .map((one) => ({ one, rank: Math.min(...one.names.map((name) => rankOf(name, wanted))) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_CHOICES)
    .map(({ one: { label, value } }) => ({ label: clip(label), value }));
}

function rankOf(name: string, wanted: string): number {
  const whole = squash(name);
  if (whole.startsWith(wanted)) return 0;
  if (wordsOf(name).some((_, index, words) => words.slice(index).join('').startsWith(wanted))) return 1;
  return wanted.length >= INSIDE && whole.includes(wanted) ? 2 : Number.POSITIVE_INFINITY;
}

/** A label that no platform has to cut. */
export const clip = (label: string): string =>
  label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1).toWellFormed()}…`;
