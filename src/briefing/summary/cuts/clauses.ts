import { contains, overlaps, type Span } from '#core/span';
import { countWords, hasFiniteVerb, startsWithVerb, TURNS_MEANING } from '../../words/clauses.ts';
import { isWhole } from './is-whole.ts';

/** A removable part of a sentence; `cost` is the information lost by removing it. */
export interface Clause extends Span {
  readonly cost: number;
}

/**
 * The cost of each kind of clause. An editor read 298 sentences without one of their clauses: they lost nothing that
 * matters in 15 of 15 cases without the occasion, in 60 to 67% without an insertion, in 53 to 64% without a clause of
 * circumstance at the end, in 37 to 46% without what may hold the news, and in 12% without what follows a semicolon.
 */
const COST = { occasion: 1, insertion: 2, circumstance: 3, date: 4, holdsNews: 5, lastResort: 9 } as const;

/** A comma, dash or bracket between two clauses; the span ends where the following words start. */
interface Border extends Span {
  readonly mark: ',' | ';' | '–' | '(';
}

/** A sentence with its clause borders. */
interface Cut {
  readonly text: string;
  readonly borders: readonly Border[];
  /** The end of the last word, before the closing punctuation. */
  readonly end: number;
}

const BORDER = /,(?=\s)|;(?=\s)|\s(?:[—–]|--)(?=\s)|\s?\([^()]{1,160}\)/g;

/**
 * The clauses of a sentence that go beyond its news, each removable independently. Clauses that change the meaning
 * of the rest (a negation, a condition, a contrast) are excluded, and no border is inside quotation marks.
 *
 * @param quoted the quotations, including marks, as offsets into `text`.
 */
export function removableClauses(text: string, quoted: readonly Span[]): readonly Clause[] {
  const masked = mask(text, quoted);
  const end = /[.!?…]*\s*$/.exec(masked)?.index ?? masked.length;
  const borders = Array.from(masked.matchAll(BORDER), ({ index, 0: mark }) => borderOf(index, mark));
  const cut: Cut = { text: masked, borders, end };
  const found = borders.flatMap((border, index) => clausesAt(cut, border, index));
  return [...found, ...leadingClause(cut)].filter(
    (clause) => !TURNS_MEANING.test(text.slice(clause.start, clause.end)) && !splits(quoted, clause),
  );
}

const borderOf = (start: number, mark: string): Border => {
  const sign = mark.trim().charAt(0);
  return { start, end: start + mark.length, mark: sign === ',' || sign === ';' || sign === '(' ? sign : '–' };
};

const splits = (quoted: readonly Span[], clause: Span): boolean =>
  quoted.some((quotation) => overlaps(quotation, clause) && !contains(clause, quotation));

/** The sentence with quoted letters masked: their commas and verbs do not belong to the sentence. */
function mask(text: string, quoted: readonly Span[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of quoted) {
    if (start < at) continue;
    masked += text.slice(at, start) + text.slice(start, end).replace(/\S/g, 'Q');
    at = end;
  }
  return masked + text.slice(at);
}

function clausesAt(cut: Cut, border: Border, index: number): readonly Clause[] {
  if (border.mark === '(') return bracketed(cut, border);
  const next = cut.borders.slice(index + 1).find(({ mark }) => mark !== '(');
  if (border.mark === '–') return dashed(cut, border);
  if (border.mark === ';')
    return cut.text.slice(0, border.start).includes(':') ? [] : trailing(cut, border, COST.lastResort);
  return [...inserted(cut, border, next), ...closing(cut, border)];
}

/** (formerly the ministry of works and housing); an acronym in brackets is too short to remove. */
const bracketed = ({ text }: Cut, { start, end }: Border): readonly Clause[] =>
  countWords(text.slice(start, end)) > 3 ? [{ start, end, cost: COST.circumstance }] : [];

/** Dashes come in pairs; the last of an odd number extends to the end. */
function dashed(cut: Cut, border: Border): readonly Clause[] {
  const dashes = cut.borders.filter(({ mark }) => mark === '–');
  const at = dashes.indexOf(border);
  const next = dashes[at + 1];
  if (at % 2 === 1) return [];
  return next
    ? [{ start: border.start, end: next.end, cost: COST.insertion }]
    : trailing(cut, border, COST.circumstance);
}

