import type { Entity } from './entity.ts';

/** One mention of an entity. */
export interface Trace {
  readonly entity: Entity;
  /** Counted over sentences that are not quotation from end to end. */
  readonly beat: number;
  /** The number of its paragraph; 0 outside the story's own. */
  readonly paragraph: number;
  readonly token: number;
  readonly subject: boolean;
  readonly possessive: boolean;
  readonly quoted: boolean;
  readonly spoke: boolean;
}

/** Entities mentioned further back are not candidates: a reader has forgotten them too. */
const REACH = 60;

/** Who was mentioned of late, the last first. */
export class Recall {
  readonly #traces: Trace[] = [];

  add(trace: Trace): void {
    this.#traces.push(trace);
  }

  /** The last few traces before a token, the last first. */
  *before(token: number): Generator<Trace> {
    const { length } = this.#traces;
    for (let at = length - 1; at >= 0 && at >= length - REACH; at -= 1) {
      const trace = this.#traces[at];
      if (trace && trace.token < token) yield trace;
    }
  }
}
