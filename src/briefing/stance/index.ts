import { lazyModel } from '../models/model.ts';
import { probability } from '../models/score.ts';
import weights from '../models/weights/stances.json' with { type: 'json' };
import { stanceFeatures } from './features.ts';
import { judge } from './judge.ts';
import type { StanceDecision, Utterance } from './utterance.ts';

const model = lazyModel(weights);

/** A stance with its probability, from 0 to 1. */
export interface JudgedStance extends StanceDecision {
  readonly confidence: number;
}

/** Classifies the stance that the speaker takes by a statement. */
export function stanceOf(utterance: Utterance): JudgedStance {
  const judgement = judge(utterance);
  return { ...judgement.judged, confidence: probability(model(), stanceFeatures(judgement)) };
}
