import type { PartKind } from '#core/article';
import { FeatureList } from '../../models/feature-list.ts';
import type { Candidate } from './candidates.ts';
import { addReportClusters } from './cluster-features.ts';
import { partNumber } from './cue-features.ts';
import { cueKey, verbAt } from './role-features.ts';
import { PAD, type TokenColumns } from './token-columns.ts';

/** The features that decide whether a candidate is an attribution: its cue, and the position of source and content. */
export function reportFeatures(
  columns: TokenColumns,
  kind: PartKind,
  candidate: Candidate,
  all: readonly Candidate[],
): Int32Array {
  const { cue } = candidate;
  const { word, verb, lemma, shortSuffix } = columns;
  const at = verbAt(columns, cue) + PAD;
  const view: CandidateView = {
    ...contentOf(columns, candidate),
    ...sourceOf(columns, candidate),
    margin: Math.max(-12, Math.min(12, Math.round(candidate.margin / 4))),
    key: cueKey(columns, cue),
    verb: (lemma[at] || word[at]) as number,
    verbKind: (verb[at] || shortSuffix[at]) as number,
    part: partNumber(kind),
    next: cue.to + PAD + 1,
    before: cue.from + PAD - 1,
    nested: Number(all.some((other) => other !== candidate && covers(other, candidate))),
    covers: Number(all.some((other) => other !== candidate && covers(candidate, other))),
    near: Number(all.some((other) => other !== candidate && Math.abs(other.cue.from - cue.to) <= 3)),
  };
  const list = new FeatureList();
  addCue(list, columns, view);
  addContent(list, columns, view);
  addSource(list, columns, view);
  addReportClusters(list, columns, { ...view, verbAt: at, sourceEnd: candidate.source?.to });
  return list.take();
}

const covers = (outer: Candidate, inner: Candidate): boolean =>
  outer.content.some(({ from, to }) => from <= inner.cue.from && inner.cue.to <= to);

interface ContentView {
  /** 0 none, 1 before the cue, 2 after it. */
  readonly side: number;
  readonly length: number;
  readonly gap: number;
  readonly pieces: number;
  readonly first: number;
  readonly quote: number;
  readonly finite: number;
}

interface SourceView {
  readonly sourceSide: number;
  readonly sourceDistance: number;
  readonly sourceLength: number;
  readonly sourceFirst: number;
  readonly sourceLast: number;
  readonly sourceShapes: number;
}

interface CandidateView extends ContentView, SourceView {
  readonly margin: number;
  readonly key: number;
  readonly verb: number;
  readonly verbKind: number;
  readonly part: number;
  readonly next: number;
  readonly before: number;
  readonly nested: number;
  readonly covers: number;
  readonly near: number;
}

const size = (count: number): number =>
  count <= 4 ? count : count <= 6 ? 5 : count <= 10 ? 6 : count <= 20 ? 7 : count <= 40 ? 8 : 9;

function contentOf({ tokens, finite: forms }: TokenColumns, { cue, content }: Candidate): ContentView {
  const [first] = content;
  const last = content.at(-1);
  if (!first || !last) return { side: 0, length: 0, gap: 0, pieces: 0, first: 0, quote: 0, finite: 0 };
  const behind = first.from > cue.to;
  let length = 0;
  let quote = 0;
  let finite = 0;
  for (const { from, to } of content) {
    length += to - from + 1;
    for (let at = from; at <= to; at += 1) {
      if (tokens[at]?.kind === 'quote') quote = 1;
      if (forms[at + PAD]) finite = 1;
    }
  }
  const gap = Math.min(6, behind ? first.from - cue.to : cue.from - last.to);
  const pieces = Math.min(3, content.length);
  return { side: behind ? 2 : 1, length: size(length), gap, pieces, first: first.from + PAD, quote, finite };
}

function sourceOf({ word, shape }: TokenColumns, { cue, source }: Candidate): SourceView {
  if (!source) {
    return { sourceSide: 0, sourceDistance: 0, sourceLength: 0, sourceFirst: 0, sourceLast: 0, sourceShapes: 0 };
  }
  const behind = source.from > cue.to;
  return {
    sourceSide: behind ? 2 : 1,
    sourceDistance: size(behind ? source.from - cue.to : cue.from - source.to),
    sourceLength: Math.min(5, source.to - source.from + 1),
    sourceFirst: word[source.from + PAD] as number,
    sourceLast: word[source.to + PAD] as number,
    sourceShapes: 1 + (shape[source.from + PAD] as number) * 32 + (shape[source.to + PAD] as number),
  };
}

function addCue(list: FeatureList, { word, shape, prefix }: TokenColumns, view: CandidateView): void {
  const { margin, verb, verbKind, next, before, nested } = view;
  list.add(1);
  list.add(2, margin);
  list.add(3, view.key);
  list.add(4, verb);
  list.add(5, verb, margin);
  list.add(18, word[next], verbKind);
  list.add(19, word[before], verbKind);
  list.add(23, nested, view.covers, view.near);
  list.add(24, nested, verb);
  list.add(27, verb, word[next]);
  list.add(28, verb, word[before]);
  list.add(36, nested, margin);
  list.add(40, prefix[next], shape[next], verbKind);
}

function addContent(list: FeatureList, { word, shape }: TokenColumns, view: CandidateView): void {
  const { verb, verbKind, length, side, quote, finite, next, margin } = view;
  const first = side ? word[view.first] : 0;
  const firstShape = side ? shape[view.first] : 0;
  list.add(6, length, side);
  list.add(7, verb, length);
  list.add(8, verb, side);
  list.add(9, side, view.gap, view.pieces);
  list.add(16, first);
  list.add(17, firstShape, verbKind);
  list.add(20, quote, finite, side);
  list.add(21, verb, quote);
  list.add(22, verb, finite);
  list.add(26, view.part, side);
  list.add(30, finite, length, word[next]);
  list.add(31, view.sourceSide, side, margin);
  list.add(34, verb, first);
  list.add(35, firstShape, shape[next], finite, verbKind);
  list.add(38, verb, quote, finite, length);
}

function addSource(list: FeatureList, _columns: TokenColumns, view: CandidateView): void {
  const { verb, verbKind, sourceSide, sourceDistance, sourceLength, sourceLast, sourceShapes, side } = view;
  list.add(10, sourceSide, sourceDistance, sourceLength);
  list.add(11, sourceLast);
  list.add(12, sourceShapes);
  list.add(13, sourceShapes, sourceSide, side);
  list.add(14, verb, sourceSide);
  list.add(15, verbKind, side, sourceSide, view.length);
  list.add(25, verbKind, sourceShapes);
  list.add(29, sourceLast, verb);
  list.add(32, view.sourceFirst, sourceLength);
  list.add(33, verb, sourceShapes);
  list.add(39, sourceSide, sourceDistance, view.margin);
}
