import type { Draft, Link } from '../mentions/mention-builder.ts';
import type { Tokens } from '../mentions/tokens.ts';
import type { Entity } from './entity.ts';
import type { Recall, Trace } from './mention-history.ts';
import type { Registry } from './name-index.ts';
import type { RoleMatch, Roles } from './role-index.ts';

/** An entity that a mention may stand for, with what was last said of it. */
export interface Candidate {
  readonly entity: Entity;
  /** Its last mention; none where the text has yet to name it. */
  readonly last: Trace | undefined;
  /** How many others that fit were mentioned since. */
  readonly rank: number;
  /** Whether it spoke, or did what the sentence tells, in the last few sentences. */
  readonly spoke: boolean;
  readonly acted: boolean;
  readonly match: RoleMatch | undefined;
}

/** Tells how likely a mention stands for each candidate; what is left to 1 is the chance that it stands for none of them. */
export type Linker = (scene: Scene, one: Draft, speaks: boolean, candidates: readonly Candidate[]) => ArrayLike<number>;

/** All that is known while the mentions are read in the order of the text. */
export interface Scene {
  readonly tokens: Tokens;
  readonly drafts: readonly Draft[];
  readonly registry: Registry;
  readonly recall: Recall;
  readonly roles: Roles;
  readonly linker: Linker;
  /** Numbers of the drafts that name a speaker. */
  readonly speaking: ReadonlySet<number>;
  /** By draft: who it stands for. */
  readonly resolved: (Entity | undefined)[];
  /** Those without a name, by the words for them. */
  readonly byWords: Map<string, Entity>;
  /** By sentence: its number among those that are not quotation from end to end. */
  readonly beats: readonly number[];
  /** By sentence: its paragraph. */
  readonly paragraphs: readonly number[];
}

/** The words of a mention with what hangs behind it. */
export const textOf = (scene: Scene, one: Draft): string =>
  scene.tokens.text.slice(one.span.start, scene.tokens.ends[one.past - 1] ?? one.span.end);

/** The token of the last word that names it. */
export function headAt(scene: Scene, one: Draft): number {
  let at = one.to - 1;
  while (at > one.from && (scene.tokens.starts[at] ?? 0) > one.head.start) at -= 1;
  return at;
}

/**
 * The candidate that a mention most likely stands for, if any; the likely ones are kept with it.
 *
 * @param least how likely the likeliest must be where it is less likely than that none of them is meant.
 */
export function link(
  scene: Scene,
  one: Draft,
  index: number,
  candidates: readonly Candidate[],
  least = 1,
): Entity | undefined {
  if (candidates.length === 0) return undefined;
  const speaks = scene.speaking.has(index);
  const chances = scene.linker(scene, one, speaks, candidates);
  const none = candidates.reduce((rest, _, at) => rest - (chances[at] ?? 0), 1);
  // A pronoun that speaks has to stand for one of them.
  const mustRefer = speaks && one.kind === 'pronoun';
  const whole = mustRefer ? Math.max(LIKELY, 1 - none) : 1;
  const links = candidates.map(({ entity }, at): Link => ({ entity, probability: (chances[at] ?? 0) / whole }));
  links.sort((a, b) => b.probability - a.probability);
  const most = links[0]?.probability ?? 0;
  if (!mustRefer && most < none && most < least) links.unshift({ entity: undefined, probability: none });
  one.links = links.filter(({ probability }, at) => at === 0 || probability > LIKELY);
  return links[0]?.entity;
}

/** Links less likely than this are not kept. */
const LIKELY = 0.02;

/** How likely a candidate must be for a pronoun where it may also refer to none of them: “it is late”. */
export const MIN_PRONOUN_CHANCE = 0.25;
