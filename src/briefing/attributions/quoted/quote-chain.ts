import type { Quotation } from '../../quotes/marks.ts';
import { appendQuote, type TokenAttribution } from '../token-attribution.ts';
import type { TokenisedUnit } from '../tokenised-unit.ts';
import type { MutableAttribution, UnresolvedAttribution } from '../unresolved-attribution.ts';
import { type ChainState, resolveUncued } from './uncued-quotes.ts';

/** Processes the units in order and assigns quotations without a cue to an attribution. */
export class QuoteChain {
  readonly #attributions: MutableAttribution[] = [];
  #state: ChainState = {};

  /** Adds a unit with its attributions, and assigns its `uncued` quotations, keyed by token. */
  addUnit(
    unit: TokenisedUnit,
    unitNumber: number,
    attributions: readonly MutableAttribution[],
    uncued: readonly (readonly [number, Quotation])[],
    pending: TokenAttribution | undefined,
  ): void {
    for (const attribution of attributions) this.#push(this.#joinPrevious(attribution), unit, unitNumber);
    for (const [at, quote] of uncued) {
      const { last } = this.#state;
      const cued = attributions.length > 0;
      const target = resolveUncued({ unit, unitNumber, at, quote, cued, state: this.#state });
      if (typeof target === 'object') this.#push(target, unit, unitNumber);
      else if (last) this.#append(last.attribution, quote, unit, unitNumber);
    }
    const { last } = this.#state;
    this.#state = { ...(last ? { last } : {}), ...(pending ? { pending: { attribution: pending, unit } } : {}) };
  }

  /** The attributions of all units added so far, in order. */
  finish(): UnresolvedAttribution[] {
    return this.#attributions;
  }

  /**
   * “We saw it.
   * “We will act,” Ann Lee said.: the cue at the end also applies to the paragraphs before it.
   */
  #joinPrevious(attribution: MutableAttribution): MutableAttribution {
    const { last } = this.#state;
    const [first] = attribution.quotes;
    if (!first?.continues || !last || last.attribution.cue || last.quote.part !== first.part - 1) return attribution;
    this.#attributions.splice(this.#attributions.lastIndexOf(last.attribution), 1);
    return {
      ...attribution,
      content: [...last.attribution.content, ...attribution.content],
      quotes: [...last.attribution.quotes, ...attribution.quotes],
      unitNumber: last.attribution.unitNumber,
    };
  }

  #push(attribution: MutableAttribution, unit: TokenisedUnit, unitNumber: number): void {
    this.#attributions.push(attribution);
    const quote = attribution.quotes.at(-1);
    if (quote) this.#state = { ...this.#state, last: { attribution, quote, unitNumber, part: unit.part } };
  }

  #append(attribution: MutableAttribution, quote: Quotation, unit: TokenisedUnit, unitNumber: number): void {
    appendQuote(attribution, quote);
    this.#state = { ...this.#state, last: { attribution, quote, unitNumber, part: unit.part } };
  }
}
