import type { Substitution } from '#core/shown-sentence';
import { totalLength } from '#core/span';
import { countWords, hasFiniteVerb } from '../words/clauses.ts';
import type { CONTENT_FEATURES } from './content-features.ts';
import type { LeadCandidate } from './lead.ts';
import { openingsOf, withoutOpening } from './openings.ts';
import { FEATURES, type Measured } from './passage-features.ts';
import type { Passage } from './passages.ts';
import { scorePassages } from './score-passages.ts';
import type { Candidate } from './select.ts';
import { assessStandalone, sharedNames } from './standalone.ts';
import type { Statement } from './statement.ts';

/** A passage with the data needed to show it. */
export interface Showable extends Candidate, LeadCandidate, Passage {
  readonly substitutions: readonly Substitution[];
  /** The length of an opening that is cut because it refers to another sentence: “However, ”. */
  readonly opening: number;
  /** Whether it can be understood without its context. */
  readonly standsAlone: boolean;
  /** The statements in it. */
  readonly statements: readonly Statement[];
}

/** The minimum and maximum number of words of a key point. */
const MIN_WORDS = 5;
const MAX_WORDS = 80;
/** A text of at most this length without a verb is not a sentence: “The old flag of Norland.” */
const MAX_CAPTION_WORDS = 30;
const UNREADABLE = { substitutions: [], isDangling: true, opening: 0 };
/** A comma, or a word without a capital that is no part of a name: “, the citizens replied.”, “stated Ana Berg.” */
const STARTS_WITH_MARK = /^[,;:.)\]–—-]/;
const STARTS_WITHIN = /^(?:(?!(?:de|van|von|da|di|del|der|den|du|al|el|bin|la|le|ul|ten|ter|dos)\b)\p{Ll}+[ ,])/u;
/** A question is not a fact, and one of several points of a list is not understood alone: “4- Seeking to …” */
const ASKS_OR_LISTS = /\?["”’')\]]*$|^\(?\d{1,2}\s?[)–—-]\s|^[•▪*◦]/u;
const ENDS = /[.!?…]["”’'»)\]]*$/;
/** A passage with at least this share inside quotation marks is a quotation. */
const MOSTLY = 0.5;
const TITLE = FEATURES.indexOf('title' satisfies (typeof CONTENT_FEATURES)[number]);

/**
 * The passages that can be shown: those that are standalone and complete; if there are none, all of them, as a
 * sentence with an unresolved “he” is more informative than an empty briefing.
 */
export function candidatesOf(
  story: readonly Passage[],
  measured: Measured,
  statements: readonly Statement[],
): readonly Showable[] {
  const spoken = statementsByPassage(story, statements);
  const shared = sharedNames(statements);
  const scores = scorePassages(measured);
  const all = story.flatMap((passage, i): Showable[] => {
    const vector = measured.vectors[i];
    if (!vector) return [];
    const inside = spoken[i] ?? [];
    const words = countWords(passage.text);
    const isCaption = words <= MAX_CAPTION_WORDS && inside.length === 0 && !hasVerb(passage.text);
    const isWhole = ENDS.test(passage.text.slice(-12)) && !startsWithin(passage);
    const isFact = !isCaption && !ASKS_OR_LISTS.test(passage.text);
    const readable = words >= MIN_WORDS && words <= MAX_WORDS && isWhole && isFact;
    // Passages that are not shown are not analyzed: one line may be a megabyte long.
    const { substitutions, isDangling, opening } = readable ? assess(passage, inside, shared) : UNREADABLE;
    const standsAlone = readable && !passage.isPartial && !isDangling;
    const isQuotation = totalLength(passage.quoted) > MOSTLY * passage.text.length;
    const title = measured.rows[i]?.[TITLE] ?? 0;
    const score = scores[i] ?? 0;
    const voice = voiceOf(inside);
    return [
      {
        ...passage,
        substitutions,
        opening,
        words,
        vector,
        title,
        score,
        voice,
        isQuotation,
        standsAlone,
        statements: inside,
      },
    ];
  });
  const alone = all.filter((passage) => passage.standsAlone);
  return alone.length > 0 ? alone : all;
}

/** Returns whether a passage begins in the middle of a sentence; the first of a story may begin with a name only. */
const startsWithin = ({ text, index }: Passage): boolean =>
  STARTS_WITH_MARK.test(text) || (index > 0 && STARTS_WITHIN.test(text));

/** Assesses a passage as it is and, if it refers to another sentence, without its opening. */
function assess(passage: Passage, statements: readonly Statement[], shared: ReadonlySet<string>) {
  const whole = { ...assessStandalone(passage, statements, shared), opening: 0 };
  if (!whole.isDangling) return whole;
  for (const opening of openingsOf(passage)) {
    const rest = withoutOpening(passage, opening);
    const isCut = statements.some(({ source, cue, content }) =>
      [...source, ...cue, ...content].some(({ start, end }) => start < rest.span.start && end > passage.span.start),
    );
    const assessed = assessStandalone(rest, statements, shared);
    // “Yet they are …”: a pronoun is less certain where the sentence is one of a chain.
    if (!isCut && !assessed.isDangling && assessed.substitutions.length === 0 && countWords(rest.text) >= MIN_WORDS)
      return { ...assessed, opening };
  }
  return whole;
}

/** Returns whether a word may be the verb: a known finite form, or a word in -s (present tense or plural). */
const hasVerb = (text: string): boolean =>
  hasFiniteVerb(text) || /(?<![\p{L}’'-])\p{Ll}{3,}s(?![\p{L}’'-])/u.test(text);

/** Groups statements by passage: both lists are in text order, so each is traversed once. */
function statementsByPassage(story: readonly Passage[], statements: readonly Statement[]): readonly Statement[][] {
  const start = ({ source, content }: Statement): number => source[0]?.start ?? content[0]?.start ?? 0;
  const sorted = statements.toSorted((a, b) => start(a) - start(b));
  let at = 0;
  return story.map(({ span }) => {
    const inside: Statement[] = [];
    for (; at < sorted.length; at += 1) {
      const statement = sorted[at] as Statement;
      if (start(statement) >= span.end) break;
      if (start(statement) >= span.start) inside.push(statement);
    }
    return inside;
  });
}

/** The side of the first named speaker in a passage, or the speaker's name. */
function voiceOf(statements: readonly Statement[]): string | undefined {
  for (const { speaker } of statements) {
    if (speaker.kind === 'named') return speaker.speaker.side ?? speaker.speaker.name;
  }
  return undefined;
}
