import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseMentions } from '#briefing/coreference/sources/match-sources';
import { type GoldQuote, type Labelled, readGold } from '../eval/gold.ts';
import { sameName } from '../eval/names.ts';
import { overlap } from '../eval/spans.ts';
import type { Entity } from '../src/briefing/coreference/entity.ts';
import { learnedLinker } from '../src/briefing/coreference/links/linker.ts';
import { contextOfArticle, type Learned } from '../src/briefing/index.ts';
import { type ModelFile, readModel } from '../src/briefing/models/model.ts';
import type { ArticleContext } from '../src/briefing/quote-sources/article-context.ts';
import type { Candidate } from '../src/briefing/quote-sources/candidates.ts';
import type { QuotationSite } from '../src/briefing/quote-sources/quotation-site.ts';
import { choose, type Decide, hashesOf, rankQuotations } from '../src/briefing/quote-sources/rank.ts';
import type { Span } from '../src/core/span.ts';
import { readArticle } from '../src/library/index.ts';
import { foldsOf } from './folds.ts';
import { trainLinks } from './links.ts';
import { type LabelledChoice, type RankerOptions, trainRanker } from './logistic.ts';
import { toModelFile } from './weights.ts';

const OPTIONS: RankerOptions = { bits: 17, epochs: 5, seed: 10, rate: 0.1, l2: 5e-5, dropout: 0.4, models: 4 };
/** The weight of a quotation with a speaker's name relative to one with only a marked source. */
const NAMED_WEIGHT = 3;

export async function trainQuoteSources(corpora: string): Promise<ModelFile> {
  const read = [...(await readQuotations(corpora, 'polnear-train')), ...(await readQuotations(corpora, NAMED))];
  return rankerOf(read);
}

/** The corpus whose quotations have speaker names. */
export const NAMED = 'worldwide-quotes-train';

/** A labelled article, processed up to the source selection. */
export interface ReadArticle {
  readonly document: Labelled;
  readonly context: ArticleContext;
  readonly examples: readonly LabelledChoice[];
}

/** Articles of a corpus; those in the training data for names and links are read by models of other outlets. */
export async function readQuotations(corpora: string, name: string): Promise<ReadArticle[]> {
  const articles: ReadArticle[] = [];
  const { foldOf, models } = await foldsOf(corpora);
  const links = readModel(await trainLinks(corpora));
  const unseen: Learned = { linker: learnedLinker(() => links) };
  for (const document of readGold(join(corpora, name))) {
    const context = contextOfArticle(
      await readArticle(document.file, await readFile(document.file)),
      name === NAMED ? models[foldOf(document.id)] : unseen,
    );
    articles.push({ document, context, examples: examplesOf(document, context) });
  }
  return articles;
}

export const rankerOf = (articles: readonly ReadArticle[]): ModelFile =>
  toModelFile(
    trainRanker(
      articles.flatMap(({ examples }) => examples),
      OPTIONS,
    ),
  );

function examplesOf(document: Labelled, context: ArticleContext): LabelledChoice[] {
  const examples: LabelledChoice[] = [];
  let before: Label | undefined;
  const decide: Decide = (site, candidates) => {
    const label = labelOf(document, context, site);
    const right = label ? rightOnes(context, candidates, label, before) : [];
    if (label && right.length > 0) examples.push(choiceOf(candidates, right, label, before));
    before = label;
    const ranked = candidates.map((candidate, at) => ({ candidate, probability: right.includes(at) ? 1 : 0 }));
    return { site, ranked, choice: choose(ranked) };
  };
  rankQuotations(context, decide);
  return examples;
}

/** The gold source of a quotation: a name, or the words that name it. */
interface Label {
  readonly quote?: GoldQuote & { readonly speaker?: string | null };
  readonly source?: Span;
  /** The labelled attribution, which several quotations may share. */
  readonly attribution?: object;
}

