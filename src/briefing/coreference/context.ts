import type { Link, MentionDraft } from '../mentions/mention-builder.ts';
import type { Tokens } from '../mentions/tokens.ts';
import type { Entity } from './entity.ts';
import type { MentionEvent, MentionHistory } from './mention-history.ts';
import type { NameIndex } from './name-index.ts';
import type { RoleIndex, RoleMatch } from './role-index.ts';

/** An entity that a mention may refer to, with its last mention. */
export interface Candidate {
  readonly entity: Entity;
  /** Its last mention; undefined if the text names it only later. */
  readonly last: MentionEvent | undefined;
  /** How many other candidates were mentioned since. */
  readonly rank: number;
  /** Whether it was a speaker, or a subject, in the last few sentences. */
  readonly spoke: boolean;
  readonly acted: boolean;
  readonly match: RoleMatch | undefined;
}

/** Gives the probability that a mention refers to each candidate; the rest to 1 is the probability of none of them. */
export type Linker = (
  context: CoreferenceContext,
  mention: MentionDraft,
  speaks: boolean,
  candidates: readonly Candidate[],
) => ArrayLike<number>;

/** The state of coreference resolution while mentions are resolved in the order of the text. */
export interface CoreferenceContext {
  readonly tokens: Tokens;
  readonly mentions: readonly MentionDraft[];
  readonly names: NameIndex;
  readonly history: MentionHistory;
  readonly roles: RoleIndex;
  readonly linker: Linker;
  /** Indexes of the mentions that name a speaker. */
  readonly speakerMentions: ReadonlySet<number>;
  /** For each mention, the entity it refers to. */
  readonly resolved: (Entity | undefined)[];
  /** Entities without a name, keyed by their description. */
  readonly unnamed: Map<string, Entity>;
  /** For each sentence, its index among those that are not quoted from start to end. */
  readonly narrationIndexes: readonly number[];
  /** For each sentence, its paragraph. */
  readonly paragraphs: readonly number[];
  /** Whether the article is about the United States. */
  readonly isAmericanNews: boolean;
}

/** The text of a mention with its prepositional phrases. */
export const textOf = (context: CoreferenceContext, mention: MentionDraft): string =>
  context.tokens.text.slice(mention.span.start, context.tokens.ends[mention.spanTo - 1] ?? mention.span.end);

/** The token of its head. */
export function headAt(context: CoreferenceContext, mention: MentionDraft): number {
  let at = mention.to - 1;
  while (at > mention.from && (context.tokens.starts[at] ?? 0) > mention.head.start) at -= 1;
  return at;
}

/**
 * The candidate that a mention most likely refers to, if any; the probable links are stored with the mention.
 *
 * @param least the least probability of a link that is less probable than no link.
 */
export function link(
  context: CoreferenceContext,
  mention: MentionDraft,
  index: number,
  candidates: readonly Candidate[],
  least = 1,
): Entity | undefined {
  if (candidates.length === 0) return undefined;
  const speaks = context.speakerMentions.has(index);
  const chances = context.linker(context, mention, speaks, candidates);
  const none = candidates.reduce((rest, _, at) => rest - (chances[at] ?? 0), 1);
  // A name must refer to one who bears it, a pronoun that names a speaker to one of them.
  const mustRefer = mention.kind === 'name' || (speaks && mention.kind === 'pronoun');
  const whole = mustRefer ? Math.max(LIKELY, 1 - none) : 1;
  const links = candidates.map(({ entity }, at): Link => ({ entity, probability: (chances[at] ?? 0) / whole }));
  links.sort((a, b) => b.probability - a.probability);
  const most = links[0]?.probability ?? 0;
  if (!mustRefer && most < none && most < least) links.unshift({ entity: undefined, probability: none });
  mention.links = links.filter(({ probability }, at) => at === 0 || probability > LIKELY);
  return links[0]?.entity;
}

/** Links less probable than this are not stored. */
const LIKELY = 0.02;

/** The least probability of an antecedent where a pronoun may refer to none: “it is late”. */
export const MIN_PRONOUN_CHANCE = 0.25;
