import type { Range } from '../cue-context.ts';
import { PAD, type TokenColumns } from './token-columns.ts';

/** What lies between a cue and a token. */
export interface Between {
  readonly marks: Int32Array;
  readonly verbs: Int32Array;
}

/** Walks outwards from the cue in both directions and counts what it passes. */
export function betweenOf(
  { tokens, finite }: TokenColumns,
  cue: Range,
  { from, to }: Range,
  margin: Int32Array,
): Between {
  const marks = new Int32Array(to - from + 1);
  const verbs = new Int32Array(to - from + 1);
  const walk = (start: number, step: number): void => {
    const passed = { commas: 0, quote: 0, that: 0, cue: 0, mark: 0, verbs: 0 };
    for (let at = start; at >= from && at <= to; at += step) {
      marks[at - from] =
        Math.min(passed.commas, 3) | (passed.quote << 2) | (passed.that << 3) | (passed.cue << 4) | (passed.mark << 5);
      verbs[at - from] = Math.min(passed.commas, 2) | (passed.quote << 2) | (passed.verbs << 3) | (passed.that << 5);
      const token = tokens[at];
      if (token?.text === ',') passed.commas += 1;
      else if (token?.kind === 'quote') passed.quote = 1;
      else if (token?.text === 'that') passed.that = 1;
      else if (token?.kind === 'punct') passed.mark = 1;
      if ((margin[at] as number) >= 2) passed.cue = 1;
      if (finite[at + PAD]) passed.verbs = Math.min(3, passed.verbs + 1);
    }
  };
  walk(cue.from - 1, -1);
  walk(cue.to + 1, 1);
  return { marks, verbs };
}
