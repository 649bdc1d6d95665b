import type { Span } from '#core/span';
import type { Draft } from '../../mentions/mention-builder.ts';
import type { Tokens } from '../../mentions/tokens.ts';
import { PREP } from '../../mentions/word-flags.ts';
import type { SourceMention } from './source.ts';

/** For each source the mention that names it; the sources in any order, both lists gone through once. */
export function chooseMentions(
  tokens: Tokens,
  drafts: readonly Draft[],
  sources: readonly SourceMention[],
): (number | undefined)[] {
  const chosen = new Array<number | undefined>(sources.length).fill(undefined);
  const order = [...sources.keys()].sort((a, b) => (sources[a]?.span?.start ?? 0) - (sources[b]?.span?.start ?? 0));
  let first = 0;
  for (const index of order) {
    const span = sources[index]?.span;
    if (!span) continue;
    while (first < drafts.length && (drafts[first]?.core.start ?? 0) < span.start - 40) first += 1;
    chosen[index] = chooseMention(tokens, drafts, first, span);
  }
  return chosen;
}

/** So many mentions are looked at for one source, no more. */
const MOST = 400;

/**
 * The mention that begins the source and stays inside it; else one that reaches over it.
 *
 * // Hillary Clinton’s campaign manager Robby Mook said
 * // ---------------------------------------------
 */
function chooseMention(tokens: Tokens, drafts: readonly Draft[], from: number, span: Span): number | undefined {
  let owner: number | undefined;
  let over: number | undefined;
  for (let index = from; index < Math.min(drafts.length, from + MOST); index += 1) {
    const one = drafts[index];
    if (!one || one.core.start >= span.end) break;
    if (one.core.end <= span.start) continue;
    const inside = one.core.start >= span.start && one.core.end <= span.end;
    if (inside && !one.possessive) {
      // “the fence around Trump”: what hangs behind a phrase is not who speaks.
      const hangs = one.core.start > span.start && (tokens.flags[one.from - 1] ?? 0) & PREP;
      return hangs ? (over ?? owner) : index;
    }
    // “the minister’s entourage”: an owner speaks only where nothing follows that is owned.
    if (inside) owner ??= one.core.end + 3 >= span.end ? index : undefined;
    else if (one.kind !== 'pair') over = index;
  }
  return owner ?? over;
}
