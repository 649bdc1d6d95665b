import type { Article } from '#core/article';
import type { Attribution } from '#core/attribution';
import type { Briefing } from '#core/briefing';
import type { Span } from '#core/span';
import { findAttributions } from './attributions/index.ts';
import { unitsOf } from './attributions/units.ts';
import type { UnresolvedAttribution } from './attributions/unresolved-attribution.ts';
import type { Linker } from './coreference/context.ts';
import { resolveMentions, resolveSpeakers } from './coreference/index.ts';
import type { ResolvedSpeakers, SourceMention } from './coreference/sources/source.ts';
import { kindOf } from './kind.ts';
import { findMentions } from './mentions/index.ts';
import { tokenise } from './mentions/tokens.ts';
import type { Model } from './models/model.ts';
import { normalise, type Reading } from './normalise.ts';
import { positionsOf, rankQuotes, standoffOf } from './positions/index.ts';
import { type ArticleContext, contextOf } from './quote-sources/article-context.ts';
import { chooseSources } from './quote-sources/index.ts';
import { pairMarks, type Quotation } from './quotes/marks.ts';
import { turnQuotations } from './quotes/turns.ts';
import { type Sentence, segment } from './segment.ts';
import { withEntryTimes } from './summary/entry-times.ts';
import { choiceOf, type PointChoice, type Summary, summarise } from './summary/index.ts';
import { attributionToArticle, positionsInArticle, summaryToArticle } from './to-article.ts';
import { toAttributions } from './to-attributions.ts';
import { withExcerpts } from './with-excerpts.ts';

/**
 * Reads an article into a briefing: who says what, where they stand, and what is new.
 *
 * Pure: the same article always gives the same briefing. No text makes it throw; one without sentences gives an
 * empty briefing. Every span of the result points into `article.text`. Time and memory grow with the text's length.
 */
export function brief(article: Article): Briefing {
  const { reading, sentences, quotations, resolved, statements } = read(article);
  const kind = kindOf(reading, quotations);
  const shown = summarise(reading, sentences, statements, quotations);
  const summary = kind === 'live' ? withEntryTimes(shown, reading) : shown;
  const attributions = statements.map((attribution) => attributionToArticle(attribution, reading));
  const positions = positionsOf(statements, reading.text);
  const inArticle = positionsInArticle(attributions, reading);
  return {
    article,
    ...(kind ? { kind } : {}),
    ...summaryToArticle(summary, reading),
    sentences: sentences.map(({ span, paragraph }) => ({ span: reading.toArticle(span), paragraph })),
    attributions,
    quotes: rankQuotes(attributions, ({ start, end }: Span) => article.text.slice(start, end)),
    positions: inArticle(positions),
    standoff: inArticle(standoffOf(positions, reading.text, subjectOf(article, summary, reading))),
    speakers: resolved.speakers,
    mentioned: resolved.mentioned,
  };
}

interface Statements {
  readonly reading: Reading;
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly resolved: ResolvedSpeakers;
  readonly statements: readonly Attribution[];
}

/** Who says what. */
function read(article: Article): Statements {
  const reading = normalise(article);
  const sentences = segment(reading);
  const quotations = quotationsIn(reading);
  const tokens = tokenise(reading, sentences);
  const units = unitsOf(reading, tokens, sentences, quotations);
  const mentions = findMentions(tokens);
  const found = findAttributions(reading, units, mentions.mentions);
  const coreference = resolveMentions(mentions, sentences, found.map(sourceOf));
  const chosen = chooseSources(contextOf(reading, units, coreference, found));
  const resolved = resolveSpeakers(coreference, sentences, chosen.sources);
  const attributions = toAttributions(reading, units, found, chosen, resolved.refs);
  return { reading, sentences, quotations, resolved, statements: withExcerpts(attributions, reading, quotations) };
}

/** What is new in an article and what can be a key point, for training; undefined for a text without sentences. */
export function pointChoiceOf(
  article: Article,
): { readonly reading: Reading; readonly choice: PointChoice } | undefined {
  const { reading, sentences, quotations, statements } = read(article);
  const choice = choiceOf(reading, sentences, statements, quotations);
  return choice && { reading, choice };
}

/** The steps up to the choice of sources, for training and for `explain`. */
export function contextOfArticle(article: Article, { names, linker }: Learned = {}): ArticleContext {
  const reading = normalise(article);
  const sentences = segment(reading);
  const tokens = tokenise(reading, sentences);
  const units = unitsOf(reading, tokens, sentences, quotationsIn(reading));
  const mentions = findMentions(tokens, names);
  const found = findAttributions(reading, units, mentions.mentions);
  return contextOf(reading, units, resolveMentions(mentions, sentences, found.map(sourceOf), linker), found);
}

/** Models to read with in place of the shipped ones: those that have not seen the article. */
export interface Learned {
  readonly names?: Model;
  readonly linker?: Linker;
}

function quotationsIn(reading: Reading): Quotation[] {
  const marked = pairMarks(reading);
  const turns = turnQuotations(reading, marked);
  return turns.length === 0 ? marked : [...marked, ...turns].sort((a, b) => a.outer.start - b.outer.start);
}

/** The headline and what is new. */
const subjectOf = ({ title }: Article, { whatsNew }: Summary, { text }: Reading): string =>
  whatsNew ? `${title} ${text.slice(whatsNew.span.start, whatsNew.span.end)}` : title;

const sourceOf = ({ source, content }: UnresolvedAttribution): SourceMention => ({
  content,
  ...(source && { span: source }),
});
