import type { Attribution, Stance } from '#core/attribution';
import { lazyModel } from '../models/model.ts';
import { probability } from '../models/score.ts';
import weights from '../models/weights/positions.json' with { type: 'json' };
import { countWords } from '../words/clauses.ts';
import { isActive, isPersonOrBody } from './actors.ts';
import { type NamedAttribution, positionFeatures, storyFeatures } from './features.ts';

/** Below this confidence, a speaker is a guess. */
const MIN_CONFIDENCE = 0.7;
/**
 * The least probability that a reader recognises the position. On outlets that were not learned from, 73% of the
 * statements above it are positions with the stance given; without a threshold, 40%.
 */
const MIN_PROBABILITY = 0.65;
/**
 * The same for speakers of a country, union or party, the main actors of most disputes, whose rows a reader misses most. On
 * those outlets, 66% of their statements between this and the other threshold are positions.
 */
const MIN_PROBABILITY_OF_SIDE = 0.4;
/** Fewer words name a subject without a stance. */
const MIN_WORDS = 4;
/** Stances that take no side. */
const NO_POSITION: ReadonlySet<Stance> = new Set<Stance>(['states', 'confirms', 'predicts']);

const model = lazyModel(weights);

/** A statement that takes a stand. */
export interface Stand extends NamedAttribution {
  /** How likely a reader recognises it as a position with this stance. */
  readonly probability: number;
}

/** The statements in which a known speaker takes a stand that a reader would recognise. */
export function standsOf(attributions: readonly Attribution[], text: string): readonly Stand[] {
  const named = namedAttributions(attributions, text);
  const mayBe = named.filter((item) => mayBePosition(item, text));
  if (mayBe.length === 0) return [];
  const story = storyFeatures(named, text);
  return mayBe
    .map((item): Stand => ({ ...item, probability: probability(model(), positionFeatures(item, text, story)) }))
    .filter(({ probability, speaker }) => probability >= (speaker.side ? MIN_PROBABILITY_OF_SIDE : MIN_PROBABILITY));
}

/** The statements of known speakers that are long enough to say something. */
export const namedAttributions = (attributions: readonly Attribution[], text: string): NamedAttribution[] =>
  attributions.flatMap((attribution) =>
    attribution.speaker.kind === 'named' &&
    attribution.confidence >= MIN_CONFIDENCE &&
    lengthOf(attribution, text) >= MIN_WORDS
      ? [{ attribution, speaker: attribution.speaker.speaker }]
      : [],
  );

/** Returns whether a statement can be a position at all; the model decides whether it is one. */
export const mayBePosition = ({ attribution, speaker }: NamedAttribution, text: string): boolean =>
  !NO_POSITION.has(attribution.stance) && isPersonOrBody(speaker) && isActive(attribution, text);

const lengthOf = ({ kind, quoted, content }: Attribution, text: string): number =>
  (kind === 'direct' ? quoted : content).reduce((sum, { start, end }) => sum + countWords(text.slice(start, end)), 0);
