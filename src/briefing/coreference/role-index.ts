import type { Tokens } from '../mentions/tokens.ts';
import {
  BREAK,
  CAP,
  DET,
  DOC,
  NAMED_ORG,
  ORG,
  PERSON,
  PLACE,
  POSS,
  PREP,
  QUANT,
  STOP,
  singularOf,
  TITLE,
  VERB,
} from '../mentions/word-flags.ts';
import { isFormOfAddress, OFFICE_OF_TITLE, SAME_OFFICE, WIDER } from '../words/offices.ts';
import { affiliationOf, placeSize } from './affiliation.ts';
import type { Entity } from './entity.ts';

interface RoleEntry {
  readonly entity: Entity;
  readonly words: ReadonlySet<string>;
  readonly side?: string | undefined;
}

/** Levels of a match: the same word, a synonym for the office, a hypernym. */
export const SAME_WORD = 1;
export const WIDER_WORD = 3;
/** Added to the level if the text gives the office only later. */
export const LATER = 3;

export const SAME_SIDE = 1;
export const OTHER_SIDE = 2;

/** How a description fits an office that an entity is known to hold. */
export interface RoleMatch {
  /** `SAME_WORD` to `WIDER_WORD`, with `LATER` added if the text gives the office only later. */
  readonly level: number;
  /** How many modifiers they share, and how many the description has. */
  readonly shared: number;
  readonly required: number;
  /** `SAME_SIDE`, `OTHER_SIDE`, or 0 if one of the sides is unknown. */
  readonly side: number;
}

/** Modifiers that do not distinguish offices. */
const GENERIC_MODIFIERS = new Set(
  'former then-current current new senior top longtime veteran late retired young old same prominent leading ex acting outgoing incoming latest'.split(
    ' ',
  ),
);
const MAX_ENTRIES = 6;

/** More offices than any description has: the time of a text full of titles must not grow by their square. */
const MAX_OFFICES = 8;

/** The entities by their offices and descriptions, keyed by head noun. */
export class RoleIndex {
  readonly #tokens: Tokens;
  readonly #byHead = new Map<string, RoleEntry[]>();
  readonly #later = new Map<string, RoleEntry[]>();

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  /** Adds every office in a range of tokens: “chairman of the committee and former senator”. */
  add(entity: Entity, from: number, to: number): void {
    this.#addOffices(this.#byHead, entity, from, to);
  }

  /** Adds the offices of an entity that the text names only later. */
  addLater(entity: Entity, from: number, to: number): void {
    this.#addOffices(this.#later, entity, from, to);
  }

  /** Adds the author of a document: “said in a report”. A press release is called a statement too. */
  addDocument(entity: Entity, head: number): void {
    entity.isAuthor = true;
    const word = singularOf(this.#tokens.words[head] ?? '');
    for (const name of word === 'release' ? [word, 'statement'] : [word])
      this.#push(this.#byHead, name, { entity, words: new Set() });
  }

  #addOffices(index: Map<string, RoleEntry[]>, entity: Entity, from: number, to: number): void {
    const { flags, words } = this.#tokens;
    let start = from;
    let side = entity.side;
    let known = side !== undefined;
    let offices = 0;
    for (let at = from; at < to && offices < MAX_OFFICES; at += 1) {
      const flag = flags[at] ?? 0;
      if (flag & (PERSON | TITLE | ORG | NAMED_ORG | DOC)) {
        const word = singularOf(words[at] ?? '');
        const next = at + 1 < to && !isFormOfAddress(words[at + 1] ?? '') ? (flags[at + 1] ?? 0) : BREAK;
        if (canBeHead(entity, flag) && endsOffice(flag, next)) {
          // Looked up once for the offices that begin at the same token, however many there are.
          if (!known) side = affiliationOf(this.#tokens, start, to).side;
          known = true;
          offices += 1;
          this.#push(index, OFFICE_OF_TITLE[word] ?? word, { entity, words: this.modifiers(start, at), side });
        }
      } else if (flag & (PREP | STOP | BREAK | VERB)) {
        start = at + 1;
        side = entity.side;
        known = side !== undefined;
      }
    }
  }

  #push(index: Map<string, RoleEntry[]>, head: string, entry: RoleEntry): void {
    const list = index.get(head);
    if (!list) index.set(head, [entry]);
    else if (list.at(-1)?.entity !== entry.entity || list.at(-1)?.words.size !== entry.words.size) list.push(entry);
  }

