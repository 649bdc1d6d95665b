import type { Reading } from '../normalise.ts';
import type { Quotation } from '../quotes/marks.ts';
import type { Found, Growing } from './attribution-span.ts';
import { type Draft, foundOf, grow } from './draft.ts';
import type { Line } from './tokenised-unit.ts';
import { type Before, STRAY_RULES, type Stray } from './uncued-quotes.ts';

/** Rules whose speaker is the sentence's own, not one within what another says. */
const MAIN = /^(?:clause before|clause around|according to|quotation)/;

/** Goes through the units in order and gives quotations without a cue of their own to whoever was speaking. */
export class Carrier {
  readonly #reading: Reading;
  readonly #found: Growing[] = [];
  /** What an attribution became when the one behind it took it in. */
  readonly #grown = new Map<Found, Found>();
  /** Whose speaker goes on in an attribution that names none. */
  readonly #after = new Map<Found, Found>();
  #before: Before = {};

  constructor(reading: Reading) {
    this.#reading = reading;
  }

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
      const stray = { reading: this.#reading, line, unit, at, quote, cued: found.length > 0, before: this.#before };
      this.#place(stray);
    }
    const spoke = found.findLast(({ source, rule }) => source && MAIN.test(rule));
    this.#before = {
      ...(this.#before.last ? { last: this.#before.last } : {}),
      ...(awaiting ? { awaiting: { draft: awaiting, line } } : {}),
      ...(spoke ? { spoke: { found: spoke, part: line.unit.part } } : {}),
      line,
    };
  }

  /** Everything taken so far, in the order of the units. */
  finish(): Found[] {
    const numbers = new Map<Found, number>(this.#found.map((found, number) => [found, number]));
    const before = new Map([...this.#after].map(([found, after]) => [this.#latest(found), this.#latest(after)]));
    return this.#found.map((found) => {
      const after = before.get(found);
      const sameAs = after && numbers.get(after);
      return sameAs === undefined ? found : { ...found, sameAs };
    });
  }

  #latest(found: Found): Found {
    let latest = found;
    for (let next = this.#grown.get(latest); next; next = this.#grown.get(latest)) latest = next;
    return latest;
  }

  #place(stray: Stray): void {
    const { line, unit, at, quote, before } = stray;
    for (const rule of STRAY_RULES) {
      const place = rule(stray);
      if (place === undefined) continue;
      if (place === 'last' && before.last) this.#append(before.last.found, quote, line, unit);
      else if (typeof place === 'object') {
        this.#push(place.found, line, unit);
        if (place.after) this.#after.set(place.found, place.after);
      }
      return;
    }
    this.#push(foundOf(line, { ranges: [{ from: at, to: at }], rule: 'no speaker' }, [quote], unit), line, unit);
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
    this.#after.delete(last.found);
    const whole = {
      ...found,
      content: [...last.found.content, ...found.content],
      quotes: [...last.found.quotes, ...found.quotes],
      unit: last.found.unit,
    };
    this.#grown.set(last.found, whole);
    return whole;
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
