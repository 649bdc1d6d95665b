import type { Article } from '#core/article';
import type { Attribution } from '#core/attribution';
import { type QuoteBlock, quoteText } from '#core/reply';
import type { Span } from '#core/span';
import { wordsOf } from '#lookup';
import { namesOf } from '#lookup/speakers';
import { stem } from '#text/fold';
import { evidenceOf } from './evidence.ts';
import { quotedText, spanText, textAround } from './span-text.ts';
import { byline } from './speakers.ts';

/**
 * What somebody said in the article’s own words, in one line. Quotation marks stand only around what the
 * article itself puts between them: a paraphrase stays bare.
 */
export function statementText(article: Article, attribution: Attribution): string {
  const { kind, quoted, content } = attribution;
  if (kind === 'direct') return quoteText(quoted.map((span) => quotedText(article, span)));
  return withCue(article, attribution, content)
    .map((span) => spanText(article, span))
    .join(' … ');
}

// dismisses reports of a delay     declines to comment     condemns: the raid           says: the poll would be late
// +++++++++                        ++++++++                (the stance says it)         (a clause says enough)
/** The content with the verb right before it: without it, “reports of a delay” would read like their own words. */
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

/** The sentence around the quoted words, which are left out; empty where that tells no more than who says them. */
function leadInText(article: Article, attribution: Attribution): string {
  const { sentences, quoted, cue, source } = attribution;
  if (
    isPlainCredit(article, attribution) &&
    !hasWords(textAround(article, sentences, [...quoted, ...cue, ...source]))
  ) {
    return '';
  }
  const around = textAround(article, sentences, quoted);
  return hasWords(around) ? around : '';
}

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Verbs that tell nothing of how, when or to whom something is said. */
const PLAIN_CUE_WORDS = wordSet(
  'has have had say says said saying add adds added adding state states stated according to',
);
/** Words for somebody whose name stands beside the quotation anyway. */
const PLAIN_SOURCE_WORDS = wordSet('he she they it who a an the of for from mr mrs ms miss dr');

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

// “We saw it,” Kim said.   “We saw it,” he added.   “We saw it,” Kim told reporters.   “We saw it,” Kim joked.
//              --- ----                 -- -----                     ++++ +++++++++                     +++++
/** Whether cue and source say that somebody known says it, and nothing else. */
function isPlainCredit(article: Article, { cue, source, speaker }: Attribution): boolean {
  if (speaker.kind === 'unknown') return false;
  const { side = '' } = speaker.speaker;
  const known = new Set([...namesOf(speaker.speaker), side].flatMap(wordsOf));
  return (
    wordsIn(article, cue).every((word) => PLAIN_CUE_WORDS.has(word)) &&
    wordsIn(article, source).every((word) => PLAIN_SOURCE_WORDS.has(word) || known.has(word))
  );
}

const wordsIn = (article: Article, spans: readonly Span[]): readonly string[] =>
  spans.flatMap((span) => wordsOf(spanText(article, span)));

/** A quotation on its own: with who says so, and its lead-in where the words alone are only a part of a sentence. */
export function quoteWithByline(article: Article, attribution: Attribution): QuoteBlock {
  const around = attribution.kind === 'mixed' ? leadInText(article, attribution) : '';
  return { ...quoteBlock(article, attribution, around), by: byline(attribution.speaker) };
}

/** A quotation among others of its speaker, with its lead-in. */
export const quoteWithLeadIn = (article: Article, attribution: Attribution): QuoteBlock =>
  quoteBlock(article, attribution, leadInText(article, attribution));

const quoteBlock = (article: Article, attribution: Attribution, around: string): QuoteBlock => ({
  type: 'quote',
  text: attribution.quoted.map((span) => quotedText(article, span)),
  ...(around === '' ? {} : { leadIn: [around] }),
  evidence: evidenceOf(article, attribution),
});
