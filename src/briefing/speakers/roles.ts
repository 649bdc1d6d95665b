import { OFFICE_OF_TITLE, WIDER } from '../words/offices.ts';
import type { Entity } from './entity.ts';
import {
  BODY,
  BREAK,
  DET,
  DOC,
  NAMED_BODY,
  PERSON,
  POSS,
  PREP,
  QUANT,
  STOP,
  singularOf,
  TITLE,
  VERB,
} from './lexicon.ts';
import { standOf } from './sides.ts';
import type { Tokens } from './tokens.ts';

interface Note {
  readonly entity: Entity;
  readonly words: ReadonlySet<string>;
  readonly side?: string | undefined;
}

/** Words that tell no office from another. */
const LOOSE = new Set(
  'former then-current current new senior top chief longtime veteran late retired young old same first second prominent leading ex acting outgoing incoming state national local latest'.split(
    ' ',
  ),
);
const LATEST = 6;

/** Who holds which office and who was described how, by the last word of it. */
export class Roles {
  readonly #tokens: Tokens;
  readonly #byHead = new Map<string, Note[]>();

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  /** Remembers every office in a stretch of tokens: “chairman of the committee and former senator”. */
  learn(entity: Entity, from: number, to: number): void {
    const { flags, words } = this.#tokens;
    let start = from;
    for (let at = from; at < to; at += 1) {
      const flag = flags[at] ?? 0;
      if (flag & (PERSON | TITLE | BODY | NAMED_BODY | DOC)) {
        const word = singularOf(words[at] ?? '');
        this.#add(OFFICE_OF_TITLE[word] ?? word, this.#note(entity, start, at, to));
      } else if (flag & (PREP | STOP | BREAK | VERB)) start = at + 1;
    }
  }

  #note(entity: Entity, from: number, head: number, to: number): Note {
    return { entity, words: this.modifiers(from, head), side: entity.side ?? standOf(this.#tokens, from, to).side };
  }

  #add(head: string, note: Note): void {
    const list = this.#byHead.get(head);
    if (!list) this.#byHead.set(head, [note]);
    else if (list.at(-1)?.entity !== note.entity || list.at(-1)?.words.size !== note.words.size) list.push(note);
  }

  /** The words before a head that tell it from others of its kind. */
  modifiers(from: number, head: number): Set<string> {
    const { flags, words } = this.#tokens;
    const found = new Set<string>();
    for (let at = from; at < head; at += 1) {
      const word = words[at] ?? '';
      if (!((flags[at] ?? 0) & (DET | QUANT | POSS | BREAK)) && !LOOSE.has(word)) found.add(word);
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
    const head = singularOf(this.#tokens.words[headAt] ?? '');
    const words = this.modifiers(from, headAt);
    const { side } = standOf(this.#tokens, from, headAt + 1);
    for (const one of [head, ...(WIDER[head]?.split(' ') ?? [])]) {
      const found = this.#best(this.#byHead.get(one) ?? [], words, side, fits);
      if (found) return found;
    }
    return undefined;
  }

  #best(
    notes: readonly Note[],
    words: ReadonlySet<string>,
    side: string | undefined,
    fits: (entity: Entity) => boolean,
  ): Entity | undefined {
    let best: Entity | undefined;
    let most = -1;
    for (let at = notes.length - 1; at >= Math.max(0, notes.length - LATEST); at -= 1) {
      const note = notes[at];
      if (!note || !fits(note.entity)) continue;
      const noteSide = note.side ?? note.entity.side;
      if (side && noteSide && side !== noteSide) continue;
      let shared = 0;
      for (const word of words) if (note.words.has(word)) shared += 1;
      const sided = side !== undefined && side === noteSide;
      if (words.size > 0 && shared === 0 && !sided) continue;
      const score = shared + (sided ? 1 : 0);
      if (score > most) {
        most = score;
        best = note.entity;
      }
    }
    return best;
  }
}
