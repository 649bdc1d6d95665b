import type { Draft } from '../mentions/mention-builder.ts';
import { BODY, BREAK, FIRST, PERSON, QUANT } from '../mentions/word-flags.ts';
import { standOf } from './affiliation.ts';
import type { Scene } from './context.ts';
import type { Entity } from './entity.ts';
import { setOffice } from './offices.ts';
import { campBehind } from './parties.ts';

/** Learns, before anything is read, which names hold which offices, so that “the judge” finds one named below. */
export function learnAhead(scene: Scene): void {
  for (const one of scene.drafts) {
    if (one.kind !== 'name') continue;
    const words = scene.registry.wordsOf(one);
    const bearers = words.length === 1 ? scene.registry.bearers(words[0] ?? '') : [];
    const entity = words.length > 1 ? scene.registry.full(one) : bearers.length === 1 ? bearers[0] : undefined;
    if (!entity) continue;
    if (one.nameFrom > one.from) scene.roles.learnAhead(entity, one.from, one.nameFrom);
    if (one.twin) scene.roles.learnAhead(entity, one.twin.from, one.twin.past);
  }
}

/** Takes from a mention what it tells of its bearer: forms, title, office, side, gender. */
export function learn(scene: Scene, entity: Entity, one: Draft, speaks: boolean): void {
  if (one.kind === 'pronoun') {
    if (!one.quoted && (speaks || (one.links?.[0]?.probability ?? 0) > SURE)) learnFromPronoun(scene, entity, one);
    return;
  }
  if (one.gender && entity.type !== 'organisation') entity.gender ??= one.gender;
  keepForms(scene, entity, one);
  if (one.kind === 'name' && one.nameFrom > one.from) describe(scene, entity, one.from, one.nameFrom, one.nameFrom);
  if (one.kind !== 'name' && one.kind !== 'place' && one.kind !== 'pair')
    describe(scene, entity, one.from, one.to, one.past);
  const { words } = scene.tokens;
  if (one.name && (words[one.past] === '(' || (words[one.past] === ',' && /^[dr]-/.test(words[one.past + 1] ?? ''))))
    describe(scene, entity, one.past, one.past, one.past + 4);
  // “President Ana Ruiz of Peru”
  if (one.name && one.nameFrom > one.from && words[one.to] === 'of')
    describe(scene, entity, one.to, one.to, one.to + 3);
  // “Kari Lund of the ruling Centre Party”
  const camp = one.name ? campBehind(scene.tokens, one.to) : undefined;
  if (camp !== undefined) entity.camp ??= camp;
  if (one.twin && one.twin.from > one.from) {
    describe(scene, entity, one.twin.from, one.twin.past, endOfAside(scene, one.twin));
    if (one.twin.gender) entity.gender ??= one.twin.gender;
    if (entity.type === 'person') setNature(scene, entity, one.twin);
    // “the deputy minister, Ada Moe, said”: of the two, the one without a name has the office.
    const described = one.twin.name ? one : one.twin;
    setOffice(scene, entity, described.from, described.to, described.past);
  } else if (one.kind === 'name' && one.nameFrom > one.from)
    setOffice(scene, entity, one.from, one.nameFrom, one.nameFrom);
  else if (!one.name && entity.words.length === 0 && one.kind !== 'pair')
    setOffice(scene, entity, one.from, one.to, one.past);
}

/** “Pinga, a messaging app”, “Ahlen, the minister”: what is said of a bare name tells what it is. */
function setNature(scene: Scene, entity: Entity, twin: Draft): void {
  const flag = scene.tokens.flags[twin.to - 1] ?? 0;
  if (flag & PERSON) entity.human = true;
  else if (flag & BODY && !entity.human) entity.type = 'organisation';
}

/** So likely a link must be for its pronoun to tell of the one it stands for. */
const SURE = 0.8;

/** “she said”, “who said”, “it said”: what the one who speaks is. */
function learnFromPronoun(scene: Scene, entity: Entity, one: Draft): void {
  if (entity.type !== 'person') return;
  const word = scene.tokens.words[one.from] ?? '';
  if (/^its?$/.test(word) && !entity.human) entity.type = 'organisation';
  if (one.gender) entity.gender ??= one.gender;
  if (one.gender || word === 'who') entity.human = true;
}

function keepForms(scene: Scene, entity: Entity, one: Draft): void {
  const { text, starts, words, flags } = scene.tokens;
  // “his aide”, “most” say who it is only where they stand.
  if (
    !one.name &&
    (/^(?:his|her|its|their|our|my|your|whose)$/.test(words[one.from] ?? '') || (flags[one.to - 1] ?? 0) & QUANT)
  )
    return;
  if (one.name) entity.forms.add(text.slice(one.name.start, one.name.end));
  if (one.name && !((flags[one.nameFrom] ?? 0) & FIRST)) entity.sure = true;
  if (one.kind === 'name' && one.nameTo - one.nameFrom === 1) entity.short = text.slice(one.name?.start, one.name?.end);
  const from = /^(?:the|a|an)$/.test(words[one.from] ?? '') ? one.from + 1 : one.from;
  if (one.nameFrom > from) entity.forms.add(text.slice(starts[from] ?? 0, one.core.end));
}

function describe(scene: Scene, entity: Entity, from: number, to: number, end: number): void {
  const stand = standOf(scene.tokens, from, end);
  if (stand.side) entity.side ??= stand.side;
  if (stand.camp) entity.camp ??= stand.camp;
  // “one of the officials”: of which state is for those to say whom they belong to.
  if (stand.official && !isPartOf(scene, from)) entity.official = true;
  scene.roles.learn(entity, from, to);
}

const isPartOf = ({ tokens: { words, flags } }: Scene, from: number): boolean =>
  Boolean((flags[from] ?? 0) & QUANT) && words[from + 1] === 'of';

/** Up to the comma that closes it: “a think tank affiliated with the service in Seoul,”. */
function endOfAside(scene: Scene, one: Draft): number {
  const { sentences, flags } = scene.tokens;
  let at = one.past;
  while (at < one.past + 15 && sentences[at] === one.sentence && !((flags[at] ?? 0) & BREAK)) at += 1;
  return at;
}
