import type { Link, MentionDraft } from '../mentions/mention-builder.ts';
import type { Tokens } from '../mentions/tokens.ts';
import type { Entity } from './entity.ts';
import type { MentionEvent, MentionHistory } from './mention-history.ts';
import type { NameIndex } from './name-index.ts';
import type { RoleIndex, RoleMatch } from './role-index.ts';

/** An entity that a mention may stand for, with what was last said of it. */
export interface Candidate {
  readonly entity: Entity;
  /** Its last mention; none where the text has yet to name it. */
  readonly last: MentionEvent | undefined;
  /** How many others that fit were mentioned since. */
  readonly rank: number;
  /** Whether it spoke, or did what the sentence tells, in the last few sentences. */
  readonly spoke: boolean;
  readonly acted: boolean;
  readonly match: RoleMatch | undefined;
}

/** Tells how likely a mention stands for each candidate; what is left to 1 is the chance that it stands for none of them. */
export type Linker = (
  context: CoreferenceContext,
  mention: MentionDraft,
  speaks: boolean,
  candidates: readonly Candidate[],
) => ArrayLike<number>;

/** All that is known while the mentions are read in the order of the text. */
export interface CoreferenceContext {
  readonly tokens: Tokens;
  readonly mentions: readonly MentionDraft[];
  readonly names: NameIndex;
  readonly history: MentionHistory;
  readonly roles: RoleIndex;
  readonly linker: Linker;
  /** Numbers of the drafts that name a speaker. */
  readonly speakerMentions: ReadonlySet<number>;
  /** By draft: who it stands for. */
  readonly resolved: (Entity | undefined)[];
  /** Those without a name, by the words for them. */
  readonly unnamed: Map<string, Entity>;
  /** By sentence: its number among those that are not quotation from end to end. */
  readonly narrationIndexes: readonly number[];
  /** By sentence: its paragraph. */
  readonly paragraphs: readonly number[];
}

/** The words of a mention with what hangs behind it. */
export const textOf = (context: CoreferenceContext, mention: MentionDraft): string =>
  context.tokens.text.slice(mention.span.start, context.tokens.ends[mention.spanTo - 1] ?? mention.span.end);

/** The token of the last word that names it. */
export function headAt(context: CoreferenceContext, mention: MentionDraft): number {
  let at = mention.to - 1;
  while (at > mention.from && (context.tokens.starts[at] ?? 0) > mention.head.start) at -= 1;
  return at;
}

/**
 * The candidate that a mention most likely stands for, if any; the likely ones are kept with it.
 *
 * @param least how likely the likeliest must be where it is less likely than that none of them is meant.
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
  // A pronoun that speaks has to stand for one of them.
  const mustRefer = speaks && mention.kind === 'pronoun';
  const whole = mustRefer ? Math.max(LIKELY, 1 - none) : 1;
  const links = candidates.map(({ entity }, at): Link => ({ entity, probability: (chances[at] ?? 0) / whole }));
  links.sort((a, b) => b.probability - a.probability);
  const most = links[0]?.probability ?? 0;
  if (!mustRefer && most < none && most < least) links.unshift({ entity: undefined, probability: none });
  mention.links = links.filter(({ probability }, at) => at === 0 || probability > LIKELY);
  return links[0]?.entity;
}

/** Links less likely than this are not kept. */
const LIKELY = 0.02;

/** How likely a candidate must be for a pronoun where it may also refer to none of them: “it is late”. */
export const MIN_PRONOUN_CHANCE = 0.25;
