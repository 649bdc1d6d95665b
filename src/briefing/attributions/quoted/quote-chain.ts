import type { Quotation } from '../../quotes/marks.ts';
import type { Found, Growing } from '../attribution-span.ts';
import { type Draft, grow } from '../draft.ts';
import type { Line } from '../tokenised-unit.ts';
import { type Before, placeOf } from './uncued-quotes.ts';

/** Goes through the units in order and finds an attribution for the quotations without a cue of their own. */
export class Carrier {
  readonly #found: Growing[] = [];
  #before: Before = {};

  /** Takes a unit with what its cues gave, and finds a place for the quotations that are `left`, by their token. */
  take(
    line: Line,
    unit: number,
    found: readonly Growing[],
    left: readonly (readonly [number, Quotation])[],
    awaiting: Draft | undefined,
  ): void {
    for (const one of found) this.#push(this.#withParagraphBefore(one), line, unit);
    for (const [at, quote] of left) {
      const { last } = this.#before;
      const cued = found.length > 0;
      const place = placeOf({ line, unit, at, quote, cued, before: this.#before });
      if (typeof place === 'object') this.#push(place, line, unit);
      else if (last) this.#append(last.found, quote, line, unit);
    }
    const { last } = this.#before;
    this.#before = { ...(last ? { last } : {}), ...(awaiting ? { awaiting: { draft: awaiting, line } } : {}) };
  }

  /** Everything taken so far, in the order of the units. */
  finish(): Found[] {
    return this.#found;
  }

  /**
   * “We saw it.
   * “We will act,” Ann Lee said.: the cue at the end is for the paragraphs before it too.
   */
  #withParagraphBefore(found: Growing): Growing {
    const { last } = this.#before;
    const [first] = found.quotes;
    if (!first?.continues || !last || last.found.cue || last.quote.part !== first.part - 1) return found;
    this.#found.splice(this.#found.lastIndexOf(last.found), 1);
    return {
      ...found,
      content: [...last.found.content, ...found.content],
      quotes: [...last.found.quotes, ...found.quotes],
      unit: last.found.unit,
    };
  }

  #push(found: Growing, line: Line, unit: number): void {
    this.#found.push(found);
    const quote = found.quotes.at(-1);
    if (quote) this.#before = { ...this.#before, last: { found, quote, unit, part: line.unit.part } };
  }

  #append(found: Growing, quote: Quotation, line: Line, unit: number): void {
    grow(found, quote);
    this.#before = { ...this.#before, last: { found, quote, unit, part: line.unit.part } };
  }
}
