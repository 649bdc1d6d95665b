import type { PartKind } from '#core/article';
import { type CheckedModel, scoreChecked } from '../../models/checked-model.ts';
import { bestPath } from '../../models/viterbi.ts';
import type { Range } from '../cue-context.ts';
import { eachCueFeatures } from './cue-features.ts';
import { eachRoleFeatures, levelsOf, rangeAround } from './role-features.ts';
import type { TokenColumns } from './token-columns.ts';

/** Labels of the model that finds cues. */
export const CUE_LABELS = ['outside', 'begins', 'inside'];
/** Labels of the model that finds, for one cue, its source and its content. */
export const ROLE_LABELS = ['outside', 'source', 'in source', 'content', 'in content', 'cue'];
const [OUTSIDE, SOURCE, IN_SOURCE, CONTENT, IN_CONTENT] = [0, 1, 2, 3, 4];

/** Words that may report a statement, and what they would report. */
export interface Candidate {
  readonly cue: Range;
  readonly source?: Range;
  readonly content: readonly Range[];
  /** The margin of its best token over the label “outside”. */
  readonly margin: number;
}

export interface ReportModels {
  readonly cues: CheckedModel;
  readonly roles: CheckedModel;
}

/** Subtracted from the score of “outside”, so that more cues are proposed; their source and content decide later. */
const OUTSIDE_PENALTY = 16;
/** The most cues per unit; bounds the cost of hostile texts. */
const MAX_CUES = 16;

/** Everything in a unit that may be an attribution; `reports.ts` decides. */
export function candidatesIn(
  columns: TokenColumns,
  kind: PartKind,
  models: ReportModels,
  outsidePenalty = OUTSIDE_PENALTY,
): { candidates: Candidate[]; margins: Float64Array } {
  const { cues, margins } = cuesIn(columns, kind, models.cues, outsidePenalty);
  if (cues.length === 0) return { candidates: [], margins };
  const levels = levelsOf(margins.map((margin) => 1 / (1 + Math.exp(-margin / 10))));
  const candidates = cues.map((cue) => ({
    cue,
    margin: marginOf(margins, cue),
    ...rolesOf(columns, kind, cue, levels, models.roles),
  }));
  return { candidates, margins };
}

/** The margin of the best token of a range over the label “outside”. */
export const marginOf = (margins: Float64Array, { from, to }: Range): number =>
  margins.subarray(from, to + 1).reduce((most, margin) => Math.max(most, margin), Number.NEGATIVE_INFINITY);

/** The cues of a unit, and the margin of each token over the label “outside”. */
export function cuesIn(
  columns: TokenColumns,
  kind: PartKind,
  model: CheckedModel,
  outsidePenalty: number,
): { cues: Range[]; margins: Float64Array } {
  const count = columns.tokens.length;
  const width = CUE_LABELS.length;
  const scores = new Float64Array(count * width);
  eachCueFeatures(columns, kind, (list, at) => scoreChecked(model, list, scores, at * width));
  const margins = new Float64Array(count);
  for (let at = 0; at < count; at += 1) {
    const outside = scores[at * width] as number;
    margins[at] = Math.max(scores[at * width + 1] as number, scores[at * width + 2] as number) - outside;
    scores[at * width] = outside - outsidePenalty;
  }
  const path = bestPath(scores, count, width, model.transitions);
  const cues: Range[] = [];
  for (let at = 0; at < count && cues.length < MAX_CUES; at += 1) {
    if (path[at] === 0) continue;
    const from = at;
    while (path[at + 1] === 2) at += 1;
    cues.push({ from, to: at });
  }
  return { cues, margins };
}

function rolesOf(
  columns: TokenColumns,
  kind: PartKind,
  cue: Range,
  levels: Int32Array,
  model: CheckedModel,
): { source?: Range; content: Range[] } {
  const { from, to } = rangeAround(columns, cue);
  const count = to - from + 1;
  const width = ROLE_LABELS.length;
  const scores = new Float64Array(count * width);
  eachRoleFeatures(columns, kind, cue, levels, (list, at) => scoreChecked(model, list, scores, at * width));
  // The cue is given, so its tokens have no other label.
  for (let at = cue.from - from; at <= cue.to - from; at += 1) {
    scores.fill(Number.NEGATIVE_INFINITY, at * width, (at + 1) * width - 1);
  }
  const path = bestPath(scores, count, width, model.transitions);
  const content: Range[] = [];
  let source: Range | undefined;
  for (let at = 0; at < path.length; at += 1) {
    const label = path[at];
    if (label === OUTSIDE || label === ROLE_LABELS.length - 1) continue;
    const isSource = label === SOURCE || label === IN_SOURCE;
    const start = at;
    while (at + 1 < path.length && path[at + 1] === (isSource ? IN_SOURCE : IN_CONTENT)) at += 1;
    const range = trimPunctuation(columns, { from: start + from, to: at + from });
    if (!range) continue;
    if (!isSource) addContent(content, range, label === CONTENT);
    else if (!source || distance(cue, range) < distance(cue, source)) source = range;
  }
  return { content, ...(source ? { source } : {}) };
}

function addContent(content: Range[], range: Range, begins: boolean): void {
  const last = content.at(-1);
  if (last && begins && range.from - last.to <= 1) content[content.length - 1] = { from: last.from, to: range.to };
  else content.push(range);
}

const distance = (cue: Range, { from, to }: Range): number => (from > cue.to ? from - cue.to : cue.from - to);

/** Trims punctuation at both ends; undefined if nothing else is left. */
function trimPunctuation({ tokens }: TokenColumns, { from, to }: Range): Range | undefined {
  const isMark = (at: number): boolean => tokens[at]?.kind === 'punct' && tokens[at]?.text !== '(';
  let start = from;
  let end = to;
  while (end >= start && isMark(end)) end -= 1;
  while (start < end && isMark(start)) start += 1;
  return start <= end ? { from: start, to: end } : undefined;
}
