import type { Entity } from '../coreference/entity.ts';
import { hashAll } from '../models/hash.ts';
import { lazyModel, type ModelFile } from '../models/model.ts';
import { probability } from '../models/score.ts';
import weights from '../models/weights/confidence.json' with { type: 'json' };
import type { ArticleContext } from './article-context.ts';
import type { RankedQuotation } from './rank.ts';

const model = lazyModel(weights satisfies ModelFile);

/**
 * Speakers less probable than this are not named. If a wrong name costs as much as four missing ones, the threshold
 * would be 0.75; with it a correct speaker in the article of the Korea Herald becomes unclear.
 */
export const THRESHOLD = 0.7;

/** The evidence for a speaker. */
export interface Evidence {
  /** The probability of the source among its candidates, and that of the second. */
  readonly probability: number;
  readonly next: number;
  readonly kind: string;
  readonly frame: string;
  readonly entity: Entity | undefined;
  /** Index into the mentions. */
  readonly mention: number | undefined;
  /** The confidence of the previous attribution, if the speaker continues. */
  readonly before?: number | undefined;
}

/** The calibrated probability that the named speaker is right, from those of the source and of its link to a name. */
export const confidenceOf = (context: ArticleContext, evidence: Evidence): number =>
  evidence.entity ? probability(model(), evidenceHashes(context, evidence)) : 0;

export function evidenceOf({ site, choice }: RankedQuotation, before: number | undefined): Evidence {
  const { candidate, probability, next } = choice;
  return {
    probability,
    next,
    kind: candidate.kind,
    frame: site.frame,
    entity: candidate.entity,
    mention: candidate.mention,
    ...(candidate.kind === 'previous' ? { before } : {}),
  };
}

export const evidenceHashes = (context: ArticleContext, evidence: Evidence): Int32Array =>
  hashAll(evidenceFeatures(context, evidence));

const STEPS = [0.3, 0.45, 0.6, 0.7, 0.8, 0.88, 0.94, 0.98, 0.995];
/** A feature for each step that a probability exceeds, which makes the confidence grow with it. */
const stepsOf = (names: readonly string[], value: number): readonly string[] =>
  names.slice(0, STEPS.filter((step) => value >= step).length);
const namesOf = (name: string): readonly string[] => STEPS.map((step) => `${name} ${step}`);
const [SOURCE, BEFORE] = [namesOf('source'), namesOf('before')];

/** Few, because few labelled quotations are there to learn from: with more, unseen outlets were judged worse. */
function evidenceFeatures(
  context: ArticleContext,
  { probability, next, kind, frame, entity, mention, before }: Evidence,
): string[] {
  const isPronoun = context.coreference.mentions[mention ?? -1]?.kind === 'pronoun';
  return [
    ...stepsOf(SOURCE, probability),
    `next ${next > 0.2}`,
    `frame ${frame} ${kind}`,
    `again ${(entity?.mentionCount ?? 0) > 1}`,
    `rivals ${isPronoun ? rivalsOf(context, entity, mention) : 'none'}`,
    `long ${Math.min(5, (entity?.name ?? '').split(' ').length)}`,
    ...(before === undefined ? [] : stepsOf(BEFORE, before)),
  ];
}

/** How many other people mentioned shortly before a pronoun it could refer to. */
function rivalsOf({ coreference }: ArticleContext, entity: Entity | undefined, at = -1): number {
  const rivals = new Set<Entity>();
  const mention = coreference.mentions[at];
  for (let index = at - 1; index >= 0 && index > at - 24; index -= 1) {
    const other = coreference.mentions[index];
    const rival = coreference.resolved[index];
    if (!mention || !other || !rival || rival === entity || mention.sentence - other.sentence > 3) continue;
    const isPerson = rival.type === 'person' || rival.type === 'anonymous';
    const fits = !rival.gender || !mention.gender || rival.gender === mention.gender;
    if (isPerson && fits && !other.quoted) rivals.add(rival);
  }
  return Math.min(3, rivals.size);
}
