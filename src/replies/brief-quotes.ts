import type { Article } from '#core/article';
import type { Attribution } from '#core/attribution';
import type { Briefing } from '#core/briefing';
import type { ShownSentence } from '#core/shown-sentence';
import { contains, overlaps, type Span } from '#core/span';
import { excerptText, spanText } from '#core/text/span-text';
import { stem, wordsOf } from '#text/fold';
import { shownWordCount } from './statement.ts';

/** Bounds for the length of a quotation: longer ones are read in the article, shorter ones are not a clause. */
const MAX_QUOTE_WORDS = 45;
const MIN_QUOTE_WORDS = 6;
/** Below this confidence, a speaker is a guess. */
const MIN_CONFIDENCE = 0.7;

/** Words of fewer letters seldom say what a text is about. */
const MIN_LETTERS = 5;

/**
 * The quotations to show next to other lines, ordered by weight: with a clear speaker, long enough to be informative
 * and short enough for a brief, one per speaker, and not contained in the lines. Those about the subject of the
 * headline and of what is new come first.
 */
export function quotesToShow(briefing: Briefing, points: readonly ShownSentence[]): Briefing['quotes'] {
  const { article, whatsNew, notYetKnown, next, quotes } = briefing;
  const lines = [whatsNew, ...points, notYetKnown, next].filter((line) => line !== undefined);
  const subject = stemsOf(`${article.title} ${whatsNew ? excerptText(article, whatsNew) : ''}`);
  const isOnSubject = ({ quoted }: Attribution): boolean =>
    quoted.some((span) => [...stemsOf(spanText(article, span))].some((word) => subject.has(word)));
  const fit = quotes
    .filter((quote) => isFit(article, quote) && !isShown(lines, quote))
    .toSorted((a, b) => Number(isOnSubject(b)) - Number(isOnSubject(a)));
  if (briefing.kind === 'interview') return fit;
  const seen = new Set<string>();
  return fit.filter(({ speaker }) => {
    if (speaker.kind !== 'named' || seen.has(speaker.speaker.id)) return false;
    seen.add(speaker.speaker.id);
    return true;
  });
}

const stemsOf = (words: string): ReadonlySet<string> =>
  new Set(
    wordsOf(words)
      .filter((word) => word.length >= MIN_LETTERS)
      .map(stem),
  );

function isFit(article: Article, quote: Attribution): boolean {
  const { kind, speaker, confidence, quoted, paragraph, sentences, excerpt } = quote;
  if (kind !== 'direct' && excerpt && !quoted.some((span) => shows(excerpt, span))) return false;
  if (speaker.kind !== 'named' || confidence < MIN_CONFIDENCE || paragraph === 0) return false;
  if (speaker.speaker.type === 'document' && !/.\p{Lu}/u.test(speaker.speaker.name)) return false;
  if (kind !== 'direct' && THEN.test(spanText(article, excerpt?.span ?? sentences))) return false;
  const texts = quoted.map((span) => spanText(article, span));
  // “He is a surgeon.” does not identify the person.
  if (texts.some((text) => /[“”„]|"/u.test(text)) || POINTS_BACK.test(texts[0] ?? '')) return false;
  if (kind === 'direct' && !isWholeSentence(article, quoted)) return false;
  const words = shownWordCount(article, quote);
  return words >= MIN_QUOTE_WORDS && words <= MAX_QUOTE_WORDS;
}

/** Returns whether lines contain a quotation, or the sentence in which a fragment would be shown. */
function isShown(lines: readonly ShownSentence[], { kind, quoted, sentences, excerpt }: Attribution): boolean {
  if (quoted.some((span) => lines.some((line) => shows(line, span)))) return true;
  const around = excerpt?.span ?? sentences;
  return kind !== 'direct' && lines.some(({ span }) => overlaps(span, around));
}

/** A sentence that is told after another one: “At that time Moe said …” */
const THEN = /^\W*(?:At (?:that|the|this) (?:time|point|moment)|Then|Since then|Later that)\b/;

/** Matches the first word of a quotation that refers to people named earlier. */
const POINTS_BACK = /^\W*(?:he|she|they)\b/i;

/** Returns whether quoted words begin like a sentence, and their last mark is closed. */
function isWholeSentence({ text, edits }: Article, quoted: readonly Span[]): boolean {
  const [first, last] = [quoted[0], quoted.at(-1)];
  if (!first || !last || /^[^\p{L}\p{N}]*\p{Ll}/u.test(text.slice(first.start, first.end))) return false;
  return /^["“”„‟«»'‘’]/u.test(text.slice(last.end)) || edits.some(({ start }) => start === last.end);
}

const shows = ({ span, cuts }: ShownSentence, quoted: Span): boolean =>
  contains(span, quoted) && !cuts.some((cut) => overlaps(cut, quoted));
