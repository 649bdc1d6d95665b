import type { Mention } from '../mentions/mention.ts';
import {
  BE,
  CONJUNCTIONS,
  DETERMINERS,
  HAVE,
  MODALS,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
} from '../words/grammar.ts';
import { timeLengthBefore } from './adjuncts.ts';
import type { Subject } from './cue.ts';
import { isAdverb, isPunct, isQuote, type TokenisedUnit } from './tokenised-unit.ts';

/** The greatest distance between subject and verb, in tokens, with an apposition or a relative clause between them. */
const REACH = 40;

/**
 * The subject before the token `at`, skipping adverbs, times, brackets and appositions; `'shared'`
 * where a conjunction or a comma shows that the verb shares an earlier subject.
 *
 * Kim Tae-hyo, the deputy director, on Tuesday told reporters …
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function subjectBefore(unit: TokenisedUnit, at: number): Subject | 'shared' | undefined {
  const to = skipBack(unit, at - 1);
  if (to < 0 || isQuote(unit, to)) return undefined;
  if (isPunct(unit, to, ',—–')) return beyondApposition(unit, to) ?? 'shared';
  const word = unit.word(to);
  if (CONJUNCTIONS.has(word) || word === 'then') return 'shared';
  if (word === 'who' || word === 'which' || word === 'that') return antecedent(unit, to);
  return phraseEndingAt(unit, to);
}

/** Passes over “also”, “on Monday”, “(R-Fla.)”. */
function skipBack(unit: TokenisedUnit, at: number): number {
  let i = at;
  for (;;) {
    const time = timeLengthBefore(unit, i);
    if (time) i -= time;
    else if (isAdverb(unit.word(i)) && !unit.mentionEndingAt(i)) i -= 1;
    else if (isPunct(unit, i, ')')) {
      const open = openBracket(unit, i);
      if (open === undefined) return i;
      i = open - 1;
    } else return i;
  }
}

function openBracket(unit: TokenisedUnit, at: number): number | undefined {
  for (let i = at - 1; i >= Math.max(0, at - 12); i -= 1) if (isPunct(unit, i, '(')) return i;
  return undefined;
}

/**
 * Jean Ha-gyu, spokesperson for the ministry in Seoul, said …
 * ^^^^^^^^^^^  commas enclose an apposition between subject and verb
 */
function beyondApposition(unit: TokenisedUnit, comma: number): Subject | undefined {
  let fallback: Subject | undefined;
  for (let i = comma - 1; i > Math.max(0, comma - REACH); i -= 1) {
    if (isQuote(unit, i)) break;
    if (!isPunct(unit, i, ',—–(') || isPunct(unit, i + 1)) continue;
    const back = isPunct(unit, i - 1, ')') ? (openBracket(unit, i - 1) ?? i) : i;
    const subject = phraseEndingAt(unit, back - 1);
    if (!subject?.mention) continue;
    const whole = {
      ...subject,
      span: { start: subject.span.start, end: unit.spanOf(comma - 1, comma - 1).end },
      to: comma - 1,
    };
    if (subject.mention.kind === 'name') return whole;
    fallback ??= whole;
  }
  return fallback;
}

/** “a report that says …”, “Kim, who said …”: the words before the relative pronoun. */
function antecedent(unit: TokenisedUnit, at: number): Subject | undefined {
  const to = isPunct(unit, at - 1, ',') ? at - 2 : at - 1;
  const subject = phraseEndingAt(unit, skipBack(unit, to));
  if (!subject) return undefined;
  return { ...subject, span: { start: subject.span.start, end: unit.spanOf(at, at).end }, to: at };
}

