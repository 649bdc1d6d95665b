import type { Span } from '#core/span';
import type { MentionDraft } from '../../mentions/mention-builder.ts';
import { CAP, DET, POSS, PREP, VERB } from '../../mentions/word-flags.ts';
import type { CoreferenceContext } from '../context.ts';
import { type Entity, makeEntity } from '../entity.ts';
import { mostNamed } from '../resolve-names.ts';
import { trimTrailingFunctionWords } from '../unnamed-entities.ts';
import type { SourceMention } from './source.ts';

/** The entity of a source, or why it is unknown. */
export type SourceResolution =
  | { readonly entity: Entity; readonly mention: Span }
  | { readonly why: string; readonly candidates?: readonly Entity[] };

const UNCLEAR = 'the words around it do not tell for sure';

export const NO_SOURCE: SourceResolution = { why: 'no words name the speaker' };

/** Resolves a source, given the mention chosen for it. */
export function resolveSource(
  context: CoreferenceContext,
  source: SourceMention,
  index: number | undefined,
): SourceResolution {
  const { span, unclear } = source;
  if (unclear) return { why: UNCLEAR, candidates: unclear.filter(canSpeak) };
  if (!span) return NO_SOURCE;
  const words = context.tokens.text.slice(span.start, span.end);
  if (index === undefined || /^[QA]$/.test(words)) return resolveWords(context, words, span);
  const mention = context.mentions[index];
  if (mention && !mention.entity?.members && isJointSource(context, mention, span))
    return resolveJointSource(context, index, words, span);
  const entity = documentAuthor(context, mention, index) ?? source.entity ?? context.resolved[index];
  if (entity && !canSpeak(entity)) return { why: `“${words}” names nobody` };
  return entity ? { entity, mention: span } : { why: whyOf(mention, words) };
}

/** “nobody”, “seven”, “fifty minutes”: no one, numbers and times say nothing. */
const canSpeak = ({ name }: Entity): boolean => !NAMES_NO_ONE.test(name);

const NAMES_NO_ONE =
  /^(?:nobody|no one|none|nothing|everybody|everyone|somebody|someone|anybody|anyone|(?:\d[\d,.]*|a|an|the|one|two|three|four|five|six|seven|eight|nine|ten|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred)(?: (?:second|minute|hour|day|week|month|year|decade|mile|kilomet|met|per ?cent)\w*)?)$/i;

/** “a statement by the agency said”: its authors are the speaker. */
function documentAuthor(
  context: CoreferenceContext,
  mention: MentionDraft | undefined,
  index: number,
): Entity | undefined {
  const { words } = context.tokens;
  if (
    mention?.kind !== 'document' ||
    !STATEMENT.test(words[mention.to - 1] ?? '') ||
    !/^(?:by|from)$/.test(words[mention.to] ?? '')
  )
    return undefined;
  for (let at = index + 1; at < index + 4; at += 1)
    if (context.mentions[at]?.from === mention.to + 1) return context.resolved[at];
  return undefined;
}

const STATEMENT = /^(?:statements?|releases?|communiqu[eé]s?|tweets?|posts?|announcements?|e-?mails?)$/;

function whyOf(mention: MentionDraft | undefined, words: string): string {
  return mention?.kind === 'pronoun'
    ? `nobody before “${words}” fits it clearly`
    : `several may be meant by “${words}”`;
}

/** A source that is no mention is kept in its own words: “a broad discussion”. */
function resolveWords(context: CoreferenceContext, words: string, span: Span): SourceResolution {
  if (INDEFINITE_SOURCE.test(words.trim())) return { why: `“${words}” names nobody` };
  // “Q: Why a ledger? A: Because …”
  if (/^[QA]$/.test(words) && context.tokens.text[span.end] === ':') {
    const entity = words === 'A' ? mostNamed(context) : undefined;
    return entity ? { entity, mention: span } : { why: 'the article asks' };
  }
  const name = trimTrailingFunctionWords(words.replace(/^[\s"“‘(]+|[\s,"”’)]+$/g, ''));
  if (NAMES_NO_ONE.test(name)) return { why: `“${words}” names nobody` };
  return { entity: context.unnamed.get(name.toLowerCase()) ?? addUnnamed(context, name, []), mention: span };
}

const INDEFINITE_SOURCE = /^(?:I|we|you|my|our|your|us|me|that|this|those|these|there|what|one)$/i;

function addUnnamed(context: CoreferenceContext, name: string, members: readonly Entity[]): Entity {
  const before = context.unnamed.get(name.toLowerCase());
  if (before) return before;
  const type = members.length > 0 || /s$/.test(name) ? 'group' : 'anonymous';
  const entity: Entity = { ...makeEntity(name, type, []), ...(members.length > 1 ? { members } : {}) };
  context.unnamed.set(name.toLowerCase(), entity);
  return entity;
}

/** “regulators and advisers to Patriot”: the source names more speakers than the mention. */
function isJointSource(context: CoreferenceContext, mention: MentionDraft, span: Span): boolean {
  const { words, starts, flags } = context.tokens;
  const isApposed = mention.apposed !== undefined && mention.apposed.from > mention.from;
  let end = isApposed ? (mention.apposed?.spanTo ?? mention.spanTo) : mention.spanTo;
  if (words[end] === '(') while (words[end] && words[end - 1] !== ')' && (starts[end] ?? span.end) < span.end) end += 1;
  if (words[end] === ',') end += 1;
  // “the former first lady and senator” is one, and so is “Ann Roe, its head and no relation”.
  else if (isApposed || (mention.number === 'one' && !mention.name && !((flags[end + 1] ?? 0) & (DET | POSS))))
    return false;
  if (words[end] !== 'and' || (starts[end + 1] ?? span.end) >= span.end) return false;
  return !((flags[end + 1] ?? 0) & VERB);
}

/** The named entities of the source together; the source's own words if one of them has no name. */
function resolveJointSource(context: CoreferenceContext, index: number, words: string, span: Span): SourceResolution {
  const members: Entity[] = [];
  for (let at = index; at < Math.min(context.mentions.length, index + 12); at += 1) {
    const mention = context.mentions[at];
    if (!mention || mention.core.start >= span.end) break;
    const entity = context.resolved[at];
    const behind = at > index && (context.tokens.flags[mention.from - 1] ?? 0) & (PREP | CAP);
    if (
      behind ||
      mention.possessive ||
      mention.kind === 'pronoun' ||
      mention.kind === 'pair' ||
      (mention.apposed && mention.apposed.from < mention.from)
    )
      continue;
    if (!entity || entity.words.length === 0)
      return {
        entity: addUnnamed(context, trimTrailingFunctionWords(words), [makeEntity('', 'group', [])]),
        mention: span,
      };
    if (!members.includes(entity)) members.push(entity);
  }
  if (members.length < 2)
    return {
      entity: addUnnamed(context, trimTrailingFunctionWords(words), [makeEntity('', 'group', [])]),
      mention: span,
    };
  const names = members.map(({ name }) => name);
  const name = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return { entity: context.unnamed.get(name) ?? addUnnamed(context, name, members), mention: span };
}
