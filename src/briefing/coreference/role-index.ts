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

/** Levels of a match: the same word, another for the same office, one for a wider kind. */
export const SAME_WORD = 1;
export const WIDER_WORD = 3;
/** Added to the level where the text has yet to say it. */
export const LATER = 3;

export const SAME_SIDE = 1;
export const OTHER_SIDE = 2;

/** How a description fits an office that an entity is known to hold. */
export interface RoleMatch {
  /** `SAME_WORD` to `WIDER_WORD`, with `LATER` added where the text has yet to say it. */
  readonly level: number;
  /** How many further words they share, and of how many. */
  readonly shared: number;
  readonly asked: number;
  /** `SAME_SIDE`, `OTHER_SIDE`, or 0 where one of the countries is not known. */
  readonly side: number;
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
   * Those who were so described, and those whom the text will so describe.
   *
   * // South Korean UN Ambassador Hwang Joon-kook …   “…,” the South Korean ambassador said
   * //                 ^^^^^^^^^^                          ------------------------
   */
  matches(from: number, headAt: number, fits: (entity: Entity) => boolean): Map<Entity, RoleMatch> {
    const asked = this.#asked(from, headAt);
    const found = new Map<Entity, RoleMatch>();
    const levels = [[asked.head], listed(SAME_OFFICE, asked.head), listed(WIDER, asked.head)];
    for (const [index, notesOf] of [this.#byHead, this.#ahead].entries()) {
      levels.forEach((heads, level) => {
        for (const head of heads) {
          const notes = notesOf.get(head) ?? [];
          for (const note of index === 0 ? notes.slice(-LATEST).reverse() : notes.slice(0, LATEST)) {
            if (!fits(note.entity)) continue;
            const match = compare(note, asked, index * LATER + SAME_WORD + level);
            const before = found.get(note.entity);
            if (!before || (before.shared < match.shared && before.level === match.level))
              found.set(note.entity, match);
          }
        }
      });
    }
    return found;
  }

  #asked(from: number, headAt: number): Asked {
    const word = singularOf(this.#tokens.words[headAt] ?? '');
    const { side } = standOf(this.#tokens, from, headAt + 1);
    return { head: OFFICE_OF_TITLE[word] ?? word, words: this.modifiers(from, headAt), side };
  }
}

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

function compare(note: Note, asked: Asked, level: number): RoleMatch {
  let shared = 0;
  for (const word of asked.words) if (note.words.has(word)) shared += 1;
  const side = note.side ?? note.entity.side;
  return {
    level,
    shared,
    asked: asked.words.size,
    side: asked.side && side ? (asked.side === side ? SAME_SIDE : OTHER_SIDE) : 0,
  };
}
