import type { Entity } from './entity.ts';

/** One mention of an entity. */
export interface MentionEvent {
  readonly entity: Entity;
  /** Counted over sentences that are not quotation from end to end. */
  readonly narrationIndex: number;
  /** The number of its paragraph; 0 outside the story's own. */
  readonly paragraph: number;
  readonly token: number;
  readonly subject: boolean;
  readonly possessive: boolean;
  readonly quoted: boolean;
  readonly spoke: boolean;
}

/** Entities mentioned further back are not candidates: a reader has forgotten them too. */
const WINDOW = 60;

/** Who was mentioned of late, the last first. */
export class MentionHistory {
  readonly #events: MentionEvent[] = [];

  add(event: MentionEvent): void {
    this.#events.push(event);
  }

  /** The last few traces before a token, the last first. */
  *before(token: number): Generator<MentionEvent> {
    const { length } = this.#events;
    for (let at = length - 1; at >= 0 && at >= length - WINDOW; at -= 1) {
      const event = this.#events[at];
      if (event && event.token < token) yield event;
    }
  }
}
