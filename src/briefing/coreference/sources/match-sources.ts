import { overlaps, type Span } from '#core/span';
import type { MentionDraft } from '../../mentions/mention-builder.ts';
import type { Tokens } from '../../mentions/tokens.ts';
import { PREP } from '../../mentions/word-flags.ts';
import type { SourceMention } from './source.ts';

/** Finds the mention of each source. Sources may be in any order; both lists are traversed once. */
export function chooseMentions(
  tokens: Tokens,
  mentions: readonly MentionDraft[],
  sources: readonly SourceMention[],
): (number | undefined)[] {
  const chosen = new Array<number | undefined>(sources.length).fill(undefined);
  const order = [...sources.keys()].sort((a, b) => (sources[a]?.span?.start ?? 0) - (sources[b]?.span?.start ?? 0));
  let first = 0;
  for (const index of order) {
    const { span, content = [] } = sources[index] ?? {};
    if (!span) continue;
    while (first < mentions.length && (mentions[first]?.core.start ?? 0) < span.start - 40) first += 1;
    chosen[index] = chooseMention(tokens, mentions, first, span, content);
  }
  return chosen;
}

/** The most mentions examined for a source. */
const MAX_MENTIONS_PER_SOURCE = 400;

/**
 * The first mention inside the source; otherwise one that encloses it and none of the words said.
 *
 * // Hillary Clinton’s campaign manager Robby Mook said
 * // ---------------------------------------------
 */
function chooseMention(
  tokens: Tokens,
  mentions: readonly MentionDraft[],
  from: number,
  span: Span,
  content: readonly Span[],
): number | undefined {
  let possessor: number | undefined;
  let enclosing: number | undefined;
  for (let index = from; index < Math.min(mentions.length, from + MAX_MENTIONS_PER_SOURCE); index += 1) {
    const mention = mentions[index];
    if (!mention || mention.core.start >= span.end) break;
    if (mention.core.end <= span.start) continue;
    const inside = mention.core.start >= span.start && mention.core.end <= span.end;
    if (inside && !mention.possessive) {
      // “the fence around Trump”: a dependent phrase is not the speaker.
      const isDependent = mention.core.start > span.start && (tokens.flags[mention.from - 1] ?? 0) & PREP;
      return isDependent ? (enclosing ?? possessor) : index;
    }
    // “the minister’s entourage”: a possessor is the speaker only if no possessed noun follows.
    if (inside) possessor ??= mention.core.end + 3 >= span.end ? index : undefined;
    // “Bakers Union backs task force”: a phrase that goes on into what is said is misread, and names no speaker.
    else if (mention.kind !== 'pair' && !content.some((part) => overlaps(part, mention.core))) enclosing = index;
  }
  return possessor ?? enclosing;
}
