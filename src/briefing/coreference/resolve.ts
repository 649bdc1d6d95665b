import type { MentionKind } from '../mentions/mention.ts';
import type { Draft } from '../mentions/mention-builder.ts';
import type { Tokens } from '../mentions/tokens.ts';
import { BREAK, QUOTED } from '../mentions/word-flags.ts';
import type { Sentence } from '../segment.ts';
import type { Linker, Scene } from './context.ts';
import { type Entity, makeEntity } from './entity.ts';
import { learn, learnAhead } from './entity-facts.ts';
import { Recall } from './mention-history.ts';
import { Registry } from './name-index.ts';
import { describedOf } from './resolve-descriptions.ts';
import { acronymOf, bearerOf, bodyOf, placeOf } from './resolve-names.ts';
import { pronounOf } from './resolve-pronouns.ts';
import { Roles } from './role-index.ts';

type Resolver = (scene: Scene, one: Draft, index: number) => Entity | undefined;

const RESOLVERS: Readonly<Record<MentionKind, Resolver>> = {
  name: bearerOf,
  organisation: bodyOf,
  acronym: acronymOf,
  place: placeOf,
  office: describedOf,
  description: describedOf,
  document: describedOf,
  pronoun: pronounOf,
  pair: pairOf,
};

/** Sets the scene: every name of the text is known before the first mention is read. */
export function setScene(
  tokens: Tokens,
  drafts: readonly Draft[],
  sentences: readonly Sentence[],
  speaking: ReadonlySet<number>,
  linker: Linker,
): Scene {
  const registry = new Registry(tokens);
  registry.introduce(drafts);
  const scene: Scene = {
    tokens,
    drafts,
    registry,
    recall: new Recall(),
    roles: new Roles(tokens),
    linker,
    speaking,
    resolved: [],
    byWords: new Map(),
    beats: beatsOf(tokens, sentences.length),
    paragraphs: sentences.map(({ paragraph }) => paragraph),
  };
  learnAhead(scene);
  return scene;
}

/** Settles whom the next mention stands for, and remembers that it was made. */
export function readMention(scene: Scene, index: number): Entity | undefined {
  const speaks = scene.speaking.has(index);
  const one = scene.drafts[index];
  if (!one) return undefined;
  const entity = twinOf(scene, one) ?? RESOLVERS[one.kind](scene, one, index);
  scene.resolved[index] = entity;
  if (!entity) return undefined;
  one.entity = entity;
  learn(scene, entity, one, speaks);
  if (speaks) entity.speaks = true;
  if (one.kind !== 'pronoun') entity.times += 1;
  entity.last = one.from;
  const isApposed = one.twin !== undefined && one.twin.from < one.from;
  scene.recall.add({
    entity,
    beat: scene.beats[one.sentence] ?? 0,
    paragraph: scene.paragraphs[one.sentence] ?? 0,
    token: one.from,
    subject: one.subject || (isApposed && one.twin?.subject === true),
    possessive: one.possessive,
    quoted: one.quoted,
    spoke: speaks,
  });
  return entity;
}

/** “another critic, Laurence Tribe,” is he: the name decides for both. */
function twinOf(scene: Scene, one: Draft): Entity | undefined {
  const { twin } = one;
  if (!twin) return undefined;
  if (twin.from < one.from) return twin.entity;
  return twin.name && !one.name ? RESOLVERS[twin.kind](scene, twin, -1) : undefined;
}

/** Two who are named together speak as one. */
function pairOf(scene: Scene, one: Draft, index: number): Entity | undefined {
  const first = scene.drafts[index + 1];
  const second = scene.drafts.slice(index + 2, index + 6).find((other) => other.to === one.to && other.name);
  if (!first || !second) return undefined;
  const [left, right] = [first, second].map((other) => RESOLVERS[other.kind](scene, other, -1));
  if (!left || !right || left === right) return undefined;
  const name = `${left.name} and ${right.name}`;
  const before = scene.byWords.get(name);
  if (before) return before;
  const entity: Entity = { ...makeEntity(name, 'group', []), members: [left, right] };
  scene.byWords.set(name, entity);
  return entity;
}

/** Counts sentences, those that are quotation from end to end with the one before. */
function beatsOf(tokens: Tokens, count: number): number[] {
  const spoken = new Array<boolean>(count).fill(true);
  for (let at = 0; at < tokens.count; at += 1) {
    const flag = tokens.flags[at] ?? 0;
    if (!(flag & (BREAK | QUOTED))) spoken[tokens.sentences[at] ?? 0] = false;
  }
  let beat = 0;
  return spoken.map((quoted) => (quoted ? beat : ++beat));
}
