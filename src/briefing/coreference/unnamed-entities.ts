import type { MentionDraft } from '../mentions/mention-builder.ts';
import { DET, DOC, ORG, PERSON, QUANT } from '../mentions/word-flags.ts';
import { type CoreferenceContext, textOf } from './context.ts';
import { type Entity, makeEntity } from './entity.ts';
import { possessorOf } from './resolve-relatives.ts';

/** The unnamed entity with this description, added if it is new; “his wife” is keyed by the possessor, too. */
export function findOrAddUnnamed(
  context: CoreferenceContext,
  mention: MentionDraft,
  flag: number,
  index: number,
): Entity {
  const key = keyOf(context, mention, index);
  const before = context.unnamed.get(key);
  if (before) return before;
  const entity = makeEntity(descriptionOf(context, mention), typeOf(mention, flag), []);
  context.unnamed.set(key, entity);
  return entity;
}

/** The unnamed entity with the same description, if there is one: “the report”. */
export const findUnnamed = (context: CoreferenceContext, mention: MentionDraft, index: number): Entity | undefined =>
  mention.article === 'indefinite' ? undefined : context.unnamed.get(keyOf(context, mention, index));

const keyOf = (context: CoreferenceContext, mention: MentionDraft, index: number): string =>
  textOf(context, mention)
    .toLowerCase()
    .replace(/^(?:the|a|an) /, '') + possessorKey(context, mention, index);

/** The description: with all prepositional phrases for a bare noun, otherwise only with “of”, “from” and “for”. */
export function descriptionOf(context: CoreferenceContext, mention: MentionDraft): string {
  const { words, text, ends, flags } = context.tokens;
  let first = mention.from;
  while (first < mention.to - 1 && (flags[first] ?? 0) & (DET | QUANT)) first += 1;
  const bare = first === mention.to - 1 && mention.number === 'one' && mention.kind !== 'document';
  let to = mention.to;
  for (let at = mention.to; at < mention.spanTo; at += 1) {
    if (
      !bare &&
      ADJUNCT_PREPOSITION.test(words[at] ?? '') &&
      !/^(?:close|familiar|loyal|aligned|privy|involved|present|briefed|sources|officials)$/.test(
        words[at - 1] ?? '',
      ) &&
      !/^(?:those|ones)$/.test(words[mention.from] ?? '')
    )
      break;
    to = at + 1;
  }
  return trimTrailingFunctionWords(text.slice(mention.span.start, ends[to - 1] ?? mention.span.end));
}

// A flurry of     Donors and special interest groups, who     Two officials familiar with the
//          --                                       -----                            --------
/** Trims function words that belong to the rest of the sentence from the end of a description. */
export function trimTrailingFunctionWords(words: string): string {
  let end = words.length;
  for (;;) {
    while (end > 0 && /[\s,]/.test(words.charAt(end - 1))) end -= 1;
    const start = words.lastIndexOf(' ', end - 1) + 1;
    if (start === 0) return end > 0 ? words.slice(0, end) : words;
    if (!TRAILING_FUNCTION_WORD.test(words.slice(start, end))) return words.slice(0, end);
    end = start;
  }
}

const TRAILING_FUNCTION_WORD =
  /^(?:a|an|the|of|and|or|for|in|at|to|with|from|by|on|who|that|which|whose|familiar|close)$/i;

const ADJUNCT_PREPOSITION = /^(?:in|at|with|on|inside|within|near|around|across|outside|against|to)$/;

function possessorKey(context: CoreferenceContext, mention: MentionDraft, index: number): string {
  if (!/^(?:his|her|its|their)$/.test(context.tokens.words[mention.from] ?? '')) return '';
  return ` of ${possessorOf(context, mention, index)?.name}`;
}

function typeOf(mention: MentionDraft, flag: number): Entity['type'] {
  if (mention.kind === 'document') return 'document';
  if (mention.number === 'many') return 'group';
  if (flag & PERSON || mention.kind === 'office') return 'anonymous';
  if (flag & ORG) return 'organisation';
  return flag & DOC ? 'document' : 'anonymous';
}