const ANOTHER_VERB = /, (?:and )?(?:has|have|had|is|are|was|were|will|would|\p{Ll}+ed|said|told)\b/u;
const RELATIVE = /^\s*(?:in |of |for |with |to )?(?:who|which|whose|whom|where)\b/;
const APPOSITION =
  /^\s*(?:(?:an?|the|one of|its|his|her|their|\p{Lu}[\p{L}’'-]+[’']s?)\s|\p{Ll}[\p{Ll} -]{2,40} (?:of|for|at|in|from) )/u;
const STARTS_OTHERWISE = /^\s*(?:and|or|but|nor|with|in|on|at|from|by|to|as|for|after|before|while|when|\p{Ll}+ing)\b/u;
const JOINS = /^\s*(?:and|or|but|nor|as well as)\b/;

// The bank, which lends to farmers, said it would close.   Ana Okeke, a trader, said so.
//         ++++++++++++++++++++++++                                  ++++++++++
function inserted({ text }: Cut, border: Border, next: Border | undefined): readonly Clause[] {
  if (next?.mark !== ',') return [];
  const words = text.slice(border.end, next.start);
  const after = text.slice(next.end);
  if (JOINS.test(after)) return [];
  const span = { start: border.start, end: next.end };
  // “Ana Okeke, who sold roofs, fought the levy and won, has died”: the clause goes on after the comma.
  if (RELATIVE.test(words) && startsWithVerb(after))
    return ANOTHER_VERB.test(after) ? [] : [{ ...span, cost: COST.insertion }];
  const isApposition =
    APPOSITION.test(words) && !STARTS_OTHERWISE.test(words) && countWords(words) > 1 && !hasFiniteVerb(words);
  return isApposition && startsWithVerb(after) ? [{ ...span, cost: COST.holdsNews }] : [];
}

const LATE_BORDER =
  /\s(?=(?:that|who|which|where|when|as|after|before|while|under|following|during|in order to|in the midst of|for the purpose of) )/gu;
/** The minimum number of words before a tail: shorter heads have not stated the main point. */
const MIN_HEAD_WORDS = 14;

// They called for an inquiry into the claims that were made by traders to reporters who …
//                                           ++++++++++++++++++++++++++++++++++++++++++++
/** Returns tails that begin without a comma: removed only if a sentence is far too long. */
export function tailClauses(text: string, quoted: readonly Span[]): readonly Clause[] {
  const masked = mask(text, quoted);
  return Array.from(masked.matchAll(LATE_BORDER), ({ index }) => ({
    start: index,
    end: text.length,
    cost: COST.lastResort,
  }))
    .filter(({ start, end }) => !TURNS_MEANING.test(text.slice(start, end)) && !splits(quoted, { start, end }))
    .filter(({ start }) => {
      const head = masked.slice(0, start);
      return countWords(head) >= MIN_HEAD_WORDS && isWhole(head);
    });
}

const PARTICIPLE = /^\s*(?:\w+ly |thereby |thus )?\p{Ll}+ing\b/u;
/** “… charged with being armed, engaging in violence”: the next participle belongs to the same list. */
const IN_A_ROW = /\b\p{Ll}+ing\b[^,]*(?:,[^,]*ing\b[^,]*)*,\s\p{Ll}+ing\b[^,]*$/u;
const EXAMPLES = /^\s*including\b/;
const ADVERBIAL = /^\s*(?:even )?(?:while|where|with)\b/;
const REASON =
  /^\s*(?:even )?(?:as|when|after|before|since|amid|following|days|weeks|months|hours|because|given|citing|due to|thanks to)\b/;
const COORDINATE = /^\s*(?:and|so)\s(?!that\b)/;
const LATE_APPOSITION = /^\s*(?:an?|one of|the (?:first|latest|largest|second|third))\s/;

