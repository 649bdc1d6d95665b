import type { MentionKind } from '../mentions/mention.ts';
import type { MentionDraft } from '../mentions/mention-builder.ts';
import type { Tokens } from '../mentions/tokens.ts';
import { BREAK, QUOTED } from '../mentions/word-flags.ts';
import type { Sentence } from '../segment.ts';
import type { CoreferenceContext, Linker } from './context.ts';
import { type Entity, makeEntity } from './entity.ts';
import { recordFacts, recordOffices } from './entity-facts.ts';
import { MentionHistory } from './mention-history.ts';
import { NameIndex } from './name-index.ts';
import { isAmericanNews } from './parties.ts';
import { resolveDescription } from './resolve-descriptions.ts';
import { resolveAcronym, resolveName, resolveOrganisation, resolvePlace } from './resolve-names.ts';
import { resolvePronoun } from './resolve-pronouns.ts';
import { RoleIndex } from './role-index.ts';

type Resolver = (context: CoreferenceContext, mention: MentionDraft, index: number) => Entity | undefined;

const RESOLVERS: Readonly<Record<MentionKind, Resolver>> = {
  name: resolveName,
  organisation: resolveOrganisation,
  acronym: resolveAcronym,
  place: resolvePlace,
  office: resolveDescription,
  description: resolveDescription,
  document: resolveDescription,
  pronoun: resolvePronoun,
  pair: resolvePair,
};

/** Creates the context: every name of the text is indexed before the first mention is resolved. */
export function createContext(
  tokens: Tokens,
  mentions: readonly MentionDraft[],
  sentences: readonly Sentence[],
  speakerMentions: ReadonlySet<number>,
  linker: Linker,
): CoreferenceContext {
  const names = new NameIndex(tokens);
  names.addAll(mentions);
  const context: CoreferenceContext = {
    tokens,
    mentions,
    names,
    history: new MentionHistory(),
    roles: new RoleIndex(tokens),
    linker,
    speakerMentions,
    resolved: [],
    unnamed: new Map(),
    narrationIndexes: narrationIndexesOf(tokens, sentences.length),
    paragraphs: sentences.map(({ paragraph }) => paragraph),
    isAmericanNews: isAmericanNews(tokens),
  };
  recordOffices(context);
  return context;
}

/** Resolves the next mention and adds it to the history. */
export function resolveMention(context: CoreferenceContext, index: number): Entity | undefined {
  const speaks = context.speakerMentions.has(index);
  const mention = context.mentions[index];
  if (!mention) return undefined;
  const entity = resolveAppositive(context, mention) ?? RESOLVERS[mention.kind](context, mention, index);
  context.resolved[index] = entity;
  if (!entity) return undefined;
  mention.entity = entity;
  recordFacts(context, entity, mention, speaks);
  if (speaks) entity.speaks = true;
  if (mention.kind !== 'pronoun') entity.mentionCount += 1;
  entity.lastToken = mention.from;
  const isApposed = mention.apposed !== undefined && mention.apposed.from < mention.from;
  context.history.add({
    entity,
    narrationIndex: context.narrationIndexes[mention.sentence] ?? 0,
    paragraph: context.paragraphs[mention.sentence] ?? 0,
    token: mention.from,
    subject: mention.subject || (isApposed && mention.apposed?.subject === true),
    possessive: mention.possessive,
    quoted: mention.quoted,
    spoke: speaks,
  });
  return entity;
}

/** “another critic, Laurence Tribe,”: the name decides for both mentions. */
function resolveAppositive(context: CoreferenceContext, mention: MentionDraft): Entity | undefined {
  const { apposed } = mention;
  if (!apposed) return undefined;
  if (apposed.from < mention.from) return apposed.entity;
  return apposed.name && !mention.name ? RESOLVERS[apposed.kind](context, apposed, -1) : undefined;
}

/** Two entities named together are one speaker. */
function resolvePair(context: CoreferenceContext, mention: MentionDraft, index: number): Entity | undefined {
  const first = context.mentions[index + 1];
  const second = context.mentions.slice(index + 2, index + 6).find((other) => other.to === mention.to && other.name);
  if (!first || !second) return undefined;
  const [left, right] = [first, second].map((other) => RESOLVERS[other.kind](context, other, -1));
  if (!left || !right || left === right) return undefined;
  const name = `${left.name} and ${right.name}`;
  const before = context.unnamed.get(name);
  if (before) return before;
  const entity: Entity = { ...makeEntity(name, 'group', []), members: [left, right] };
  context.unnamed.set(name, entity);
  return entity;
}

/** Numbers the sentences; one that is quoted from start to end has the number of the previous one. */
function narrationIndexesOf(tokens: Tokens, count: number): number[] {
  const spoken = new Array<boolean>(count).fill(true);
  for (let at = 0; at < tokens.count; at += 1) {
    const flag = tokens.flags[at] ?? 0;
    if (!(flag & (BREAK | QUOTED))) spoken[tokens.sentences[at] ?? 0] = false;
  }
  let narrationIndex = 0;
  return spoken.map((quoted) => (quoted ? narrationIndex : ++narrationIndex));
}
