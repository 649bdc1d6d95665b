import type { Draft } from '../mentions/mention-builder.ts';
import { SUFFIX } from '../mentions/named-entities.ts';
import type { Tokens } from '../mentions/tokens.ts';
import { BODY, BREAK, CAP, GIVEN, NAMED_BODY, PARTICLE, PLACE, POSS } from '../mentions/word-flags.ts';
import { FAMILY_FIRST, SHORT_NAMES } from '../words/given-names.ts';
import { type Entity, makeEntity } from './entity.ts';
import { initialsOf, startOfInitials } from './initials.ts';

const PLACED = /^(?:in|at|near|outside|inside|across|around|throughout)$/;
/** So many bearers of one word are looked at, no more: what keeps an article of nothing but names linear. */
const MOST = 8;

/** Who is named in the article, found by any word of the name. */
export class Registry {
  readonly #tokens: Tokens;
  readonly #byKey = new Map<string, Entity>();
  readonly #byWord = new Map<string, Entity[]>();
  readonly #initials = new Map<string, Entity>();
  readonly #placed = new Set<Entity>();
  /** Names that only their initials showed to be names, by where they begin. */
  readonly #starts = new Map<number, Entity>();

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  /** Takes in every name of the text, the fullest first, so that a short form met early finds its bearer. */
  introduce(drafts: readonly Draft[]): void {
    const bySize: Draft[][] = [[], [], [], [], [], []];
    for (const one of drafts) if (one.name) bySize[this.#rankOf(one)]?.push(one);
    for (const list of bySize.reverse()) for (const one of list) this.#introduce(one);
    this.#spellOut(drafts);
    for (const entity of this.#placed) {
      if (entity.human || entity.type !== 'person') continue;
      entity.type = 'organisation';
      entity.isPlace = true;
    }
  }

  /**
   * Finds the name that initials in brackets stand for, where it is no name by its looks.
   *
   * // the Alliance to Reclaim Our Schools (AROS)
   * //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   */
  #spellOut(drafts: readonly Draft[]): void {
    const { words, starts, ends, text } = this.#tokens;
    for (const one of drafts) {
      if (one.kind !== 'acronym' || words[one.from - 1] !== '(' || words[one.to] !== ')') continue;
      const letters = (words[one.from] ?? '').replaceAll('.', '');
      const from = startOfInitials(this.#tokens, letters, one.from - 2);
      if (from === undefined || this.#initials.has(letters)) continue;
      const entity = makeEntity(
        text.slice(starts[from], ends[one.from - 2]),
        'organisation',
        words.slice(from, one.from - 1),
      );
      const known = this.#byKey.get(entity.words.join(' '));
      this.setInitials(letters, known ?? entity);
      this.#starts.set(starts[from] ?? 0, known ?? entity);
    }
  }

  /** Longer names first; of the single words those that a title gives a gender. */
  #rankOf(one: Draft): number {
    const size = this.wordsOf(one).length;
    return size === 1 ? (one.gender ? 1 : 0) : Math.min(5, size);
  }

  /** The name's words: no initials, no suffix, no nickname marks. */
  wordsOf(one: Draft): string[] {
    const words: string[] = [];
    for (let at = one.nameFrom; at < one.nameTo; at += 1) {
      const flag = this.#tokens.flags[at] ?? 0;
      const word = this.#tokens.words[at] ?? '';
      if (flag & (BREAK | POSS) || SUFFIX.test(word)) continue;
      words.push(word);
    }
    return words;
  }

  /** The bearer of the full name, if it was taken in. */
  full(one: Draft): Entity | undefined {
    const spelt = this.#starts.get(one.name?.start ?? -1);
    if (spelt) return spelt;
    return this.#byKey.get(this.#keyOf(one, this.wordsOf(one)));
  }

  /** All who bear this word in their name, family name or not. */
  bearers(word: string): readonly Entity[] {
    return this.#byWord.get(word) ?? [];
  }

  byInitials(letters: string): Entity | undefined {
    return this.#initials.get(letters.replaceAll('.', ''));
  }

  /** Remembers initials that the text itself puts in brackets behind a name. */
  setInitials(letters: string, entity: Entity): void {
    this.#initials.set(letters.replaceAll('.', ''), entity);
  }

  #introduce(one: Draft): void {
    const words = this.wordsOf(one);
    if (words.length === 0) return;
    const key = this.#keyOf(one, words);
    const entity = this.#byKey.get(key) ?? this.#longer(one, words) ?? this.#create(one, words, key);
    this.#byKey.set(key, entity);
    const text = this.#tokens.text.slice(one.name?.start, one.name?.end);
    if (entity.type === 'person' && words.length > entity.words.length && words.length < 6) {
      entity.name = text;
      entity.words = words;
    }
    if (one.gender) entity.gender ??= one.gender;
    if (one.kind === 'name' && this.#isHuman(one, words)) entity.human = true;
    if (words.length > 1 || one.gender) entity.weight += 1;
    // “in Tulsa”, with nothing else to show a human being: a place.
    if (one.kind === 'name' && PLACED.test(this.#tokens.words[one.from - 1] ?? '')) this.#placed.add(entity);
  }

  /** By title or office before it, by given name, by a family name that stands first: “Kim Min-seo”. */
  #isHuman(one: Draft, words: readonly string[]): boolean {
    if (one.gender || one.nameFrom > one.from) return true;
    if (words.length < 2) return false;
    const isFamily = FAMILY_FIRST.has(words[0] ?? '') && (words.length === 3 || words[1]?.includes('-'));
    return Boolean((this.#tokens.flags[one.nameFrom] ?? 0) & GIVEN) || isFamily === true;
  }

  /** “Bobby Scott” where Robert C. “Bobby” Scott was met; “Trump” where Donald Trump was. */
  #longer(one: Draft, words: readonly string[]): Entity | undefined {
    if (words.length === 1) {
      if (one.kind !== 'name') return undefined;
      return this.bearers(words[0] ?? '').find(
        (other) =>
          (other.type === 'person' || one.nameFrom === one.from) &&
          (!one.gender || !other.gender || one.gender === other.gender),
      );
    }
    if (one.kind !== 'name') return undefined;
    const last = words.at(-1);
    return this.bearers(last ?? '').find((other) => {
      return (
        other.type === 'person' &&
        other.words.length > words.length &&
        other.words.at(-1) === last &&
        words.every((word) => other.words.includes(word))
      );
    });
  }

  #create(one: Draft, words: readonly string[], key: string): Entity {
    const type = one.kind === 'name' && !this.#isThing(one, words) ? 'person' : 'organisation';
    const entity = makeEntity(this.#tokens.text.slice(one.name?.start, one.name?.end), type, words);
    this.#byKey.set(key, entity);
    for (let at = one.nameFrom; at < one.nameTo; at += 1) {
      const flag = this.#tokens.flags[at] ?? 0;
      if (one.kind === 'place' && words.length > 1) break;
      if (!(flag & CAP) || (flag & PARTICLE && words.length > 1)) continue;
      if (
        type === 'organisation' &&
        words.length > 1 &&
        (at === one.nameTo - 1 ? !(flag & NAMED_BODY) : flag & (PLACE | BODY | NAMED_BODY))
      )
        continue;
      this.#index(this.#tokens.words[at] ?? '', entity);
    }
    if (type === 'organisation' && words.length > 1) this.#setOwnInitials(one, entity);
    return entity;
  }

  /** “the Capitol”, “95 Theses”: an article before a single name makes it no person. */
  #isThing(one: Draft, words: readonly string[]): boolean {
    const before = this.#tokens.words[one.from - 1];
    return (
      words.length === 1 &&
      (before === 'the' || one.article === 'definite') &&
      one.nameFrom === one.from + (one.article === 'definite' ? 1 : 0)
    );
  }

  #index(word: string, entity: Entity): void {
    const list = this.#byWord.get(word);
    if (!list) this.#byWord.set(word, [entity]);
    else if (list.length < MOST && !list.includes(entity)) list.push(entity);
  }

  #setOwnInitials(one: Draft, entity: Entity): void {
    const letters = initialsOf(this.#tokens, one.nameFrom, one.nameTo);
    if (letters.length > 1 && !this.#initials.has(letters)) this.#initials.set(letters, entity);
  }

  /** First and last word, short forms of given names made long: “Mike Pence” and “Michael R. Pence” are one. */
  #keyOf(one: Draft, words: readonly string[]): string {
    if (one.kind !== 'name') return words.join(' ').replace(/^the /, '');
    const last = words.at(-1) ?? '';
    const first = words.length > 1 ? (words[0] ?? '') : '';
    const suffix = this.#tokens.words[one.nameTo - 1] ?? '';
    const tail = SUFFIX.test(suffix) ? `,${suffix}` : '';
    if (FAMILY_FIRST.has(first) && words.length > 2) return `${words.slice(1).join('-')},${first}`;
    return `${last},${SHORT_NAMES[first] ?? first}${tail}`;
  }
}

/** Whether this word is the family name of the person: the last one, or the first where families stand first. */
export function isFamilyName(entity: Entity, word: string): boolean {
  const { words } = entity;
  if (words.at(-1) === word) return true;
  return words[0] === word && FAMILY_FIRST.has(word);
}
