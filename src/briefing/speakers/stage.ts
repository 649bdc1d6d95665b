import type { Sentence } from '../segment.ts';
import { GENERIC } from '../words/offices.ts';
import { antecedentOf, type Wanted } from './antecedent.ts';
import { type Entity, makeEntity } from './entity.ts';
import { BODY, BREAK, CAP, DOC, PERSON, singularOf, TITLE } from './lexicon.ts';
import type { MentionKind } from './mention.ts';
import type { Draft } from './phrases.ts';
import { Recall } from './recall.ts';
import { isFamilyName, Registry } from './registry.ts';
import { Roles } from './roles.ts';
import { standOf } from './sides.ts';
import type { Tokens } from './tokens.ts';

type Resolver = (one: Draft, index: number) => Entity | undefined;

/** Reads the mentions in the order of the text and keeps who is on the stage. */
export class Stage {
  readonly tokens: Tokens;
  readonly drafts: readonly Draft[];
  readonly registry: Registry;
  readonly recall = new Recall();
  readonly roles: Roles;
  readonly entities = new Set<Entity>();
  /** By draft: who it stands for. */
  readonly resolved: (Entity | undefined)[] = [];
  readonly #byText = new Map<string, Entity>();
  readonly #beats: readonly number[];
  readonly #resolvers: Readonly<Record<MentionKind, Resolver>> = {
    name: (one) => this.#name(one),
    organisation: (one) => this.#body(one),
    acronym: (one) => this.#acronym(one),
    place: (one) => this.#place(one),
    office: (one) => this.#description(one),
    description: (one) => this.#description(one),
    document: (one) => this.#description(one),
    pronoun: (one, index) => this.#pronoun(one, index),
    pair: (one, index) => this.#pair(one, index),
  };

  constructor(tokens: Tokens, drafts: readonly Draft[], sentences: readonly Sentence[]) {
    this.tokens = tokens;
    this.drafts = drafts;
    this.registry = new Registry(tokens);
    this.roles = new Roles(tokens);
    this.#beats = beatsOf(tokens, sentences.length);
    this.registry.introduce(drafts);
  }

  /** Settles whom the next mention stands for, and remembers that it was made. */
  read(index: number, speaks: boolean): Entity | undefined {
    const one = this.drafts[index];
    if (!one) return undefined;
    const entity = this.#twinOf(one) ?? this.#resolvers[one.kind](one, index);
    this.resolved[index] = entity;
    if (!entity) return undefined;
    this.entities.add(entity);
    this.#learn(entity, one);
    if (speaks) entity.speaks = true;
    if (one.kind !== 'pronoun') entity.times += 1;
    this.recall.add({
      entity,
      beat: this.#beats[one.sentence] ?? 0,
      sentence: one.sentence,
      token: one.from,
      subject: one.subject,
      possessive: one.possessive,
      quoted: one.quoted,
      spoke: speaks,
    });
    return entity;
  }

  /** “another critic, Laurence Tribe,” is he: the name behind decides, and the phrase behind a name is its bearer. */
  #twinOf(one: Draft): Entity | undefined {
    const { twin } = one;
    if (!twin) return undefined;
    if (twin.from < one.from && twin.name) return this.resolved[this.drafts.indexOf(twin, 0)];
    return twin.name && !one.name ? this.#resolvers[twin.kind](twin, -1) : undefined;
  }

  /** Takes from a mention what it tells of its bearer: title, office, side, gender. */
  #learn(entity: Entity, one: Draft): void {
    if (one.kind === 'pronoun') {
      if (one.gender && entity.type === 'person') entity.gender ??= one.gender;
      return;
    }
    const { tokens } = this;
    if (one.name) entity.forms.add(tokens.text.slice(one.name.start, one.name.end));
    if (one.core.start !== one.name?.start) entity.forms.add(tokens.text.slice(one.core.start, one.core.end));
    if (one.gender) entity.gender ??= one.gender;
    if (one.name && one.nameFrom > one.from) {
      this.#describe(entity, one.from, one.nameFrom, one.nameFrom);
    }
    if (!one.name || one.kind === 'organisation') this.#describe(entity, one.from, one.to, one.past);
    if (one.kind === 'name' && tokens.words[one.past] === '(')
      this.#describe(entity, one.past, one.past + 4, one.past + 4);
    if (one.twin && one.twin.from > one.from) {
      const end = this.#endOfAside(one.twin);
      this.#describe(entity, one.twin.from, one.twin.past, end);
      if (one.twin.gender) entity.gender ??= one.twin.gender;
    }
  }

  #describe(entity: Entity, from: number, to: number, end: number): void {
    const stand = standOf(this.tokens, from, end);
    if (stand.side) entity.side ??= stand.side;
    if (stand.camp) entity.camp ??= stand.camp;
    if (stand.official) entity.official = true;
    this.roles.learn(entity, from, to);
  }

  #endOfAside(one: Draft): number {
    let at = one.past;
    while (at < one.past + 15 && this.tokens.sentences[at] === one.sentence && !((this.tokens.flags[at] ?? 0) & BREAK))
      at += 1;
    return at;
  }

  #name(one: Draft): Entity | undefined {
    const words = this.registry.wordsOf(one);
    if (words.length > 1) return this.registry.full(one);
    const word = words[0] ?? '';
    const bearers = this.registry.bearers(word);
    const fitting = bearers.filter((entity) => !one.gender || !entity.gender || entity.gender === one.gender);
    const families = fitting.filter((entity) => entity.type === 'person' && isFamilyName(entity, word));
    const list = families.length > 0 ? families : fitting;
    if (list.length > 1) return this.#nearest(one, list);
    return list[0] ?? this.registry.full(one);
  }

  /** Of several who bear the name: the one last spoken of, unless another is spoken of far more. */
  #nearest(one: Draft, list: readonly Entity[]): Entity | undefined {
    return antecedentOf(this.recall, { ...this.#wanted(one), fits: (entity) => list.includes(entity) }) ?? mostOf(list);
  }

  #body(one: Draft): Entity | undefined {
    const full = this.registry.full(one);
    const { tokens } = this;
    if (full && tokens.words[one.past] === '(' && tokens.words[one.past + 2] === ')') {
      this.registry.setInitials(tokens.words[one.past + 1] ?? '', full);
    }
    return full;
  }

  #acronym(one: Draft): Entity | undefined {
    return this.registry.byInitials(this.tokens.words[one.nameFrom] ?? '') ?? this.registry.full(one);
  }

  /** “Jordan said” where Jim Jordan was named. */
  #place(one: Draft): Entity | undefined {
    const word = this.tokens.words[one.nameFrom] ?? '';
    if (one.nameTo - one.nameFrom === 1) {
      const bearer = this.registry
        .bearers(word)
        .find((entity) => entity.type === 'person' && isFamilyName(entity, word));
      if (bearer) return bearer;
    }
    const entity = this.registry.full(one);
    if (entity && entity.type !== 'person') {
      entity.type = one.number === 'many' ? 'group' : 'organisation';
      const { side } = standOf(this.tokens, one.nameFrom, one.nameTo);
      if (side) entity.side ??= side;
    }
    return entity;
  }

  #description(one: Draft): Entity | undefined {
    const head = this.#headAt(one);
    const word = singularOf(this.tokens.words[head] ?? '');
    const flag = this.tokens.flags[head] ?? 0;
    if (one.kind === 'office' && one.to - one.from === 1) {
      const bearer = this.registry
        .bearers(word)
        .find((entity) => entity.type === 'person' && isFamilyName(entity, word));
      if (bearer && one.article === 'none') return bearer;
    }
    const isPerson = Boolean(flag & (PERSON | TITLE)) && one.number === 'one';
    if (one.article === 'definite' || one.article === 'none') {
      const known = this.roles.find(one.from, head, (entity) => suits(entity, one, flag));
      if (known && (one.article === 'definite' || isPerson)) return known;
      if (isPerson && one.article === 'definite' && GENERIC.has(word)) {
        const fitting = this.#recent(one);
        if (fitting) return fitting;
      }
    }
    return this.#described(one, flag);
  }

  #headAt(one: Draft): number {
    let at = one.to - 1;
    while (at > one.from && (this.tokens.starts[at] ?? 0) > one.head.start) at -= 1;
    return at;
  }

  /** “the businessman said”, with no businessman before: one already on the stage. */
  #recent(one: Draft): Entity | undefined {
    return antecedentOf(this.recall, { ...this.#wanted(one), fits: (entity) => entity.type === 'person' });
  }

  /** Somebody without a name, kept by the words for them. */
  #described(one: Draft, flag: number): Entity {
    const text = this.tokens.text.slice(one.span.start, this.tokens.ends[one.past - 1] ?? one.span.end);
    const key = text.toLowerCase().replace(/^(?:the|a|an) /, '');
    const before = this.#byText.get(key);
    if (before) return before;
    const entity = makeEntity(text, typeOf(one, flag), []);
    this.#byText.set(key, entity);
    return entity;
  }

  #pronoun(one: Draft, index: number): Entity | undefined {
    const word = this.tokens.words[one.from] ?? '';
    if (/^(?:i|we|you|my|our|us|me|what|whom)$/.test(word)) return undefined;
    if (/^(?:who|which|whose)$/.test(word)) return this.#relative(one, index);
    return antecedentOf(this.recall, { ...this.#wanted(one), fits: fitting(word) });
  }

  /** “…, who said”: the phrase right before it. */
  #relative(one: Draft, index: number): Entity | undefined {
    const start = this.tokens.words[one.from - 1] === ',' ? one.from - 1 : one.from;
    for (let at = index - 1; at >= Math.max(0, index - 6); at -= 1) {
      const before = this.drafts[at];
      if (before && before.kind !== 'pronoun' && (before.past === start || before.past === one.from)) {
        const outer = this.drafts
          .slice(Math.max(0, at - 4), at)
          .findIndex(
            (other) => other.past === before.past && other.from < before.from && other.sentence === before.sentence,
          );
        return this.resolved[outer < 0 ? at : Math.max(0, at - 4) + outer];
      }
    }
    return undefined;
  }

  #pair(one: Draft, index: number): Entity | undefined {
    const first = this.drafts[index + 1];
    const second = this.drafts.slice(index + 2, index + 6).find((other) => other.to === one.to && other.name);
    if (!first || !second) return undefined;
    const members = [first, second].map((other) => this.#resolvers[other.kind](other, -1));
    if (!members[0] || !members[1] || members[0] === members[1]) return undefined;
    const name = `${members[0].name} and ${members[1].name}`;
    const before = this.#byText.get(name);
    if (before) return before;
    const entity: Entity = { ...makeEntity(name, 'group', []), members: members as Entity[] };
    this.#byText.set(name, entity);
    return entity;
  }

  #wanted(one: Draft): Omit<Wanted, 'fits'> {
    return {
      token: one.from,
      sentence: one.sentence,
      beat: this.#beats[one.sentence] ?? 0,
      gender: one.gender,
      quoted: one.quoted,
    };
  }
}

