import type { Tokens } from '../mentions/tokens.ts';
import {
  BODY,
  BREAK,
  CAP,
  DET,
  DOC,
  NAMED_BODY,
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
import { OFFICE_OF_TITLE, SAME_OFFICE, WIDER } from '../words/offices.ts';
import { placeSize, standOf } from './affiliation.ts';
import type { Entity } from './entity.ts';

interface Note {
  readonly entity: Entity;
  readonly words: ReadonlySet<string>;
  readonly side?: string | undefined;
}

/** Words that tell no office from another. */
const LOOSE = new Set(
  'former then-current current new senior top longtime veteran late retired young old same prominent leading ex acting outgoing incoming latest'.split(
    ' ',
  ),
);
const LATEST = 6;

/** Who holds which office and who was described how, by the last word of it. */
export class Roles {
  readonly #tokens: Tokens;
  readonly #byHead = new Map<string, Note[]>();
  readonly #ahead = new Map<string, Note[]>();

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  /** Remembers every office in a stretch of tokens: “chairman of the committee and former senator”. */
  learn(entity: Entity, from: number, to: number): void {
    this.#learn(this.#byHead, entity, from, to);
  }

  /** Remembers the same of one whom the text has yet to name. */
  learnAhead(entity: Entity, from: number, to: number): void {
    this.#learn(this.#ahead, entity, from, to);
  }

  /** Remembers who wrote a paper: “said in a report”. */
  learnPaper(entity: Entity, head: number): void {
    entity.writes = true;
    this.#add(this.#byHead, singularOf(this.#tokens.words[head] ?? ''), { entity, words: new Set() });
  }

  #learn(index: Map<string, Note[]>, entity: Entity, from: number, to: number): void {
    const { flags, words } = this.#tokens;
    let start = from;
    for (let at = from; at < to; at += 1) {
      const flag = flags[at] ?? 0;
      if (flag & (PERSON | TITLE | BODY | NAMED_BODY | DOC)) {
        const word = singularOf(words[at] ?? '');
        if (suitsHead(entity, flag) && endsOffice(flag, at + 1 < to ? (flags[at + 1] ?? 0) : BREAK))
          this.#add(index, OFFICE_OF_TITLE[word] ?? word, this.#note(entity, start, at, to));
      } else if (flag & (PREP | STOP | BREAK | VERB)) start = at + 1;
    }
  }

  #note(entity: Entity, from: number, head: number, to: number): Note {
    return { entity, words: this.modifiers(from, head), side: entity.side ?? standOf(this.#tokens, from, to).side };
  }

  #add(index: Map<string, Note[]>, head: string, note: Note): void {
    const list = index.get(head);
    if (!list) index.set(head, [note]);
    else if (list.at(-1)?.entity !== note.entity || list.at(-1)?.words.size !== note.words.size) list.push(note);
  }

  /** The words before a head that tell it from others of its kind. */
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
      if (!((flags[at] ?? 0) & (DET | QUANT | POSS | BREAK | PLACE)) && !LOOSE.has(word)) found.add(word);
    }
    return found;
  }

  /**
   * The last who was so described.
   *
   * // South Korean UN Ambassador Hwang Joon-kook …   “…,” the South Korean ambassador said
   * //                 ^^^^^^^^^^                          ------------------------
   */
  find(from: number, headAt: number, fits: (entity: Entity) => boolean): Entity | undefined {
    const asked = this.#asked(from, headAt);
    for (const one of [asked.head, ...listed(SAME_OFFICE, asked.head), ...listed(WIDER, asked.head)]) {
      const found = best((this.#byHead.get(one) ?? []).slice(-LATEST).reverse(), asked, fits);
      if (found) return found;
    }
    return undefined;
  }

  /** The one whom the text will so describe. */
  ahead(from: number, headAt: number, fits: (entity: Entity) => boolean): Entity | undefined {
    const asked = this.#asked(from, headAt);
    for (const one of [
      asked.head,
      ...listed(SAME_OFFICE, asked.head),
      ...(LOOSE_HEAD.test(asked.head) ? [] : listed(WIDER, asked.head)),
    ]) {
      const notes = (this.#ahead.get(one) ?? []).slice(0, LATEST);
      const found = best(notes, asked, fits);
      if (found) return found;
    }
    return undefined;
  }

  #asked(from: number, headAt: number): Asked {
    const word = singularOf(this.#tokens.words[headAt] ?? '');
    const { side } = standOf(this.#tokens, from, headAt + 1);
    return { head: OFFICE_OF_TITLE[word] ?? word, words: this.modifiers(from, headAt), side };
  }
}

/** Words so wide that they say nothing of one whom the text has yet to name. */
const LOOSE_HEAD =
  /^(?:official|leader|expert|analyst|chief|executive|officer|politician|boss|advocate|activist|researcher|scientist)$/;

interface Asked {
  readonly head: string;
  readonly words: ReadonlySet<string>;
  readonly side: string | undefined;
}

const listed = (table: Readonly<Record<string, string>>, word: string): readonly string[] =>
  Object.hasOwn(table, word) ? (table[word]?.split(' ') ?? []) : [];

/** The last noun of its phrase: “union” in “the union said”, not in “the union government”; and any title in capitals. */
const endsOffice = (flag: number, next: number): boolean =>
  (Boolean(flag & TITLE) && Boolean(flag & CAP)) || (Boolean(next & (PREP | STOP | BREAK | VERB)) && !(next & POSS));

/** A person is known by offices, a body by the last word of its name, a paper by what it is called. */
function suitsHead(entity: Entity, flag: number): boolean {
  if (entity.type === 'person' || entity.type === 'anonymous') return Boolean(flag & (PERSON | TITLE));
  if (entity.type === 'organisation') return Boolean(flag & (BODY | NAMED_BODY));
  return true;
}

/** The first note that shares most words with what is asked and is of no other side. */
function best(notes: readonly Note[], asked: Asked, fits: (entity: Entity) => boolean): Entity | undefined {
  let found: Entity | undefined;
  let most = -1;
  for (const note of notes) {
    if (!fits(note.entity)) continue;
    const noteSide = note.side ?? note.entity.side;
    if (asked.side && noteSide && asked.side !== noteSide) continue;
    let shared = 0;
    for (const word of asked.words) if (note.words.has(word)) shared += 1;
    const sided = asked.side !== undefined && asked.side === noteSide;
    if (asked.words.size > 0 && shared === 0 && !sided) continue;
    const score = shared + (sided ? 1 : 0) + (note.entity.words.length > 0 ? 0.5 : 0);
    if (score > most || (score === most && found && note.entity.last > found.last)) {
      most = score;
      found = note.entity;
    }
  }
  return found;
}
