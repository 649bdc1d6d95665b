import type { PartKind } from '#core/article';
import { lazyCheckedModel } from '../../models/checked-model.ts';
import { lazyModel } from '../../models/model.ts';
import { probability } from '../../models/score.ts';
import cues from '../../models/weights/cues.json' with { type: 'json' };
import reports from '../../models/weights/reports.json' with { type: 'json' };
import roles from '../../models/weights/roles.json' with { type: 'json' };
import type { Range } from '../cue-context.ts';
import type { Token } from '../units.ts';
import { type Candidate, candidatesIn, marginOf } from './candidates.ts';
import { reportFeatures } from './report-features.ts';
import { columnsOf } from './token-columns.ts';

/** A candidate with the probability, from 0 to 1, that it is a reported statement. */
export interface Report extends Candidate {
  readonly probability: number;
}

export interface Reports {
  readonly found: readonly Report[];
  /** How far the best token of a stretch is from being no cue. */
  marginOf(range: Range): number;
}

const cueModel = lazyCheckedModel(cues);
const roleModel = lazyCheckedModel(roles);
const reportModel = lazyModel(reports);

/** The attributions that the models find in a unit: source, cue and content, as ranges of tokens. */
export function reportsIn(tokens: readonly Token[], kind: PartKind): Reports {
  const columns = columnsOf(tokens);
  const { candidates, margins } = candidatesIn(columns, kind, { cues: cueModel(), roles: roleModel() });
  const found = candidates.map((candidate) => ({
    ...candidate,
    probability: probability(reportModel(), reportFeatures(columns, kind, candidate, candidates)),
  }));
  return { found, marginOf: (range) => marginOf(margins, range) };
}
