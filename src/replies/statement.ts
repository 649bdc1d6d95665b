import type { Article } from '#core/article';
import type { Attribution } from '#core/attribution';
import { inEnglish, type Translate } from '#core/messages/index';
import { type Block, quoteText, type RichText } from '#core/reply';
import type { ShownSentence } from '#core/shown-sentence';
import { contains, overlaps, type Span } from '#core/span';
import { excerptText, quotedText, spanText } from '#core/text/span-text';
import { stem, wordsOf } from '#text/fold';
import { paragraph } from './blocks.ts';
import { evidenceOf, paragraphMark } from './evidence.ts';
import { quotedInPlace } from './in-place.ts';
import { byline } from './speakers.ts';

/**
 * A statement in the article’s own words, in one line. Only text that is quoted in the article is put in quotation
 * marks: a paraphrase has none.
 *
 * @param excerpt the part to show; the whole statement by default.
 */
export function statementText(article: Article, attribution: Attribution, excerpt?: ShownSentence): string {
  const { kind, quoted, content } = attribution;
  if (kind === 'direct') {
    const isShown = (span: Span): boolean => excerpt === undefined || isIn(excerpt, span);
    return quoteText(quoted.filter(isShown).map((span) => quotedText(article, span)));
  }
  const spans = excerpt ? [excerpt.span] : content;
  const [first, ...others] = withCue(article, attribution, spans);
  if (!first) return '';
  const opening = excerpt ? excerptText(article, { ...excerpt, span: first }) : spanText(article, first);
  return [opening, ...others.map((span) => spanText(article, span))].join(' … ');
}

/** Whether {@link statementText} begins with the verb before these words. */
export const showsCue = (article: Article, attribution: Attribution, shown: Span): boolean =>
  attribution.kind !== 'direct' && withCue(article, attribution, [shown]).some(({ start }) => start < shown.start);

const isIn = ({ span, cuts }: ShownSentence, part: Span): boolean =>
  contains(span, part) && !cuts.some((cut) => overlaps(cut, part));

// dismisses reports of a delay     declines to comment     condemns: the raid           says: the poll would be late
// +++++++++                        ++++++++                (the stance says it)         (a clause says enough)
/**
 * The content with the verb right before it: without it, “reports of a delay” would read like the speaker's own words.
 */
function withCue(
  { text }: Article,
  { cue, stance }: Attribution,
  [first, ...others]: readonly Span[],
): readonly Span[] {
  if (!first) return [];
  const verb = cue.find(({ end }) => end <= first.start && /^\s*(?:to\s+)?$/u.test(text.slice(end, first.start)));
  if (!verb) return [first, ...others];
  const words = wordsOf(text.slice(verb.start, verb.end));
  const repeatsStance = stem(words.at(-1) ?? '') === stem(stance) && !/\S/u.test(text.slice(verb.end, first.start));
  const carriesMeaning = !repeatsStance && !words.every((word) => PLAIN_CUE_WORDS.has(word));
  return [carriesMeaning ? { start: verb.start, end: first.end } : first, ...others];
}

/** Verbs that do not tell how, when or to whom something is said. */
const PLAIN_CUE_WORDS: ReadonlySet<string> = new Set(
  'has have had say says said saying add adds added adding state states stated according to'.split(' '),
);

/**
 * A quotation on its own: complete with its speaker, or in its sentence if it is only part of one. `source` names the
 * publisher where quotations of several articles are shown.
 */
export const quoteWithByline = (
  article: Article,
  attribution: Attribution,
  t: Translate = inEnglish,
  source: RichText = [],
): Block => {
  const by = byline(attribution.speaker, t);
  return quoteBlock(article, attribution, source.length > 0 ? [...by, ' · ', ...source] : by, t);
};

/** A quotation in a list of quotations of its speaker. */
export const quoteOfSpeaker = (article: Article, attribution: Attribution, t: Translate): Block =>
  quoteBlock(article, attribution, undefined, t);

function quoteBlock(article: Article, attribution: Attribution, by: RichText | undefined, t: Translate): Block {
  const evidence = evidenceOf(article, attribution, t);
  if (attribution.kind !== 'direct') {
    const shown = quotedInPlace(article, attribution);
    const credit = by && !namesSpeaker(shown, attribution) ? [' — ', ...by] : [];
    return paragraph(...shown, ...credit, ' · ', paragraphMark(evidence));
  }
  const circumstance = circumstanceOf(article, attribution);
  return {
    type: 'quote',
    text: attribution.quoted.map((span) => quotedText(article, span)),
    ...(by ? { by } : {}),
    ...(circumstance === '' ? {} : { leadIn: [circumstance] }),
    evidence,
  };
}

/** Returns whether a sentence contains its speaker’s full name, so that nothing has to be added. */
const namesSpeaker = (shown: RichText, { speaker }: Attribution): boolean =>
  speaker.kind === 'named' &&
  shown
    .map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('')
    .toLowerCase()
    .includes(speaker.speaker.name.toLowerCase());

const CIRCUMSTANCE =
  /^(?:when|while|as|after|before|during|on|in|at|of|to(?! be\b)|about|amid|following|in response)\b/u;
/** “in an e-mail”: how it was said tells nothing more. */
const CHANNEL = /^in an? (?:\p{Ll}+ )?(?:e-?mail|statement|message|text|release|note|call)$/u;

/** Words that only introduce the quotation: “at a news conference that “care is …””. */
const LEADS_ON = /\s+(?:that|whether|how|why|and|but|as|because)\s*$/iu;

// “We saw it,” Kim said when a reporter asked about the raid. → when a reporter asked about the raid
//                       +++++++++++++++++++++++++++++++++++++
/** When, where or about what something is said; empty if the article only gives the speaker. */
function circumstanceOf(article: Article, { sentences, quoted, cue, source }: Attribution): string {
  const frame = [...cue, ...source].filter((span) => contains(sentences, span));
  const from = Math.max(...frame.map(({ end }) => end));
  if (!Number.isFinite(from)) return '';
  const next = quoted.map(({ start }) => start - 1).filter((start) => start >= from);
  const rest = spanText(article, { start: from, end: Math.min(sentences.end, ...next) });
  const [clause = ''] = rest.split(/[.,;:“"]/u, 1);
  const words = clause.replace(LEADS_ON, '').trim();
  return CIRCUMSTANCE.test(words) && !CHANNEL.test(words) && wordsOf(words).length > 2 ? words : '';
}

/** The number of visible words of a quotation. */
export function shownWordCount(article: Article, attribution: Attribution): number {
  const text =
    attribution.kind === 'direct'
      ? attribution.quoted.map((span) => quotedText(article, span)).join(' ')
      : quotedInPlace(article, attribution)
          .map((piece) => (typeof piece === 'string' ? piece : piece.text))
          .join('');
  return text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}
