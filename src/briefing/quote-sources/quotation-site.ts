import { firstPart } from '#text/truncate';
import type { Unit } from '../attributions/units.ts';
import type { UnresolvedAttribution } from '../attributions/unresolved-attribution.ts';
import type { Entity } from '../coreference/entity.ts';
import type { Quotation } from '../quotes/marks.ts';
import { type ArticleContext, unitAt } from './article-context.ts';

/** The previous quotation, and its speaker. */
export interface Previous {
  readonly attribution: UnresolvedAttribution;
  readonly entity?: Entity;
  /** The speaker of the quotation before that. */
  readonly entityBefore?: Entity;
}

/** The main quotation of an attribution, its position, and its properties that do not depend on the source. */
export interface QuotationSite {
  readonly index: number;
  readonly attribution: UnresolvedAttribution;
  readonly quotation: Quotation;
  readonly unit: Unit;
  readonly unitNumber: number;
  /** The tokens of the attribution's first and last quotation in the unit. */
  readonly first: number;
  readonly last: number;
  readonly previous?: Previous;
  /** How many words: 1, 2 (up to three), 4, 8, 16 and more. */
  readonly size: string;
  /** How it ends: `,` `?` `.`, `open`, or `none`. */
  readonly ending: string;
  /** What contains it: a cue, nothing (alone, or first in a paragraph), or a sentence (as a clause or as a phrase). */
  readonly frame: 'cued' | 'paragraph' | 'alone' | 'sentence' | 'phrase';
  /** Frame, ending and first letter. */
  readonly state: string;
  /** Distance to the previous quotation in paragraphs, up to 3. */
  readonly distance: string;
}

export function siteOf(
  context: ArticleContext,
  index: number,
  previous: Previous | undefined,
): QuotationSite | undefined {
  const attribution = context.attributions[index];
  const quotation = attribution && mainQuotation(context, attribution);
  if (!attribution || !quotation) return undefined;
  const unitNumber = unitAt(context.units, quotation.outer.start);
  const unit = context.units[unitNumber];
  if (!unit) return undefined;
  const held = new Set(attribution.quotes);
  const first = unit.tokens.findIndex(({ quote }) => quote === quotation);
  const last = unit.tokens.findLastIndex(({ quote }) => quote !== undefined && held.has(quote));
  const words = context.reading.text.slice(quotation.inner.start, quotation.inner.end);
  const size = sizeOf(words);
  const ending = endingOf(words, quotation.closed);
  const capital = /^[^\p{L}]*\p{Lu}/u.test(firstPart(words, 40));
  const frame = frameOf(context, attribution, quotation, unit, capital && size !== '1');
  const before = previous?.attribution.quotes.at(-1)?.part;
  return {
    index,
    attribution,
    quotation,
    unit,
    unitNumber,
    first,
    last,
    ...(previous ? { previous } : {}),
    size,
    ending,
    frame,
    state: `${frame}:${ending}${capital ? 'C' : 'c'}`,
    distance: before === undefined ? 'none' : String(Math.min(3, quotation.part - before)),
  };
}

/** The first; if it spans several paragraphs, the one next to the cue. */
function mainQuotation({ units }: ArticleContext, { quotes, cue }: UnresolvedAttribution): Quotation | undefined {
  const unit = cue && units[unitAt(units, cue.start)]?.span;
  const beside = unit && quotes.find(({ outer }) => outer.start >= unit.start && outer.end <= unit.end);
  return beside ?? quotes[0];
}

function sizeOf(words: string): string {
  let count = 1;
  for (let at = 0; at < words.length && count < 16; at += 1) if (words.charCodeAt(at) === 32) count += 1;
  if (count <= 1) return '1';
  if (count <= 3) return '2';
  if (count <= 7) return '4';
  return count < 16 ? '8' : '16';
}

function endingOf(words: string, closed: boolean): string {
  if (!closed) return 'open';
  const last = words.at(-1) ?? '';
  if (last === ',') return ',';
  if ('?!'.includes(last)) return '?';
  return '.…'.includes(last) ? '.' : 'none';
}

function frameOf(
  { reading }: ArticleContext,
  { cue }: UnresolvedAttribution,
  { outer, part }: Quotation,
  { tokens }: Unit,
  sentence: boolean,
): QuotationSite['frame'] {
  if (cue) return 'cued';
  if (tokens.some(({ kind }) => kind === 'word')) return sentence ? 'sentence' : 'phrase';
  return outer.start - (reading.parts[part]?.span.start ?? 0) < 2 ? 'paragraph' : 'alone';
}
