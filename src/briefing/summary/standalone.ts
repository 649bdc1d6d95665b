import type { Substitution } from '#core/shown-sentence';
import { overlaps, type Span } from '#core/span';
import type { Speaker, SpeakerRef } from '#core/speaker';
import { flagsOfWord, PERSON } from '../mentions/word-flags.ts';
import {
  DEMONSTRATIVE,
  GOES_ON,
  LATE_SUBJECT,
  PLAIN_OFFICE,
  POINTS_BACK,
  POSSESSIVE,
  QUESTION_OR_ANSWER,
  STANDS_ALONE,
} from '../words/back-references.ts';
import { CALENDAR } from '../words/function-words.ts';
import type { Passage } from './passages.ts';
import type { Statement } from './statement.ts';

/** The result of {@link assessStandalone}. */
export interface Standalone {
  readonly substitutions: readonly Substitution[];
  /** Whether an unresolved reference to earlier text remains. */
  readonly isDangling: boolean;
}

/**
 * Checks whether a passage can be understood without its context, and inserts the names that it needs.
 *
 * “We will act,” the official said. → “We will act,” [Kim Tae-hyo] said.
 * He won the vote in May.           → dangles
 *
 * @param shared words contained in the names of several people of the story.
 */
export function assessStandalone(
  passage: Passage,
  statements: readonly Statement[],
  shared: ReadonlySet<string>,
): Standalone {
  const substitutions: Substitution[] = [];
  let unknown = false;
  for (const { source, cue, speaker } of statements) {
    const [words] = source;
    if (!words || words.end > passage.span.end) continue;
    const text = passage.text.slice(words.start - passage.span.start, words.end - passage.span.start);
    const isShared = shared.has(text);
    if (isShared && substitutions.length === 0) substitutions.push(...fullName(words, speaker, passage.text));
    if (isShared || !isBare(text) || substitutions.length > 0) continue;
    if (introducesName(textBefore(passage, words.start)) && !isOtherName(passage, words, speaker)) continue;
    if (isNamedLater(passage.text, words.start - passage.span.start)) continue;
    // “It is expected that …” refers to no one.
    if (words.start - passage.span.start < 3 && STANDS_ALONE.test(passage.text)) continue;
    const isSpeaker = !isPassive(passage, cue[0]);
    const who =
      isSpeaker && speaker.kind === 'named' && agreesWith(speaker.speaker, text) ? speaker.speaker : undefined;
    if (who && passage.text.includes(who.name)) continue;
    const named = who && substituteName(who, text, words.start === passage.span.start);
    if (!named) unknown = true;
    // A later “he” in the same passage refers to the name inserted before it.
    else substitutions.push({ span: words, replacement: named });
  }
  // Nothing is above the first sentence of a story: its “they”, “this day” and “the former chairman” are
  // clear from itself.
  const refersAhead = passage.index === 0 && (!isOpenedBackwards(passage.text) || /^\W{0,3}The /.test(passage.text));
  return {
    substitutions,
    isDangling:
      splitsQuotation(passage, statements) ||
      (!refersAhead &&
        (unknown ||
          pointsBack(passage, substitutions) ||
          pointsOut(textBefore(passage, passage.span.end)) ||
          (substitutions.length === 0 && belongsToAnother(textBefore(passage, passage.span.end))))),
  };
}

/** “The gate of Oster will be opened, he said”: the name before “he” is not that of the speaker. */
function isOtherName(passage: Passage, { start, end }: Span, ref: SpeakerRef): boolean {
  if (ref.kind !== 'named' || ref.speaker.type !== 'person') return false;
  const pronoun = passage.text.slice(start - passage.span.start, end - passage.span.start);
  if (!/^s?he$/i.test(pronoun)) return false;
  const before = textBefore(passage, start);
  return [ref.speaker.name, ...ref.speaker.aliases].every((name) =>
    name.split(' ').every((word) => word.length < 3 || !before.includes(word)),
  );
}

/** “[Kim Byung-ho] called for …”, if there is another speaker named Kim. */
const fullName = (span: Span, speaker: SpeakerRef, text: string): readonly Substitution[] =>
  speaker.kind === 'named' && !text.includes(speaker.speaker.name) ? [{ span, replacement: speaker.speaker.name }] : [];

/** The words contained in the names of several speakers: `Kim`. */
export function sharedNames(statements: readonly Statement[]): ReadonlySet<string> {
  const people = new Set(
    statements.flatMap(({ speaker }) =>
      speaker.kind === 'named' && speaker.speaker.type === 'person' ? [speaker.speaker.name] : [],
    ),
  );
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const word of [...people].flatMap((name) => name.split(' '))) {
    if (seen.has(word)) shared.add(word);
    seen.add(word);
  }
  return shared;
}

const PRONOUN = /^(?:he|she|it|they|his|her|its|their)$/i;

/** “he”, “the official”: does not identify a person by itself, unlike “the president”. */
function isBare(source: string): boolean {
  if (PRONOUN.test(source)) return true;
  return /^(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose) [\p{Ll}-]+$/u.test(source) && !PLAIN_OFFICE.test(source);
}

/** “They were announced on Friday”: not those who announced them. */
const isPassive = ({ text, span }: Passage, cue: Span | undefined): boolean =>
  cue !== undefined &&
  /^(?:was|were|is|are|been|being)\b/i.test(text.slice(cue.start - span.start, cue.end - span.start));

/** People are not “it”; documents are neither “he” nor “they”. */
function agreesWith({ type }: Speaker, pronoun: string): boolean {
  if (/^(?:he|she|his|her)$/i.test(pronoun)) return type === 'person' || type === 'anonymous';
  if (/^(?:they|their)$/i.test(pronoun)) return type !== 'document';
  return !/^its?$/i.test(pronoun) || type !== 'person';
}

