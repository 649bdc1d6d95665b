import type { TokenAttribution } from '../attributions/token-attribution.ts';
import type { TokenisedUnit } from '../attributions/tokenised-unit.ts';
import { reportingVerb } from '../attributions/verbs.ts';
import type { Reading } from '../normalise.ts';
import { classOf, pathOf } from '../quote-sources/token-class.ts';
import type { Quotation } from './marks.ts';

/** A quotation in the context of its unit. */
export interface QuotedSite {
  readonly reading: Reading;
  readonly unit: TokenisedUnit;
  /** The index of its token. */
  readonly at: number;
  readonly quote: Quotation;
  /** The attribution that contains it, if a cue claims it. */
  readonly attribution: TokenAttribution | undefined;
  /** Whether its unit has any attribution. */
  readonly cued: boolean;
  /** Whether a preceding cue ends with a colon: “He told reporters:” */
  readonly followsColon: boolean;
}

/** Features that distinguish quoted speech from a title, a name or a term. */
export function speechFeatures(site: QuotedSite): string[] {
  const { reading, quote } = site;
  const { inner } = quote;
  const words = reading.text.slice(inner.start, Math.min(inner.end, inner.start + 400)).split(/\s+/);
  const size = sizeOf(words.length);
  const frame = frameOf(site);
  return [
    'all',
    ...shapeFeatures(site, words, size, frame),
    ...wordFeatures(words, size),
    ...cueFeatures(site, size, frame),
    ...neighbourFeatures(site, size, frame, capitalsOf(words)),
  ];
}

function sizeOf(count: number): string {
  if (count <= 4) return String(count);
  if (count <= 6) return '5-6';
  if (count <= 9) return '7-9';
  return count <= 14 ? '10-14' : '15+';
}

function frameOf({ unit, attribution, cued, quote, reading }: QuotedSite): string {
  if (attribution) return 'owned';
  if (unit.tokens.some(({ kind }) => kind === 'word')) return cued ? 'cued' : 'bare';
  const { start, end } = reading.parts[quote.part]?.span ?? quote.outer;
  return quote.outer.start <= start && quote.outer.end >= end ? 'paragraph' : 'alone';
}

const MINOR =
  /^(?:a|an|the|of|in|on|at|to|for|and|or|but|with|from|by|as|vs|de|da|do|du|des|la|le|les|el|los|las|del|di|der|die|das|und|et|y|e)$/i;

/** Whether all words, some of them, or only the first are capitalized. */
function capitalsOf(words: readonly string[]): string {
  const great = words.map((word) => word.replace(/^[^\p{L}\p{N}]+/u, '')).filter((word) => word && !MINOR.test(word));
  const capitals = great.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (great.length === 0) return 'none';
  if (great.every((word) => word.length > 1 && word === word.toUpperCase())) return 'shout';
  if (capitals === great.length) return 'all';
  if (capitals === 0) return 'no';
  return /^\p{Lu}/u.test(great[0] ?? '') && capitals === 1 ? 'first' : 'some';
}

function shapeFeatures(
  { reading, quote }: QuotedSite,
  words: readonly string[],
  size: string,
  frame: string,
): string[] {
  const { text, parts } = reading;
  const mark = "'‘‚‹".includes(text.charAt(quote.outer.start)) ? 'single' : 'double';
  const kind = parts[quote.part]?.kind;
  const capitals = capitalsOf(words);
  const last = words.at(-1) ?? '';
  const ending = /[,.?!…]/.exec(last.at(-1) ?? '')?.[0] ?? 'none';
  const behind = text.charAt(quote.outer.end);
  const inside = words.slice(0, -1).some((word) => /[,.;:?!]$/.test(word));
  const glued = /[=\w]/.test(text.charAt(quote.outer.start - 1));
  return [
    `size ${size}`,
    `size ${size} ${frame}`,
    `size ${size} ${frame} ${capitals}`,
    `capitals ${capitals} ${frame}`,
    `capitals ${capitals} ${size} ${ending}`,
    `ending ${ending} ${frame} ${size}`,
    `ending ${ending} ${/[\w,.;]/.exec(behind)?.[0].replace(/\w/, 'a') ?? behind} ${frame}`,
    `mark ${mark}`,
    `mark ${mark} ${size} ${frame}`,
    `part ${kind} ${frame} ${mark}`,
    `closed ${quote.closed} ${quote.continues} ${frame}`,
    `inside ${inside} ${size}`,
    `glued ${glued}`,
    `letters ${words.some((word) => /\p{L}/u.test(word))} ${words.some((word) => /\d/.test(word))}`,
  ];
}