/** The noun phrase that ends with the token `to`, including its prepositional phrases. */
function phraseEndingAt(unit: TokenisedUnit, to: number): Subject | undefined {
  const mention = unit.mentionEndingAt(to);
  let subject: Subject | undefined = mention
    ? {
        span: { start: mention.span.start, end: Math.min(mention.span.end, unit.tokens[to]?.end ?? 0) },
        from: firstToken(unit, to, mention),
        to,
        mention,
      }
    : plainPhrase(unit, to);
  if (!subject) return undefined;
  if (mention?.kind === 'description') subject = fromDeterminer(unit, subject);
  // “a representative at the mission to the United Nations”: the head is the first of the chain.
  for (let hops = 0; hops < 4; hops += 1) {
    const link = unit.word(subject.from - 1);
    if (!/^(?:of|at|for|to|in|from|with|on|and|against|by|around|across|near|inside|outside|about|behind)$/.test(link))
      break;
    const joined = link !== 'and' && unit.word(subject.from - 2) === 'and' ? 1 : 0;
    const before = unit.mentionEndingAt(subject.from - 2 - joined);
    if (!before || (link !== 'and' && before.kind === 'pronoun')) break;
    if (!/^(?:of|and|for)$/.test(link) && before.kind === 'name' && mention?.kind === 'name') break;
    const from = firstToken(unit, subject.from - 2 - joined, before);
    subject = { span: { start: before.span.start, end: subject.span.end }, from, to, mention: before };
  }
  return subject;
}

/** “the gambling tycoon”, where only “tycoon” is a mention: extends the phrase to its determiner. */
function fromDeterminer(unit: TokenisedUnit, subject: Subject): Subject {
  for (let i = subject.from - 1; i >= Math.max(0, subject.from - 4); i -= 1) {
    const word = unit.word(i);
    if (unit.tokens[i]?.kind !== 'word' || PREPOSITIONS.has(word) || SUBORDINATORS.has(word)) return subject;
    if (DETERMINERS.has(word))
      return { ...subject, from: i, span: { start: unit.tokens[i]?.start ?? 0, end: subject.span.end } };
  }
  return subject;
}

function firstToken(unit: TokenisedUnit, to: number, mention: Mention): number {
  let i = to;
  while (i > 0 && (unit.tokens[i]?.start ?? 0) > mention.span.start) i -= 1;
  return i;
}

const isVerbal = (word: string): boolean =>
  BE.has(word) || MODALS.has(word) || HAVE.has(word) || SUBORDINATORS.has(word);

/** A noun phrase that is not a mention, back to its determiner: “the pizza maker said” */
function plainPhrase(unit: TokenisedUnit, to: number): Subject | undefined {
  for (let i = to; i >= Math.max(0, to - 7); i -= 1) {
    const token = unit.tokens[i];
    if (token?.kind !== 'word') return undefined;
    if (PRONOUNS.has(token.text) && i === to) return { span: unit.spanOf(i, to), from: i, to };
    if (PRONOUNS.has(token.text) && token.text !== 'one') return undefined;
    if (DETERMINERS.has(token.text) && i < to && !SUBORDINATORS.has(unit.word(i + 1))) {
      return { span: unit.spanOf(i, to), from: i, to };
    }
    if (PREPOSITIONS.has(token.text) && token.text !== 'of' && token.text !== 'in' && token.text !== 'for')
      return undefined;
    if (SUBORDINATORS.has(token.text) || CONJUNCTIONS.has(token.text)) return undefined;
  }
  return undefined;
}

/**
 * “…,” said Kim Tae-hyo, the deputy director.
 *           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  the subject after its verb, up to the next quotation or clause
 */
export function subjectAfter(unit: TokenisedUnit, at: number, apposition = true): Subject | undefined {
  const mention = unit.mentionStartingAt(at);
  if (mention?.kind === 'pronoun') return undefined;
  let to = at;
  const end = mention?.span.end ?? 0;
  if (mention) while ((unit.tokens[to]?.end ?? end) < end) to += 1;
  else {
    if (!/^(?:the|a|an|one|another|his|her|its|their)$/.test(unit.word(at))) return undefined;
    while (unit.tokens[to + 1]?.kind === 'word' && to - at < 6 && !isVerbal(unit.word(to + 1))) to += 1;
    if (to === at || unit.tokens[to + 1]?.kind === 'word') return undefined;
  }
  let last = to;
  if (isPunct(unit, to + 1, ',') && apposition) {
    let i = to + 2;
    while (i < unit.tokens.length && !isQuote(unit, i) && !isPunct(unit, i, ',;—–:')) i += 1;
    if (i - to > 2) last = i - 1;
  } else
    while (unit.tokens[last + 1]?.kind === 'word' && unit.tokens[last + 1]?.text === 'of' && last - at < 10) last += 2;
  last = Math.min(last, unit.tokens.length - 1);
  return { span: unit.spanOf(at, last), from: at, to: last, ...(mention ? { mention } : {}) };
}
