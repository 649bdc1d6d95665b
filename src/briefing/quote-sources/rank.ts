import type { Entity } from '../coreference/entity.ts';
import { hashAll } from '../models/hash.ts';
import type { Model } from '../models/model.ts';
import { score, softmax } from '../models/score.ts';
import type { ArticleContext } from './article-context.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { type Previous, type QuotationSite, siteOf } from './quotation-site.ts';

/** A candidate with its probability, from 0 to 1. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly probability: number;
}

/** A quotation with its candidates. */
export interface RankedQuotation {
  readonly site: QuotationSite;
  readonly ranked: readonly Ranked[];
  /** The most probable entity, summed over its mentions. */
  readonly choice: Choice;
}

export interface Choice {
  readonly candidate: Candidate;
  /** The probability of the entity, summed over its mentions. */
  readonly probability: number;
  /** The probability of the second entity, or of none. */
  readonly next: number;
}

export const hashesOf = ({ features }: Candidate): Int32Array => hashAll(features);

/** Decides the speaker of a quotation: by the model, or by labels while training. */
export type Decide = (site: QuotationSite, candidates: readonly Candidate[]) => RankedQuotation;

export const decideBy =
  (model: Model): Decide =>
  (site, candidates) => {
    const chances = softmax(candidates.map((candidate) => score(model, hashesOf(candidate))));
    const ranked = candidates.map((candidate, at) => ({ candidate, probability: chances[at] ?? 0 }));
    return { site, ranked, choice: choose(ranked) };
  };

/** The most quotations that are ranked, more than any report has; later ones keep the subject of their cue. */
const MAX_RANKED = 250;

/** Ranks the quotations in the order of the text, as the speaker of one is evidence for the next. */
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
 * The most probable entity, represented by its best mention; candidates without an entity count alone. A mention that
 * may refer to several entities counts for each of them.
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
      // The first link is the mention's own entity, or none.
      const linked = at === 0 ? candidate : { ...candidate, entity };
      if (linked.entity || at === 0) add(linked.entity ?? candidate, linked, probability * chance);
    }
  }
  const [first, second] = [...sums.values()].sort((a, b) => b.sum - a.sum);
  if (!first) throw new Error('There is always the candidate that no one speaks.');
  return { candidate: first.best, probability: first.sum, next: second?.sum ?? 0 };
}
