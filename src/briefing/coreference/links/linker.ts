import { lazyModel, type Model } from '../../models/model.ts';
import { score, softmax } from '../../models/score.ts';
import weights from '../../models/weights/links.json' with { type: 'json' };
import type { Linker } from '../context.ts';
import { linkContext, linkFeatures, noLinkFeatures } from './features.ts';

const model = lazyModel(weights);

/** Links mentions by the model trained on labelled coreference. */
export const learnedLinker =
  (learned: () => Model = model): Linker =>
  (coreference, mention, speaks, candidates) => {
    if (candidates.length === 0) return [];
    const context = linkContext(coreference, mention, speaks, candidates);
    const scores = candidates.map((candidate) => score(learned(), linkFeatures(context, candidate)));
    scores.push(score(learned(), noLinkFeatures(context, candidates)));
    return softmax(scores);
  };
