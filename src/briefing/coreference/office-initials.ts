import type { MentionDraft } from '../mentions/mention-builder.ts';
import type { Tokens } from '../mentions/tokens.ts';
import { CAP, PERSON, TITLE } from '../mentions/word-flags.ts';
import type { Entity } from './entity.ts';

/** The most words of an office that its initials stand for. */
const MAX_WORDS = 5;

/** The holders of offices, by the initials of the office. */
export class OfficeInitials {
  readonly #tokens: Tokens;
  /** Undefined if two people hold an office with these initials. */
  readonly #holders = new Map<string, Entity | undefined>();

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  /**
   * Adds the office before a name.
   *
   * // Ostra Deputy Commissioner Ada Moe     the District Officer (DO) Ada Moe
   * //       ^      ^                                              ^^
   */
  add(entity: Entity, { from, nameFrom }: MentionDraft): void {
    const { flags, words } = this.#tokens;
    if (words[nameFrom - 1] === ')' && words[nameFrom - 3] === '(') this.#set(words[nameFrom - 2] ?? '', entity);
    if (!((flags[nameFrom - 1] ?? 0) & (PERSON | TITLE))) return;
    let letters = '';
    for (let at = nameFrom - 1; at >= from && (flags[at] ?? 0) & CAP && letters.length < MAX_WORDS; at -= 1) {
      letters = `${words[at]?.charAt(0)}${letters}`;
      if (letters.length > 1) this.#set(letters, entity);
    }
  }

  /** The only person whose office has these initials, with or without stops. */
  holder(letters: string): Entity | undefined {
    return this.#holders.get(letters.replaceAll('.', ''));
  }

  #set(letters: string, entity: Entity): void {
    const isShared = this.#holders.has(letters) && this.#holders.get(letters) !== entity;
    this.#holders.set(letters, isShared ? undefined : entity);
  }
}
