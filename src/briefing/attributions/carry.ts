import type { Quotation } from '../quotes/marks.ts';
import { isShort } from '../quotes/speech.ts';
import type { Reading } from '../normalise.ts';
import { type Draft, extended, foundOf } from './draft.ts';
import type { Found } from './found.ts';
import { isPunct, isQuote, type Line } from './line.ts';
import { ownerBefore } from './phrases.ts';
import { type Subject, topicOf } from './subject.ts';

/** Quotations of a line that no cue of its own has claimed, by their token. */
type Left = readonly (readonly [number, Quotation])[];

/** Goes through the units in order and gives quotations without a cue of their own to whoever was speaking. */
export class Carrier {
  readonly #reading: Reading;
  readonly #found: Found[] = [];
  /** Where in `#found` the last quotation went, and which it was. */
  #last: { index: number; quote: Quotation; unit: number; paragraph: number } | undefined;
  /** A cue that ended in a colon, and its line. */
  #awaiting: { draft: Draft; line: Line; unit: number } | undefined;
  /** Who the sentence before was about. */
  #topic: { subject: Subject; unit: number; part: number } | undefined;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Takes a unit with what its cues gave, and finds a place for the quotations that are `left`. */
  take(line: Line, unit: number, found: readonly Found[], left: Left, awaiting: Draft | undefined): void {
    for (const one of found) this.#push(one, line);
    for (const [at, quote] of left) this.#place(line, unit, at, quote, found);
    this.#awaiting = awaiting ? { draft: awaiting, line, unit } : undefined;
    const subject = topicOf(line);
    if (subject) this.#topic = { subject, unit, part: line.unit.part };
  }

  finish(): Found[] {
    return this.#found;
  }

  #push(found: Found, line: Line): void {
    this.#found.push(found);
    const quote = found.quotes.at(-1);
    if (quote) this.#last = { index: this.#found.length - 1, quote, unit: found.unit, paragraph: line.unit.part };
  }

  #append(quote: Quotation, line: Line, unit: number): void {
    const last = this.#last;
    const found = last && this.#found[last.index];
    if (!last || !found) return;
    this.#found[last.index] = extended(found, quote);
    this.#last = { ...last, quote, unit, paragraph: line.unit.part };
  }

  /** The rules in the order of how sure they are. */
  #place(line: Line, unit: number, at: number, quote: Quotation, own: readonly Found[]): void {
    const opens = startsUnit(line, at);
    const last = this.#last;
    if (this.#awaiting && opens && unit - this.#awaiting.unit <= 1) return this.#afterColon(line, unit, at, quote);
    if (quote.continues && last && last.quote.part === quote.part - 1) return this.#append(quote, line, unit);
    const bare = standsAlone(line);
    if (bare && last && last.paragraph === line.unit.part) return this.#append(quote, line, unit);
    if (own.length > 0 && last?.unit === unit && isPunct(line, at - 1, ',;:—–')) return this.#append(quote, line, unit);
    if (own.length === 0 && isShort(this.#reading, quote.inner) && !ownerBefore(line, at)) return this.#term(line, unit, at, quote);
    const owner = ownerBefore(line, at) ?? (bare ? undefined : topicOf(line));
    if (owner) return this.#own(line, unit, at, quote, owner, ownerBefore(line, at) ? 'possessor before' : 'subject of the sentence');
    this.#fromContext(line, unit, at, quote, bare);
  }

  /**
   * He told reporters:
   * “We saw it.”
   *  ^^^^^^^^^^  what a colon announced
   */
  #afterColon(line: Line, unit: number, at: number, quote: Quotation): void {
    const waiting = this.#awaiting;
    if (!waiting) return;
    const { draft } = waiting;
    const found = foundOf(line, { ranges: [{ from: at, to: at }], rule: 'colon before' }, [quote], unit);
    const cue = draft.cue && waiting.line.span(draft.cue.from, draft.cue.to);
    this.#push({ ...found, ...(cue ? { cue } : {}), ...(draft.subject ? { source: draft.subject.span } : {}) }, line);
    this.#awaiting = undefined;
  }

  /** A word or two in marks with no cue in the sentence is a term, unless it goes on what somebody was saying. */
  #term(line: Line, unit: number, at: number, quote: Quotation): void {
    if (standsAlone(line) && this.#last) this.#fromContext(line, unit, at, quote, true);
  }

  #own(line: Line, unit: number, at: number, quote: Quotation, subject: Subject, rule: string): void {
    this.#push(foundOf(line, { ranges: [{ from: at, to: at }], subject, rule }, [quote], unit), line);
  }

  /** No words of the unit say whose it is: whoever spoke last, or whom the sentence before was about. */
  #fromContext(line: Line, unit: number, at: number, quote: Quotation, bare: boolean): void {
    const draft = { ranges: [{ from: at, to: at }], rule: 'no speaker' };
    const topic = this.#topic;
    if (topic && topic.unit === unit - 1 && topic.part === line.unit.part) {
      return this.#push(foundOf(line, { ...draft, subject: topic.subject, rule: 'sentence before' }, [quote], unit), line);
    }
    const last = this.#last;
    const spoke = last && this.#found[last.index];
    if (bare && spoke && unit - last.unit <= 1) {
      return this.#push({ ...foundOf(line, { ...draft, rule: 'carried on' }, [quote], unit), sameAs: spoke }, line);
    }
    if (topic && topic.unit === unit - 1) {
      return this.#push(foundOf(line, { ...draft, subject: topic.subject, rule: 'sentence before' }, [quote], unit), line);
    }
    this.#push(foundOf(line, draft, [quote], unit), line);
  }
}

const startsUnit = (line: Line, at: number): boolean => {
  for (let i = 0; i < at; i += 1) if (!isPunct(line, i)) return false;
  return true;
};

/** Whether the unit holds nothing but quotations. */
const standsAlone = (line: Line): boolean => line.tokens.every((_, i) => isQuote(line, i) || isPunct(line, i));