/** The words of a passage before an offset and outside quotation marks. */
function textBefore({ text, span, quoted }: Passage, end: number): string {
  let words = '';
  let at = span.start;
  for (const quote of quoted) {
    if (quote.start >= end) break;
    words += text.slice(at - span.start, quote.start - span.start);
    at = quote.end;
  }
  return words + text.slice(at - span.start, Math.max(at, end) - span.start);
}

/**
 * Returns whether a quotation and its speaker are in different sentences.
 *
 * “There is no list. There has never been one.” · Ana Okeke, who sells roofing sheets, told our correspondent.
 */
function splitsQuotation({ span, quoted }: Passage, statements: readonly Statement[]): boolean {
  if (statements.length > 0)
    return statements.every(
      (statement) => statement.quoted.length > 0 && !statement.quoted.some((q) => overlaps(q, span)),
    );
  const inside = quoted.reduce((sum, { start, end }) => sum + Math.min(end, span.end) - Math.max(start, span.start), 0);
  return inside > 0.8 * (span.end - span.start);
}

/** “this sport”, if the passage has not mentioned a sport before. */
function pointsOut(words: string): boolean {
  const match = DEMONSTRATIVE.exec(words);
  const noun = match?.[0].split(' ').at(-1)?.replace(/s$/, '') ?? '';
  return match !== null && !words.slice(0, match.index).toLowerCase().includes(noun.toLowerCase());
}

/** “Friday was the last day his boat was at the quay”, if no one is named or described before “his”, nor right after. */
function belongsToAnother(words: string): boolean {
  const at = words.search(/(?<![\p{L}’'-])(?:his|her|he|she)(?![\p{L}’'-])/u);
  if (at < 0) return false;
  const before = words.slice(0, at);
  const isDescribed = before.split(/[^\p{L}'’-]+/u).some((word) => flagsOfWord(word.toLowerCase()) & PERSON);
  return !isDescribed && !introducesName(before) && !SUBJECT_NAME.test(words.slice(at));
}

/** “But the gate is closed”, “He opened the gate”, “These flights …”: whole lines are missing above these. */
const isOpenedBackwards = (text: string): boolean =>
  GOES_ON.test(text) || QUESTION_OR_ANSWER.test(text) || (POINTS_BACK.test(text) && !STANDS_ALONE.test(text));

function pointsBack({ text, span }: Passage, substitutions: readonly Substitution[]): boolean {
  const resolved = (at: number) => substitutions.some((insert) => insert.span.start === span.start + at);
  if (GOES_ON.test(text) || QUESTION_OR_ANSWER.test(text)) return true;
  if (isOpenedBackwards(text)) return !resolved(text.search(/\p{L}/u));
  const late = LATE_SUBJECT.exec(text)?.[0];
  if (!late) return false;
  const at = late.lastIndexOf(' ') + 1;
  return !introducesName(late.slice(0, at)) && !isNamedLater(text, at) && !resolved(at);
}

/** “While he supports the plan, Dahl says …”; not “While he supports it, the board of Alder is against it.” */
const isNamedLater = (text: string, at: number): boolean =>
  /^\W*(?:while|when|as|although|though|after|before|if|since|because|until|once) $/i.test(text.slice(0, at)) &&
  SUBJECT_NAME.test(text.slice(at));

/** A clause, a comma, and a subject with a name in its first words. */
const SUBJECT_NAME = /^[^.;:“”"]*?, (?:\p{Ll}+ ){0,3}\p{Lu}/u;

const DAYS: ReadonlySet<string> = new Set(CALENDAR);

/** Returns whether these words contain a name; a capital on the first word does not count. */
function introducesName(words: string): boolean {
  const names =
    words
      .trimStart()
      .slice(1)
      .match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]*/gu) ?? [];
  const [first = ''] = words.match(/\p{L}+/u) ?? [];
  const isFirst = FIRST_MENTION.test(words) && !DAYS.has(first.toLowerCase());
  return isFirst || names.some((name) => !DAYS.has(name.toLowerCase()) && name !== 'I');
}

/** “Kim said he …”: a capitalized first word followed by the rest of a name, or directly by a verb. */
const FIRST_MENTION = /^\W*\p{Lu}[\p{L}’'-]+ (?:said|says|told|added|wrote|and|was|is|has|had|will)\b/u;

/** The text in brackets that replaces “he”, “his” or “the report”; undefined if the name is no clearer. */
function substituteName({ name }: Speaker, instead: string, first: boolean): string {
  // “[A statement] called for it” says no more than “It called for it”; “[Its insurers] said so” has a pronoun again.
  const isPlain = /^(?:[Aa]n?|[Tt]he|[Oo]ne|[Ss]ome) \p{Ll}+$/u.test(name) && POINTS_BACK.test(instead);
  if (isPlain || POINTS_BACK.test(name)) return '';
  const noun = /^\p{L}+ (\p{L}+)$/u.exec(instead)?.[1];
  const described = name.replace(/^(?:A|An|The|One|Some) /i, '');
  // “The company” is not “the harbour office”: one description is no clearer than another.
  if (noun && (described === noun || !(/\p{Lu}/u.test(described) || described.includes(noun)))) return '';
  const owned = POSSESSIVE.test(instead) ? `${name}’s` : name;
  if (first) return owned.charAt(0).toUpperCase() + owned.slice(1);
  return owned.replace(/^(?:A|An|The|One|Some) /, (article) => article.toLowerCase());
}
