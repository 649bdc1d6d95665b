import type { Article } from '#core/article';
import type { Attribution } from '#core/attribution';
import { inMarks, type QuoteBlock } from '#core/reply';
import { evidenceOf } from './evidence.ts';
import { show, showAround, showQuoted } from './show.ts';
import { byline } from './speakers.ts';

/**
 * What somebody said in the article's own words, in one line. Quotation marks stand only around what the
 * article itself puts between them: a paraphrase stays bare.
 */
export function statement(article: Article, { kind, quoted, content }: Attribution): string {
  if (kind === 'direct') return inMarks(quoted.map((span) => showQuoted(article, span)));
  return content.map((span) => show(article, span)).join(' … ');
}

/** The sentence around the quoted words, which are left out; empty where it holds nothing else. */
function leadIn(article: Article, { sentences, quoted }: Attribution): string {
  const around = showAround(article, sentences, quoted);
  return /[\p{L}\p{N}]/u.test(around) ? around : '';
}

/** A quotation on its own: with who says so, and its lead-in where the words alone are only a part of a sentence. */
export function quoteWithByline(article: Article, attribution: Attribution): QuoteBlock {
  const around = attribution.kind === 'mixed' ? leadIn(article, attribution) : '';
  return { ...quoteBlock(article, attribution, around), by: byline(attribution.speaker) };
}

/** A quotation among others of its speaker, with its lead-in. */
export const quoteWithLeadIn = (article: Article, attribution: Attribution): QuoteBlock =>
  quoteBlock(article, attribution, leadIn(article, attribution));

const quoteBlock = (article: Article, attribution: Attribution, around: string): QuoteBlock => ({
  type: 'quote',
  text: attribution.quoted.map((span) => showQuoted(article, span)),
  ...(around === '' ? {} : { leadIn: [around] }),
  evidence: evidenceOf(article, attribution),
});
