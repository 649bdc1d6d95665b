import { stem, wordsOf } from './fold.ts';

/** A word typed finds longer ones from this many letters on: `sanction` finds `sanctioned`. */
const PREFIX = 4;

/** Whether a text holds every word of the query, forms of a word taken as one; an empty query fits everything. */
export function holds(text: string, query: string): boolean {
  const wanted = wordsOf(query).map(stem);
  if (wanted.length === 0) return true;
  const stems = new Set(wordsOf(text).map(stem));
  return wanted.every((one) => stems.has(one) || (one.length >= PREFIX && startsAny(stems, one)));
}

function startsAny(stems: ReadonlySet<string>, start: string): boolean {
  for (const one of stems) if (one.startsWith(start)) return true;
  return false;
}
