import type { Entity } from '../coreference/entity.ts';
import { hashOf } from '../models/hash.ts';
import { lazyModel, type ModelFile } from '../models/model.ts';
import { probability } from '../models/score.ts';
import weights from '../models/weights/confidence.json' with { type: 'json' };
import type { ArticleContext } from './article-context.ts';
import type { RankedQuotation } from './rank.ts';

const model = lazyModel(weights satisfies ModelFile);

/**
 * From so likely on a speaker is named. That a wrong name is worth four silences would say 0.75; at that, a line of the
 * Korea Herald's report becomes unclear that is right.
 */
export const THRESHOLD = 0.65;

/** What a speaker was decided on. */
export interface Evidence {
  /** How likely the source is among its candidates, and the next likely one. */
  readonly probability: number;
  readonly next: number;
  readonly kind: string;
  readonly frame: string;
  readonly entity: Entity | undefined;
  /** Index into the mentions. */
  readonly mention: number | undefined;
  /** Where it goes on from the attribution before: how sure that is. */
  readonly before?: number | undefined;
}

/** How likely it is that the speaker named is the right one: the source's chance, and the name's, calibrated. */
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
  Int32Array.from(evidenceFeatures(context, evidence), (feature) => hashOf(feature));

const STEPS = [0.3, 0.45, 0.6, 0.7, 0.8, 0.88, 0.94, 0.98, 0.995];
/** How many steps a probability has passed: a feature for each, so that more of it is never worth less for want of examples. */
const stepsOf = (name: string, value: number): string[] =>
  STEPS.flatMap((step) => (value >= step ? [`${name} ${step}`] : []));

function evidenceFeatures(context: ArticleContext, evidence: Evidence): string[] {
  const { probability, next, kind, frame, entity, before } = evidence;
  const mention = context.coreference.mentions[evidence.mention ?? -1];
  const chance = mention?.links?.find((link) => link.entity === entity)?.probability ?? 1;
  const type = entity?.type;
  const words = Math.min(3, entity?.words.length ?? 0);
  const mentioned = mention?.kind ?? kind;
  return [
    'all',
    ...stepsOf('source', probability),
    ...stepsOf('link', chance),
    `next ${next > 0.2}`,
    `kind ${mentioned}`,
    `frame ${frame} ${kind}`,
    `article ${mention?.article ?? 'none'} ${mentioned}`,
    `subject ${mention?.subject ?? false} ${mentioned}`,
    `uncertain ${mention?.links !== undefined} ${mentioned}`,
    `same ${entity !== undefined && mention?.entity === entity}`,
    `speaks ${entity?.speaks ?? false} ${mentioned}`,
    `headline ${context.coreference.paragraphs[mention?.sentence ?? 0] === 0}`,
    `type ${type}`,
    `words ${words} ${type}`,
    `kind ${mentioned} ${words > 0}`,
    `human ${entity?.human ?? false} ${type}`,
    `again ${(entity?.mentionCount ?? 0) > 1}`,
    `rivals ${mentioned === 'pronoun' ? rivalsOf(context, entity, evidence.mention) : 'none'}`,
    ...nameFeatures(entity?.name ?? ''),
    ...(before === undefined ? [] : stepsOf('before', before)),
  ];
}

/** What a name looks like: one that begins small, or is long, is none. */
const nameFeatures = (name: string): string[] => [
  `small ${/^\p{Ll}/u.test(name)}`,
  `article ${/^(?:the|a|an|his|her|their|its|one|two|some|another)\b/i.test(name)}`,
  `long ${Math.min(5, name.split(' ').length)}`,
];

/** How many other people were named shortly before a pronoun whom it could stand for. */
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