  /** The modifiers before a head that distinguish it. */
  modifiers(from: number, head: number): Set<string> {
    const { flags, words } = this.#tokens;
    const found = new Set<string>();
    for (let at = from; at < head; at += 1) {
      const word = words[at] ?? '';
      const size = (flags[at] ?? 0) & CAP ? placeSize(this.#tokens, at, head) : 0;
      if (size > 1) {
        at += size - 1;
        continue;
      }
      if (!((flags[at] ?? 0) & (DET | QUANT | POSS | BREAK | PLACE)) && !GENERIC_MODIFIERS.has(word)) found.add(word);
    }
    return found;
  }

  /**
   * The entities described like this before, and those described like this later in the text.
   *
   * // South Korean UN Ambassador Hwang Joon-kook …   “…,” the South Korean ambassador said
   * //                 ^^^^^^^^^^                          ------------------------
   */
  matches(from: number, headAt: number, fits: (entity: Entity) => boolean): Map<Entity, RoleMatch> {
    const query = this.#queryOf(from, headAt);
    const found = new Map<Entity, RoleMatch>();
    const levels = [[query.head], relatedHeads(SAME_OFFICE, query.head), relatedHeads(WIDER, query.head)];
    for (const [index, byHead] of [this.#byHead, this.#later].entries()) {
      levels.forEach((heads, level) => {
        for (const head of heads) {
          const entries = byHead.get(head) ?? [];
          for (const entry of index === 0 ? entries.slice(-MAX_ENTRIES).reverse() : entries.slice(0, MAX_ENTRIES)) {
            if (!fits(entry.entity)) continue;
            const match = compare(entry, query, index * LATER + SAME_WORD + level);
            const before = found.get(entry.entity);
            if (!before || (before.shared < match.shared && before.level === match.level))
              found.set(entry.entity, match);
          }
        }
      });
    }
    return found;
  }

  #queryOf(from: number, headAt: number): RoleQuery {
    const word = singularOf(this.#tokens.words[headAt] ?? '');
    const { side } = affiliationOf(this.#tokens, from, headAt + 1);
    return { head: OFFICE_OF_TITLE[word] ?? word, words: this.modifiers(from, headAt), side };
  }
}

interface RoleQuery {
  readonly head: string;
  readonly words: ReadonlySet<string>;
  readonly side: string | undefined;
}

const relatedHeads = (table: Readonly<Record<string, string>>, word: string): readonly string[] =>
  Object.hasOwn(table, word) ? (table[word]?.split(' ') ?? []) : [];

/** The last noun of its phrase: “union” in “the union said”, not in “the union government”; or a capitalised title. */
const endsOffice = (flag: number, next: number): boolean =>
  (Boolean(flag & TITLE) && Boolean(flag & CAP)) || (Boolean(next & (PREP | STOP | BREAK | VERB)) && !(next & POSS));

/** Heads of persons are offices, heads of organisations nouns for organisations. */
function canBeHead(entity: Entity, flag: number): boolean {
  if (entity.type === 'person' || entity.type === 'anonymous') return Boolean(flag & (PERSON | TITLE));
  if (entity.type === 'organisation') return Boolean(flag & (ORG | NAMED_ORG));
  return true;
}

function compare(entry: RoleEntry, query: RoleQuery, level: number): RoleMatch {
  let shared = 0;
  for (const word of query.words) if (entry.words.has(word)) shared += 1;
  const side = entry.side ?? entry.entity.side;
  return {
    level,
    shared,
    required: query.words.size,
    side: query.side && side ? (query.side === side ? SAME_SIDE : OTHER_SIDE) : 0,
  };
}
