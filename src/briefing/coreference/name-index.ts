import type { MentionDraft } from '../mentions/mention-builder.ts';
import { SUFFIX } from '../mentions/named-entities.ts';
import type { Tokens } from '../mentions/tokens.ts';
import { BREAK, CAP, GIVEN, NAMED_ORG, ORG, PARTICLE, PLACE, POSS } from '../mentions/word-flags.ts';
import { FAMILY_FIRST, SHORT_NAMES } from '../words/names/index.ts';
import { type Entity, makeEntity } from './entity.ts';
import { initialsOf, startOfInitials } from './initials.ts';
import { OfficeInitials } from './office-initials.ts';

const LOCATIVE = /^(?:in|at|near|outside|inside|across|around|throughout)$/;
/** The most entities stored for a word; keeps the cost linear for articles that consist of names. */
const MAX_ENTITIES_PER_WORD = 8;

/** The named entities of the article, by each word of the name. */
export class NameIndex {
  readonly #tokens: Tokens;
  readonly #byKey = new Map<string, Entity>();
  readonly #byWord = new Map<string, Entity[]>();
  readonly #initials = new Map<string, Entity>();
  readonly offices: OfficeInitials;
  readonly #afterLocative = new Set<Entity>();
  /** Names recognised only by their initials in brackets, by start offset. */
  readonly #spelledOut = new Map<number, Entity>();

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
    this.offices = new OfficeInitials(tokens);
  }

  /** Adds every name of the text, the longest first, so that an early short form finds its entity. */
  addAll(mentions: readonly MentionDraft[]): void {
    const bySize: MentionDraft[][] = [[], [], [], [], [], []];
    for (const mention of mentions) if (mention.name) bySize[this.#rankOf(mention)]?.push(mention);
    for (const list of bySize.reverse()) for (const mention of list) this.#add(mention);
    this.#addSpelledOut(mentions);
    for (const mention of mentions) {
      const entity = mention.kind === 'name' ? this.byFullName(mention) : undefined;
      if (entity?.type === 'person') this.offices.add(entity, mention);
    }
    for (const entity of this.#afterLocative) {
      if (entity.human || entity.type !== 'person') continue;
      entity.type = 'organisation';
      entity.isPlace = true;
    }
  }

  /**
   * Adds the name that initials in brackets stand for where it was not tagged as a name.
   *
   * // the Alliance to Reclaim Our Schools (AROS)
   * //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   */
  #addSpelledOut(mentions: readonly MentionDraft[]): void {
    const { words, starts, ends, text } = this.#tokens;
    for (const mention of mentions) {
      if (mention.kind !== 'acronym' || words[mention.from - 1] !== '(' || words[mention.to] !== ')') continue;
      const letters = (words[mention.from] ?? '').replaceAll('.', '');
      const from = startOfInitials(this.#tokens, letters, mention.from - 2);
      if (from === undefined || this.#initials.has(letters)) continue;
      const entity = makeEntity(
        text.slice(starts[from], ends[mention.from - 2]),
        'organisation',
        words.slice(from, mention.from - 1),
      );
      const known = this.#byKey.get(entity.words.join(' '));
      this.setInitials(letters, known ?? entity);
      this.#spelledOut.set(starts[from] ?? 0, known ?? entity);
    }
  }

  /** Longer names first; among single words, those with a gender from their title. */
  #rankOf(mention: MentionDraft): number {
    const size = this.wordsOf(mention).length;
    return size === 1 ? (mention.gender ? 1 : 0) : Math.min(5, size);
  }

  /** The name's words: no initials, no suffix, no nickname marks. */
  wordsOf(mention: MentionDraft): string[] {
    const words: string[] = [];
    for (let at = mention.nameFrom; at < mention.nameTo; at += 1) {
      const flag = this.#tokens.flags[at] ?? 0;
      const word = this.#tokens.words[at] ?? '';
      if (flag & (BREAK | POSS) || SUFFIX.test(word)) continue;
      words.push(word);
    }
    return words;
  }

  /** The entity with this full name, if there is one. */
  byFullName(mention: MentionDraft): Entity | undefined {
    const spelt = this.#spelledOut.get(mention.name?.start ?? -1);
    if (spelt) return spelt;
    return this.#byKey.get(this.#keyOf(mention, this.wordsOf(mention)));
  }

  /** The entities whose name contains this word, as family name or not. */
  withWord(word: string): readonly Entity[] {
    return this.#byWord.get(word) ?? [];
  }

  byInitials(letters: string): Entity | undefined {
    return this.#initials.get(letters.replaceAll('.', ''));
  }

  /** Stores the initials that follow a name in brackets. */
  setInitials(letters: string, entity: Entity): void {
    this.#initials.set(letters.replaceAll('.', ''), entity);
  }

  #add(mention: MentionDraft): void {
    const words = this.wordsOf(mention);
    if (words.length === 0) return;
    const key = this.#keyOf(mention, words);
    const entity = this.#byKey.get(key) ?? this.#findLonger(mention, words) ?? this.#create(mention, words, key);
    this.#byKey.set(key, entity);
    const text = this.#tokens.text.slice(mention.name?.start, mention.name?.end);
    if (entity.type === 'person' && words.length > entity.words.length && words.length < 6) {
      entity.name = text;
      entity.words = words;
    }
    if (mention.gender) entity.gender ??= mention.gender;
    if (mention.kind === 'name' && this.#isHuman(mention, words)) entity.human = true;
    if (words.length > 1 || mention.gender) entity.weight += 1;
    // “in Tulsa”, without other evidence of a person, a place.
    if (mention.kind === 'name' && LOCATIVE.test(this.#tokens.words[mention.from - 1] ?? ''))
      this.#afterLocative.add(entity);
  }

  /** By a title or office before the name, a given name, or a family name in first position: “Kim Min-seo”. */
  #isHuman(mention: MentionDraft, words: readonly string[]): boolean {
    if (mention.gender || mention.nameFrom > mention.from) return true;
    if (words.length < 2) return false;
    const isFamily = FAMILY_FIRST.has(words[0] ?? '') && (words.length === 3 || words[1]?.includes('-'));
    return Boolean((this.#tokens.flags[mention.nameFrom] ?? 0) & GIVEN) || isFamily === true;
  }

  /** Finds the longer form: Robert C. “Bobby” Scott for “Bobby Scott”, Donald Trump for “Trump”. */
  #findLonger(mention: MentionDraft, words: readonly string[]): Entity | undefined {
    if (words.length === 1) {
      if (mention.kind !== 'name') return undefined;
      return this.withWord(words[0] ?? '').find(
        (other) =>
          (other.type === 'person' || mention.nameFrom === mention.from) &&
          (!mention.gender || !other.gender || mention.gender === other.gender),
      );
    }
    const last = words.at(-1);
    // “Al Tayer”, taken for a body, is Mattar Al Tayer: a stretch of the name only.
    const isEnd = (other: Entity): boolean => other.words.slice(-words.length).join(' ') === words.join(' ');
    return this.withWord(last ?? '').find((other) => {
      return (
        other.type === 'person' &&
        (mention.kind === 'name' || (mention.kind === 'organisation' && isEnd(other))) &&
        other.words.length > words.length &&
        other.words.at(-1) === last &&
        words.every((word) => other.words.includes(word))
      );
    });
  }

  #create(mention: MentionDraft, words: readonly string[], key: string): Entity {
    const type = mention.kind === 'name' && !this.#isThing(mention, words) ? 'person' : 'organisation';
    const entity = makeEntity(this.#tokens.text.slice(mention.name?.start, mention.name?.end), type, words);
    this.#byKey.set(key, entity);
    for (let at = mention.nameFrom; at < mention.nameTo; at += 1) {
      const flag = this.#tokens.flags[at] ?? 0;
      if (mention.kind === 'place' && words.length > 1) break;
      if (!(flag & CAP) || (flag & PARTICLE && words.length > 1)) continue;
      if (
        type === 'organisation' &&
        words.length > 1 &&
        (at === mention.nameTo - 1 ? !(flag & NAMED_ORG) : flag & (PLACE | ORG | NAMED_ORG))
      )
        continue;
      this.#index(this.#tokens.words[at] ?? '', entity);
    }
    if (type === 'organisation' && words.length > 1) this.#setOwnInitials(mention, entity);
    return entity;
  }

  /** “the Capitol”, “95 Theses”: a single name after an article is not a person. */
  #isThing(mention: MentionDraft, words: readonly string[]): boolean {
    const before = this.#tokens.words[mention.from - 1];
    return (
      words.length === 1 &&
      (before === 'the' || mention.article === 'definite') &&
      mention.nameFrom === mention.from + (mention.article === 'definite' ? 1 : 0)
    );
  }

  #index(word: string, entity: Entity): void {
    const list = this.#byWord.get(word);
    if (!list) this.#byWord.set(word, [entity]);
    else if (list.length < MAX_ENTITIES_PER_WORD && !list.includes(entity)) list.push(entity);
  }

  #setOwnInitials(mention: MentionDraft, entity: Entity): void {
    const letters = initialsOf(this.#tokens, mention.nameFrom, mention.nameTo);
    if (letters.length > 1 && !this.#initials.has(letters)) this.#initials.set(letters, entity);
  }

  /** First and last word, short forms of given names expanded: “Mike Pence” and “Michael R. Pence” are one. */
  #keyOf(mention: MentionDraft, words: readonly string[]): string {
    if (mention.kind !== 'name') return organisationKey(words);
    const last = words.at(-1) ?? '';
    const first = words.length > 1 ? (words[0] ?? '') : '';
    const suffix = this.#tokens.words[mention.nameTo - 1] ?? '';
    const tail = SUFFIX.test(suffix) ? `,${suffix}` : '';
    if (FAMILY_FIRST.has(first) && words.length > 2) return `${words.slice(1).join('-')},${first}`;
    return `${last},${SHORT_NAMES[first] ?? first}${tail}`;
  }
}

/** One key for “the Ministry of the Interior”, “Ministry of Interior” and “the Interior Ministry”. */
function organisationKey(words: readonly string[]): string {
  const name = words.filter((word) => word !== 'the').join(' ');
  return name.replace(/^(ministry|department|office|bureau) of (.+)$/, '$2 $1');
}
