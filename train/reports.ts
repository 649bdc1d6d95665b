import { join } from 'node:path';
import {
  type Candidate,
  CUE_LABELS,
  candidatesIn,
  cuesIn,
  type ReportModels,
  ROLE_LABELS,
} from '#briefing/attributions/learned/candidates';
import { cueFeatures } from '#briefing/attributions/learned/cue-features';
import { reportFeatures } from '#briefing/attributions/learned/report-features';
import { roleFeatures } from '#briefing/attributions/learned/role-features';
import type { Range } from '../src/briefing/attributions/cue-context.ts';
import { type CheckedModel, readCheckedModel } from '../src/briefing/models/checked-model.ts';
import type { ModelFile } from '../src/briefing/models/model.ts';
import { ownRows } from './frequent.ts';
import { trainClassifier } from './logistic.ts';
import {
  type LabelledReport,
  type LabelledUnit,
  labelledArticles,
  withBeginnings,
  withoutBeginnings,
} from './polnear.ts';
import { type LabelledSequence, trainTagger } from './tagger.ts';
import { toCheckedFile, toModelFile } from './weights.ts';

const BITS = 20;
const EPOCHS = 4;
/** Features that occur less often describe individual articles rather than the language. */
const LEAST_SEEN = 6;
/** Weights below this fraction of the largest one are not written. */
const FLOOR = 0.012;

export interface ReportFiles {
  readonly cues: ModelFile;
  readonly roles: ModelFile;
  readonly reports: ModelFile;
}

/**
 * Trains the models of reported speech: cues, the source and content of each, and which of these candidates report.
 *
 * Each model is trained on the output of the previous one for unseen articles: the articles are split
 * in half, and each half is read by the models trained on the other.
 */
export async function trainReports(corpora: string): Promise<ReportFiles> {
  const articles = await labelledArticles(join(corpora, 'polnear-train'));
  const halves = [0, 1].map((fold) => articles.filter((_, at) => at % 2 === fold).flat());
  const all = halves.flat();
  const halfCues = halves.map((units) => readCheckedModel(learnCues(units)));
  const examples = halves.map((units, fold) =>
    units.flatMap((unit) => roleExamples(unit, halfCues[1 - fold] as CheckedModel)),
  );
  const halfRoles = examples.map((sequences) => readCheckedModel(learnRoles(sequences)));
  const candidates = halves.flatMap((units, fold) => {
    const models = { cues: halfCues[1 - fold] as CheckedModel, roles: halfRoles[1 - fold] as CheckedModel };
    return units.flatMap((unit) => reportExamples(unit, models));
  });
  const options = { bits: 18, epochs: 8, seed: 3, rate: 0.1, l2: 1e-3 };
  return {
    cues: learnCues(all),
    roles: learnRoles(examples.flat()),
    reports: toModelFile(trainClassifier(candidates, ['no', 'yes'], options), FLOOR),
  };
}

function learnCues(units: readonly LabelledUnit[]): ModelFile {
  const sequences = units.map(({ columns, kind, reports }) => {
    const gold = new Uint8Array(columns.tokens.length);
    for (const { cue } of reports) for (let at = cue.from; at <= cue.to; at += 1) gold[at] = at === cue.from ? 1 : 2;
    return { features: cueFeatures(columns, kind), gold };
  });
  return learn(sequences, CUE_LABELS, 1);
}

const learnRoles = (sequences: readonly LabelledSequence[]): ModelFile => learn(sequences, ROLE_LABELS, 2);

function learn(sequences: readonly LabelledSequence[], labels: readonly string[], seed: number): ModelFile {
  const owned = ownRows(sequences, LEAST_SEEN, BITS);
  return toCheckedFile(trainTagger(owned.sequences, labels, { bits: BITS, epochs: EPOCHS, seed }), owned.owners);
}

/** The bias against “outside”: this value yields the cues of normal use rather than all possible ones. */
const PLAIN = 10;

/** Source and content of each labelled cue; the cue as found by the model, if it finds one. */
function roleExamples({ columns, kind, reports }: LabelledUnit, model: CheckedModel): LabelledSequence[] {
  const { cues, margins } = cuesIn(columns, kind, model, PLAIN);
  const likely = margins.map((margin) => 1 / (1 + Math.exp(-margin / 10)));
  return reports.map(({ cue: labelled, roles }) => {
    const cue = cues.find(({ from, to }) => from <= labelled.to && to >= labelled.from) ?? labelled;
    const { from, to, features } = roleFeatures(columns, kind, cue, likely);
    return { features, gold: aroundCue(roles, cue).subarray(from, to + 1) };
  });
}

/** The labels with the labelled cue replaced by another one. */
function aroundCue(roles: Uint8Array, { from, to }: Range): Uint8Array {
  const CUE = ROLE_LABELS.indexOf('cue');
  return withBeginnings(
    withoutBeginnings(roles).map((label, at) => (at >= from && at <= to ? CUE : label === CUE ? 0 : label)),
  );
}

interface Example {
  readonly features: Int32Array;
  readonly label: number;
}

function reportExamples(unit: LabelledUnit, models: ReportModels): Example[] {
  const { candidates: all } = candidatesIn(unit.columns, unit.kind, models);
  return all
    .filter(({ content }) => content.length > 0)
    .map((candidate) => ({
      features: reportFeatures(unit.columns, unit.kind, candidate, all),
      label: Number(unit.reports.some((report) => agree(unit, candidate, report))),
    }));
}

/** Returns whether the contents overlap by half: the measure of the corpus’s own evaluation. */
function agree({ columns: { tokens } }: LabelledUnit, { content }: Candidate, { roles }: LabelledReport): boolean {
  const CONTENT = ROLE_LABELS.indexOf('content');
  const mine = new Uint8Array(tokens.length);
  for (const { from, to } of content) mine.fill(1, from, to + 1);
  let shared = 0;
  let joined = 0;
  tokens.forEach(({ kind, start, end }, at) => {
    const size = kind === 'punct' ? 0 : end - start + 1;
    const labelled = roles[at] === CONTENT || roles[at] === CONTENT + 1;
    if (labelled && mine[at]) shared += size;
    if (labelled || mine[at]) joined += size;
  });
  return joined > 0 && shared * 2 >= joined;
}
