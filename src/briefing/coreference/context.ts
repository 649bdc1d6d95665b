import type { Draft } from '../mentions/mention-builder.ts';
import type { Tokens } from '../mentions/tokens.ts';
import type { Wanted } from './antecedent.ts';
import type { Entity } from './entity.ts';
import type { Recall } from './mention-history.ts';
import type { Registry } from './name-index.ts';
import type { Roles } from './role-index.ts';

/** All that is known while the mentions are read in the order of the text. */
export interface Scene {
  readonly tokens: Tokens;
  readonly drafts: readonly Draft[];
  readonly registry: Registry;
  readonly recall: Recall;
  readonly roles: Roles;
  /** By draft: who it stands for. */
  readonly resolved: (Entity | undefined)[];
  /** Those without a name, by the words for them. */
  readonly byWords: Map<string, Entity>;
  /** Those whom the headline calls by office or kind alone, by that word: the story may say more. */
  readonly inHeadline: Map<string, Entity>;
  /** By sentence: its number among those that are not quotation from end to end. */
  readonly beats: readonly number[];
  /** By sentence: its paragraph. */
  readonly paragraphs: readonly number[];
}

/** What a mention asks of the one it stands for, by its place and gender. */
export function wantedOf(scene: Scene, one: Draft): Omit<Wanted, 'fits'> {
  const { sentence } = one;
  return {
    token: one.from,
    beat: scene.beats[sentence] ?? 0,
    paragraph: scene.paragraphs[sentence] ?? 0,
    gender: one.gender,
    quoted: one.quoted,
  };
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
