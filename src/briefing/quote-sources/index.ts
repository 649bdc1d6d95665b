import type { Entity } from '../coreference/entity.ts';
import type { SourceMention } from '../coreference/sources/source.ts';
import { lazyModel, type ModelFile } from '../models/model.ts';
import weights from '../models/weights/quote-sources.json' with { type: 'json' };
import type { ArticleContext } from './article-context.ts';
import { confidenceOf, evidenceOf, THRESHOLD } from './confidence.ts';
import { decideBy, type RankedQuotation, rankQuotations } from './rank.ts';

const model = lazyModel(weights satisfies ModelFile);

/** The source of each attribution: of quotations by the model, of others by their cue. */
export interface ChosenSources {
  /** One for each attribution, in the same order. */
  readonly sources: readonly SourceMention[];
  /** For each attribution, the probability that its speaker is right; 0 if it has none. */
  readonly confidences: readonly number[];
  /** For each attribution with quotation marks, its quotation with all candidates. */
  readonly quotations: ReadonlyMap<number, RankedQuotation>;
}

export function chooseSources(context: ArticleContext): ChosenSources {
  const ranked = rankQuotations(context, decideBy(model()));
  const isRanked = new Set(ranked.map(({ site }) => site.index));
  const confidences = context.attributions.map((_, index) =>
    isRanked.has(index) ? 0 : confidenceOfCue(context, index),
  );
  const sources = context.attributions.map((_, index) => sourceOfCue(context, index, confidences[index] ?? 0));
  /** For attributions that continue another: the index of the one that names the speaker. */
  const named = new Map<number, number>();
  let before: number | undefined;
  let chance: number | undefined;
  for (const quotation of ranked) {
    const { index } = quotation.site;
    const same = quotation.choice.candidate.kind === 'previous' && before !== undefined ? named.get(before) : undefined;
    named.set(index, same ?? index);
    const evidence = evidenceOf(quotation, chance);
    const confidence = confidenceOf(context, evidence);
    confidences[index] = confidence;
    sources[index] = sourceOf(context, quotation, same, confidence);
    before = index;
    chance = quotation.choice.probability;
  }
  return { sources, confidences, quotations: new Map(ranked.map((quotation) => [quotation.site.index, quotation])) };
}

/** The subject of a cue, for words without quotation marks. */
function sourceOfCue(
  { attributions, sourceMentions, coreference }: ArticleContext,
  index: number,
  confidence: number,
): SourceMention {
  const { source, content = [] } = attributions[index] ?? {};
  const mention = sourceMentions[index] ?? -1;
  const entity = coreference.resolved[mention];
  const { links } = coreference.mentions[mention] ?? {};
  // Names and descriptions of their own need no link; only a link to another entity may be wrong.
  if (!source || !entity || !links || confidence >= THRESHOLD) return { content, ...(source && { span: source }) };
  const likely = links.filter(({ probability }) => probability >= LIKELY);
  const unclear = likely.flatMap(({ entity }) => entity ?? []).slice(0, 2);
  return { content, span: source, unclear: unclear.length > 0 ? unclear : [entity] };
}

/** How often the subject of a cue is its source. */
const CUE_PROBABILITY = 0.97;

/** The confidence in the subject of a cue, for attributions without quotation marks. */
function confidenceOfCue(context: ArticleContext, index: number): number {
  const mention = context.sourceMentions[index];
  const entity = context.coreference.resolved[mention ?? -1];
  if (!context.attributions[index]?.source) return 0;
  if (mention === undefined || !entity) return THRESHOLD;
  const [first, second] = context.coreference.mentions[mention]?.links ?? [];
  const probability = CUE_PROBABILITY * (first?.probability ?? 1);
  const next = second?.probability ?? 0;
  return confidenceOf(context, { probability, next, kind: 'mention', frame: 'cued', entity, mention });
}

function sourceOf(
  context: ArticleContext,
  { site, choice, ranked }: RankedQuotation,
  same: number | undefined,
  confidence: number,
): SourceMention {
  const content = context.attributions[site.index]?.content ?? [];
  const { kind, mention, span, entity } = choice.candidate;
  if (entity && confidence < THRESHOLD) return { content, ...(span && { span }), unclear: likelyOf(ranked) };
  if (same !== undefined) return { content, sameAs: same };
  if (kind === 'none' || !span) return { content };
  if (mention === undefined) return { content, span };
  // The full span of the cue's subject if it is the source; otherwise that of the mention.
  const own = context.sourceMentions[site.index] === mention ? context.attributions[site.index]?.source : undefined;
  return { content, mention, span: own ?? span, ...(entity ? { entity } : {}) };
}

/** The least probability of a candidate that is listed where the speaker is unclear. */
const LIKELY = 0.15;

/** The most probable entities, at most two. */
function likelyOf(ranked: RankedQuotation['ranked']): Entity[] {
  const sums = new Map<Entity, number>();
  for (const { candidate, probability } of ranked) {
    const { links = [{ entity: candidate.entity, probability: 1 }] } = candidate;
    for (const { entity = candidate.entity, probability: chance } of links) {
      if (entity) sums.set(entity, (sums.get(entity) ?? 0) + probability * chance);
    }
  }
  const likely = [...sums].filter(([, sum]) => sum >= LIKELY).sort((a, b) => b[1] - a[1]);
  return likely.slice(0, 2).map(([entity]) => entity);
}
