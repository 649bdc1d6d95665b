import type { Entity } from './entity.ts';

/** A mention of an entity. */
export interface MentionEvent {
  readonly entity: Entity;
  /** Index of its sentence, counting only sentences that are not quoted from start to end. */
  readonly narrationIndex: number;
  /** Number of its paragraph; 0 outside the body of the article. */
  readonly paragraph: number;
  readonly token: number;
  readonly subject: boolean;
  readonly possessive: boolean;
  readonly quoted: boolean;
  readonly spoke: boolean;
}

/** How many mentions are searched backwards for an antecedent. */
const WINDOW = 60;

/** The mentions so far, searched from the last backwards. */
export class MentionHistory {
  readonly #events: MentionEvent[] = [];

  add(event: MentionEvent): void {
    this.#events.push(event);
  }

  /** The last events before a token, the most recent first. */
  before(token: number): readonly MentionEvent[] {
    const { length } = this.#events;
    const found: MentionEvent[] = [];
    for (let at = length - 1; at >= 0 && at >= length - WINDOW; at -= 1) {
      const event = this.#events[at];
      if (event && event.token < token) found.push(event);
    }
    return found;
  }
}