function labelOf({ gold }: Labelled, context: ArticleContext, site: QuotationSite): Label | undefined {
  const { start, end } = context.reading.toArticle(site.quotation.inner);
  const common = (from: number, to: number): number => overlap([[start, end]], [[from, to]]) / (end - start);
  const quote = gold.quoted.find((other) => common(other.start, other.end) > 0.5);
  if (!quote?.speech) return undefined;
  if (quote.speaker !== undefined) return { quote };
  const attribution = gold.attributions?.find(
    ({ kind, content }) => kind !== 'indirect' && content.some(([from, to]) => common(from, to) > 0.5),
  );
  if (!attribution) return undefined;
  const [source] = attribution.source;
  const span =
    source && spanInReading(context, { start: source[0], end: source[1] }, site.quotation.inner.start - start);
  return { attribution, ...(span ? { source: span } : {}) };
}

/** Finds the span of the reading for a span of the article, starting near the expected offset. */
function spanInReading({ reading }: ArticleContext, { start, end }: Span, shift: number): Span | undefined {
  for (let away = 0; away < 400; away += 1) {
    for (const by of [shift + away, shift - away]) {
      const found = reading.toArticle({ start: start + by, end: end + by });
      if (found.start === start && found.end === end) return { start: start + by, end: end + by };
    }
  }
  return undefined;
}

function rightOnes(
  context: ArticleContext,
  candidates: readonly Candidate[],
  label: Label,
  before: Label | undefined,
): number[] {
  const none = candidates.length - 1;
  const { quote, source, attribution } = label;
  if (quote) {
    const { speaker: name, also, type } = quote;
    if (!name) return [none];
    const fits = (entity: Entity | undefined): boolean =>
      entity !== undefined && sameName(entity.name, { name, also, type });
    const mentions = candidates.flatMap(({ kind, entity }, at) => (kind !== 'previous' && fits(entity) ? [at] : []));
    // If the sentence names its speaker, being the same as the previous speaker is no evidence.
    if (mentions.some((at) => candidates[at]?.isNear)) return mentions;
    const goesOn = candidates.flatMap(({ kind, entity }, at) =>
      kind === 'previous' && (before?.quote ? before.quote.speaker === name : fits(entity)) ? [at] : [],
    );
    const right = [...mentions, ...goesOn];
    return right.length > 0 ? right : [none];
  }
  const right = source ? sourceAt(context, candidates, source) : -1;
  const goesOn = attribution !== undefined && attribution === before?.attribution;
  const previous = goesOn ? candidates.findIndex(({ kind }) => kind === 'previous') : -1;
  const all = [right, previous].filter((at) => at >= 0);
  // A source that is no candidate is no example; a quotation without a source is one.
  if (all.length === 0 && (source || !attribution)) return [];
  return all.length > 0 ? all : [none];
}

function sourceAt({ coreference }: ArticleContext, candidates: readonly Candidate[], source: Span): number {
  const [mention] = chooseMentions(coreference.tokens, coreference.mentions, [{ span: source, content: [] }]);
  if (mention !== undefined) return candidates.findIndex((candidate) => candidate.mention === mention);
  return candidates.findIndex(
    ({ kind, span }) => kind === 'words' && span && span.start < source.end && span.end > source.start,
  );
}

/** If only words are labelled, other mentions of a correct entity are neither correct nor wrong. */
function choiceOf(
  candidates: readonly Candidate[],
  right: readonly number[],
  label: Label,
  before: Label | undefined,
): LabelledChoice {
  const entities = new Set(right.map((at) => candidates[at]?.entity));
  const isSame = ({ kind, entity }: Candidate): boolean => {
    if (kind === 'previous' && label.quote && before?.quote?.speaker === label.quote.speaker) return true;
    return entity !== undefined && entities.has(entity);
  };
  const kept = [...candidates.keys()].filter((at) => right.includes(at) || !isSame(candidates[at] as Candidate));
  return {
    candidates: kept.map((at) => hashesOf(candidates[at] as Candidate)),
    right: right.map((at) => kept.indexOf(at)),
    weight: label.quote ? NAMED_WEIGHT : 1,
  };
}