/** Counts sentences, those that are quotation from end to end with the one before. */
function beatsOf(tokens: Tokens, count: number): number[] {
  const spoken = new Array<boolean>(count).fill(true);
  for (let at = 0; at < tokens.count; at += 1) {
    const flag = tokens.flags[at] ?? 0;
    if (!(flag & (BREAK | 128))) spoken[tokens.sentences[at] ?? 0] = false;
  }
  let beat = 0;
  return spoken.map((quoted) => (quoted ? beat : ++beat));
}

function mostOf(list: readonly Entity[]): Entity | undefined {
  const [first, second] = list.toSorted((a, b) => b.times - a.times);
  return first && second && first.times >= 2 * second.times && first.times > 0 ? first : undefined;
}

function typeOf(one: Draft, flag: number): Entity['type'] {
  if (one.kind === 'document') return 'document';
  if (flag & PERSON || one.kind === 'office') return one.number === 'many' ? 'group' : 'anonymous';
  if (flag & BODY) return one.number === 'many' ? 'group' : 'organisation';
  if (flag & DOC) return 'document';
  return one.number === 'many' ? 'group' : 'anonymous';
}

/** Whether a description may stand for this one: persons for persons, bodies for bodies and papers for papers. */
function suits(entity: Entity, one: Draft, flag: number): boolean {
  if (one.gender && entity.gender && one.gender !== entity.gender) return false;
  if (one.number === 'many') return entity.type === 'group' || entity.type === 'document';
  if (flag & (PERSON | TITLE)) return entity.type === 'person' || entity.type === 'anonymous';
  if (flag & BODY) return entity.type === 'organisation';
  return entity.type === 'document' || entity.type === 'organisation';
}

function fitting(word: string): (entity: Entity) => boolean {
  if (/^(?:he|his|him|she|her|himself|herself)$/.test(word))
    return (entity) => entity.type === 'person' || entity.type === 'anonymous';
  if (/^(?:it|its|itself)$/.test(word)) return (entity) => entity.type === 'organisation' || entity.type === 'document';
  return (entity) => entity.type === 'group' || entity.type === 'organisation' || entity.type === 'document';
}

export { CAP };