/** The words themselves: “I”, “we” and verbs indicate speech. */
function wordFeatures(words: readonly string[], size: string): string[] {
  const plain = words.map((word) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
  const features = [`first word ${plain[0]} ${size}`, `last word ${plain.at(-1)}`];
  const first = plain.some((word) => /^(?:i|we|you|my|our|your|me|us|i[’']\w+|we[’']\w+|you[’']\w+)$/.test(word));
  const verb = plain.some((word) =>
    /^(?:is|are|was|were|be|been|has|have|had|will|would|should|can|could|must|may|do|does|did|\w+n[’']t|it[’']s|that[’']s|there[’']s)$/.test(
      word,
    ),
  );
  features.push(`person ${first} ${size}`, `verb ${verb} ${size}`, `person verb ${first} ${verb}`);
  if (plain.length <= 4) for (const word of plain) features.push(`word ${word}`);
  if (plain.length <= 3) features.push(`words ${plain.join(' ')}`, `ends ${(plain.at(-1) ?? '').slice(-3)} ${size}`);
  return features;
}

/** The cue that claims it. */
function cueFeatures({ unit, at, attribution, cued }: QuotedSite, size: string, frame: string): string[] {
  const quotes = unit.tokens.filter(({ kind }) => kind === 'quote').length;
  const features = [`frame ${frame}`, `quotes ${Math.min(3, quotes)} ${frame}`, `cued ${cued} ${size}`];
  if (!attribution) return features;
  const { cue, rule, subject } = attribution;
  const verb = cue ? (reportingVerb(unit.word(cue.to))?.lemma ?? unit.word(cue.to)) : 'none';
  const whole = attribution.ranges.some(({ from, to }) => from === at && to === at);
  const distance = cue ? Math.min(9, Math.abs(at - (at < cue.from ? cue.from : cue.to))) : 'none';
  features.push(
    `rule ${rule}`,
    `rule ${rule} ${size}`,
    `owner verb ${verb} ${size}`,
    `owner whole ${whole} ${size}`,
    `owner verb ${verb} ${whole}`,
    `owner distance ${distance} ${size}`,
    `owner subject ${subject?.mention?.kind} ${subject?.mention?.animate}`,
  );
  return features;
}

/** The surrounding words: “so-called”, “entitled”, “the song”. */
function neighbourFeatures({ unit, at }: QuotedSite, size: string, frame: string, capitals: string): string[] {
  const { tokens } = unit;
  const word = (place: number): string =>
    tokens[place]?.kind === 'word' ? (tokens[place]?.text ?? '') : classOf(unit, place);
  const [left, right] = [word(at - 1), word(at + 1)];
  const [leftClass, rightClass] = [classOf(unit, at - 1), classOf(unit, at + 1)];
  const features = [
    `left ${left}`,
    `left ${left} ${size}`,
    `right ${right}`,
    `right ${right} ${size}`,
    `left two ${word(at - 2)} ${left}`,
    `left owner ${tokens[at - 1]?.possessive} ${size}`,
    `right two ${right} ${word(at + 2)}`,
    `around ${leftClass} ${rightClass} ${size}`,
    `around ${leftClass} ${rightClass} ${frame}`,
    `left ${left} ${capitals}`,
    `left ${left} ${frame}`,
    `right ${right} ${frame}`,
    `around ${left} ${rightClass}`,
    `around ${leftClass} ${right}`,
    `left ${leftClass} ${capitals} ${size} ${frame}`,
    `right ${rightClass} ${capitals} ${size} ${frame}`,
    `path ${pathOf(unit, Math.max(0, at - 3), at)} ${size}`,
    `behind ${pathOf(unit, at + 1, Math.min(tokens.length, at + 3))} ${size}`,
  ];
  for (let away = 1; away <= 5; away += 1) {
    if (tokens[at - away]?.kind === 'word') features.push(`near left ${word(at - away)}`);
    if (away <= 3 && tokens[at + away]?.kind === 'word') features.push(`near right ${word(at + away)}`);
  }
  return features;
}