// The court quashed the order, ending a dispute that began in May.
//                            +++++++++++++++++++++++++++++++++++
function closing(cut: Cut, border: Border): readonly Clause[] {
  const rest = cut.text.slice(border.end, cut.end);
  const next = /,\s/.exec(rest);
  const first = rest.slice(0, next?.index ?? rest.length);
  if (RELATIVE.test(rest))
    return next && startsWithVerb(rest.slice(next.index + 1)) ? [] : trailing(cut, border, COST.circumstance);
  if (PARTICIPLE.test(rest)) {
    const cost = EXAMPLES.test(rest) ? COST.circumstance : COST.holdsNews;
    return IN_A_ROW.test(cut.text.slice(0, border.start)) ? [] : trailing(cut, border, cost);
  }
  if (ADVERBIAL.test(rest) && !isList(first, rest)) return trailing(cut, border, COST.circumstance);
  if (REASON.test(rest) && !isList(first, rest)) return trailing(cut, border, COST.holdsNews);
  if (LATE_APPOSITION.test(rest) && !hasFiniteVerb(first) && !JOINS.test(rest.slice(first.length + 1))) {
    return next ? [] : trailing(cut, border, COST.holdsNews);
  }
  // “Accra, Tema, and Ho have been closed”: the last of a list, not a clause.
  const before = cut.text.slice(cut.text.lastIndexOf(',', border.start - 1) + 1, border.start);
  if (countWords(before) < 4 && !hasFiniteVerb(before)) return [];
  const opening = rest.split(/\s+/).slice(0, 8).join(' ');
  return COORDINATE.test(rest) && hasFiniteVerb(opening) && countWords(rest) > 5
    ? trailing(cut, border, COST.holdsNews)
    : [];
}

const isList = (first: string, rest: string): boolean =>
  JOINS.test(rest.slice(first.length + 1)) && countWords(first) < 4;

/** A clause up to the end of the sentence, if the text before it is a complete sentence. */
function trailing({ text }: Cut, { start }: Border, cost: number): readonly Clause[] {
  const dear = OUTCOME.test(text.slice(start)) ? Math.max(cost, COST.holdsNews) : cost;
  return isWhole(text.slice(0, start)) ? [{ start, end: text.length, cost: dear }] : [];
}

/** Deaths, arrests and conflicts, and what is said or found: often the news itself. */
const OUTCOME =
  /\b(?:kill(?:ed|ing|s)?|dead|deaths?|died|injur\w+|wounded|clash\w*|arrest\w*|charged|sentenced|resign\w*|collapsed|evacuat\w+|argue[sd]?|said|says|found|shows|claim(?:s|ed)|warn(?:s|ed))\b/;

const LEADING =
  /^(?:In|On|At|After|During|Following|Amid|Since|Speaking|Last|Earlier|Late|Early|Over|From|As|While|When|Meanwhile|Two|Three|Days|Weeks|Months|Hours)\b/;
/** “Speaking in Oslo, …”, “In a statement on Friday, …”, “At a briefing, …” */
const OCCASION =
  /^(?:On|At|Speaking|Meanwhile|Earlier|Late|In an? (?:\p{Ll}+ ){0,2}(?:statement|interview|letter|post|tweet|speech|address|message|release|ruling|decision|report|briefing|email))\b/u;
const SUBORDINATE = /^(?:As|While|When|After|Since) /;
const PRONOUN = /^\s*(?:he|she|it|they|his|her|its|their|there|this|that|these|those|who|which)\b/i;

// In a ruling on Friday, the court quashed the order.
// ++++++++++++++++++++++
function leadingClause({ text, borders, end }: Cut): readonly Clause[] {
  const [first] = borders;
  if (first?.mark !== ',' || !LEADING.test(text)) return [];
  const rest = text.slice(first.end, end);
  if (PRONOUN.test(rest) || JOINS.test(rest) || countWords(text.slice(0, first.start)) > 18) return [];
  const [opening = ''] = rest.split(/[,;]/, 1);
  const isSentence = /^\s*(?:(?:the|an?)\s|\p{Lu}|\d)/u.test(rest) && hasFiniteVerb(opening);
  const isClause = SUBORDINATE.test(text);
  return isSentence && (isClause || !hasFiniteVerb(text.slice(0, first.start)))
    ? [{ start: 0, end: first.end, cost: OCCASION.test(text) ? COST.occasion : isClause ? COST.holdsNews : COST.date }]
    : [];
}
