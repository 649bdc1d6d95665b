import type { Entity } from '../coreference/entity.ts';
import { hashOf } from '../models/hash.ts';
import type { Model } from '../models/model.ts';
import { score, softmax } from '../models/score.ts';
import type { ArticleContext } from './article-context.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { type Previous, type QuotationSite, siteOf } from './quotation-site.ts';

/** A candidate with how likely it is, from 0 to 1. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly probability: number;
}

/** A quotation with all that may speak it. */
export interface RankedQuotation {
  readonly site: QuotationSite;
  readonly ranked: readonly Ranked[];
  /** The likeliest, mentions of one entity taken together. */
  readonly choice: Choice;
}

export interface Choice {
  readonly candidate: Candidate;
  /** Of the entity, over all its mentions. */
  readonly probability: number;
  /** The same of the next likely entity, or of none. */
  readonly next: number;
}

export const hashesOf = ({ features }: Candidate): Int32Array =>
  Int32Array.from(features, (feature) => hashOf(feature));

/** How a quotation's speaker is decided on: by the model, or by labels while learning. */
export type Decide = (site: QuotationSite, candidates: readonly Candidate[]) => RankedQuotation;

export const decideBy =
  (model: Model): Decide =>
  (site, candidates) => {
    const chances = softmax(candidates.map((candidate) => score(model, hashesOf(candidate))));
    const ranked = candidates.map((candidate, at) => ({ candidate, probability: chances[at] ?? 0 }));
    return { site, ranked, choice: choose(ranked) };
  };

/** So many quotations are ranked, more than any report has; behind them the subject of a cue is taken as it stands. */
const MAX_RANKED = 250;

/** Goes through the quotations in the order of the text: who spoke one says something about the next. */
export function rankQuotations(context: ArticleContext, decide: Decide): RankedQuotation[] {
  const order = [...context.attributions.keys()]
    .filter((index) => (context.attributions[index]?.quotes.length ?? 0) > 0)
    .sort((a, b) => startOf(context, a) - startOf(context, b))
    .slice(0, MAX_RANKED);
  const decided: RankedQuotation[] = [];
  let previous: Previous | undefined;
  for (const index of order) {
    const site = siteOf(context, index, previous);
    if (!site) continue;
    const quotation = decide(site, candidatesOf(context, site));
    decided.push(quotation);
    const { entity } = quotation.choice.candidate;
    const before = previous?.entity;
    previous = {
      attribution: site.attribution,
      ...(entity ? { entity } : {}),
      ...(before && before !== entity ? { entityBefore: before } : {}),
    };
  }
  return decided;
}

const startOf = ({ attributions }: ArticleContext, index: number): number =>
  attributions[index]?.quotes[0]?.outer.start ?? 0;

/**
 * The likeliest entity, by its likeliest mention; a candidate without an entity stands for itself. A mention that may
 * stand for several counts for each of them.
 */
export function choose(ranked: readonly Ranked[]): Choice {
  const sums = new Map<Entity | Candidate, { best: Candidate; most: number; sum: number }>();
  const add = (key: Entity | Candidate, candidate: Candidate, probability: number): void => {
    const known = sums.get(key);
    if (!known) sums.set(key, { best: candidate, most: probability, sum: probability });
    else {
      known.sum += probability;
      if (probability <= known.most) return;
      known.most = probability;
      known.best = candidate;
    }
  };
  for (const { candidate, probability } of ranked) {
    const { links = [{ entity: candidate.entity, probability: 1 }] } = candidate;
    for (const [at, { entity, probability: chance }] of links.entries()) {
      // The likeliest link is the mention's own entity, that of no other words included.
      const linked = at === 0 ? candidate : { ...candidate, entity };
      if (linked.entity || at === 0) add(linked.entity ?? candidate, linked, probability * chance);
    }
  }
  const [first, second] = [...sums.values()].sort((a, b) => b.sum - a.sum);
  if (!first) throw new Error('There is always the candidate that no one speaks.');
  return { candidate: first.best, probability: first.sum, next: second?.sum ?? 0 };
}
