import { type MentionDraft, makeMention } from '../mentions/mention-builder.ts';
import { nameAt } from '../mentions/name-labels.ts';
import { type CoreferenceContext, headAt } from './context.ts';
import type { Entity } from './entity.ts';
import { resolveAcronym, resolveOrganisation } from './resolve-names.ts';
import { type RoleMatch, SAME_WORD } from './role-index.ts';

/** Documents in the words of their speaker: a report may be by others. */
const OWN_WORDS = /^(?:statement|release|post|tweet|letter|email|message|note|communique|communiqué)$/;

const isOwn = (context: CoreferenceContext, head: number): boolean => OWN_WORDS.test(context.tokens.words[head] ?? '');

/** The author of a document where the article names one, who then is the speaker where the document is quoted. */
export function authorOf(
  context: CoreferenceContext,
  mention: MentionDraft,
  head: number,
  index: number,
): Entity | undefined {
  if (mention.kind !== 'document' || mention.article === 'possessive') return undefined;
  const author = bodyBefore(context, mention, head);
  if (author) return author;
  return mention.article === 'definite' ? issuerOf(context, head, index) : speakerBefore(context, mention, head);
}

/** “the Ferry Guild statement said”: the name before it is that of its author. */
function bodyBefore(context: CoreferenceContext, mention: MentionDraft, head: number): Entity | undefined {
  const name = isOwn(context, head) && head > mention.from ? nameAt(context.tokens, head - 1) : undefined;
  if (name?.type !== 'organisation' && name?.type !== 'place') return undefined;
  const { from, to } = name;
  const body = makeMention(context.tokens, 'organisation', from, to, from, to - 1, false);
  return resolveOrganisation(context, body) ?? resolveAcronym(context, body);
}

/**
 * Who says something in a document: organisations, and people in words of their own.
 *
 * // The institute said in a report that …   “…,” the report said.
 * // -------------         ++++++++               ----------
 */
function speakerBefore(context: CoreferenceContext, mention: MentionDraft, head: number): Entity | undefined {
  if (context.tokens.words[mention.from - 1] !== 'in') return undefined;
  const narrationIndex = context.narrationIndexes[mention.sentence];
  for (const event of context.history.before(mention.from)) {
    if (event.narrationIndex !== narrationIndex) return undefined;
    if (!event.spoke) continue;
    const { type, words } = event.entity;
    if ((type !== 'organisation' && !(type === 'person' && isOwn(context, head))) || words.length === 0)
      return undefined;
    context.roles.addDocument(event.entity, head);
    return event.entity;
  }
  return undefined;
}

/** How many mentions back a document may have been introduced. */
const MAX_BACK = 60;

/**
 * Who issued the document that “the statement” is, or said something in it.
 *
 * // In a statement, Ada Moe said …   The guild issued a statement. “…,” the statement read.
 */
function issuerOf(context: CoreferenceContext, head: number, index: number): Entity | undefined {
  // A letter that only is spoken of does not mention its author anew: “he” after it is another.
  if (!isOwn(context, head) || !context.speakerMentions.has(index)) return undefined;
  const { words } = context.tokens;
  for (let at = index - 1; at >= Math.max(0, index - MAX_BACK); at -= 1) {
    const other = context.mentions[at];
    if (other?.kind !== 'document' || other.quoted || other.article === 'definite') continue;
    const word = words[headAt(context, other)];
    if (word === words[head] || (word === 'release' && words[head] === 'statement'))
      return speakerOfSentence(context, other, at);
  }
  return undefined;
}

/** The one named speaker of a sentence that introduces a document. */
function speakerOfSentence(context: CoreferenceContext, document: MentionDraft, index: number): Entity | undefined {
  const speakers = new Set<Entity>();
  for (let at = Math.max(0, index - 12); at < index + 12; at += 1) {
    const entity = context.resolved[at];
    if (context.mentions[at]?.sentence !== document.sentence || !entity || !context.speakerMentions.has(at)) continue;
    if (entity.type !== 'document') speakers.add(entity);
  }
  const [speaker] = speakers;
  return speakers.size === 1 && speaker && speaker.words.length > 0 ? speaker : undefined;
}

/** “the report”, after “said in a report”: who said so. */
export const knownAuthor = (matches: ReadonlyMap<Entity, RoleMatch>): Entity | undefined =>
  [...matches].find(([{ isAuthor }, { level }]) => isAuthor === true && level === SAME_WORD)?.[0];
