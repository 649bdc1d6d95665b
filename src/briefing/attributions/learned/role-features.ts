import type { PartKind } from '#core/article';
import { FeatureList } from '../../models/feature-list.ts';
import { combine } from '../../models/hash.ts';
import type { Range } from '../cue-context.ts';
import { type Between, betweenOf } from './between-tokens.ts';
import { addRoleClusters } from './cluster-features.ts';
import { partNumber } from './cue-features.ts';
import { PAD, type TokenColumns } from './token-columns.ts';

/** How many tokens before and after a cue are searched for its source and content. */
const BEFORE = 70;
const AFTER = 90;

/** The properties of the cue that features of other tokens use. */
interface CueView {
  readonly range: Range;
  /** All its words, its first and last, its verb, and which kind of verb. */
  readonly key: number;
  readonly ends: number;
  readonly verb: number;
  readonly verbKind: number;
  readonly cluster: number;
  /** How many quotations the unit holds, 2 at most. */
  readonly quotes: number;
  readonly part: number;
}

/** The window around a cue and the features of its tokens that decide whether they are source or content. */
export interface RoleView extends Range {
  readonly features: Int32Array[];
}

/** @param probabilities for each token of the unit, the probability that it is part of a cue. */
export function roleFeatures(columns: TokenColumns, kind: PartKind, cue: Range, probabilities: Float64Array): RoleView {
  const features: Int32Array[] = [];
  eachRoleFeatures(columns, kind, cue, levelsOf(probabilities), (list) => features.push(list.take()));
  return { ...rangeAround(columns, cue), features };
}

/** The probabilities in four levels. */
export function levelsOf(probabilities: Float64Array): Int32Array {
  const levels = new Int32Array(probabilities.length);
  for (let at = 0; at < probabilities.length; at += 1) {
    const chance = probabilities[at] as number;
    levels[at] = Number(chance > 0.1) + Number(chance > 0.4) + Number(chance > 0.8);
  }
  return levels;
}

/** The tokens that are searched for the source and content of a cue. */
export const rangeAround = ({ tokens }: TokenColumns, cue: Range): Range => ({
  from: Math.max(0, cue.from - BEFORE),
  to: Math.min(tokens.length - 1, cue.to + AFTER),
});

/** Passes the features of each token around a cue to a function, in a list that is reused for the next token. */
export function eachRoleFeatures(
  columns: TokenColumns,
  kind: PartKind,
  cue: Range,
  margin: Int32Array,
  use: (list: FeatureList, index: number) => void,
): void {
  const { from, to } = rangeAround(columns, cue);
  const view = viewOf(columns, kind, cue);
  const between = betweenOf(columns, cue, { from, to }, margin);
  const list = new FeatureList();
  for (let at = from; at <= to; at += 1) {
    list.clear();
    if (at >= cue.from && at <= cue.to) list.add(0);
    else addToken(list, columns, view, at, between, from, margin);
    use(list, at - from);
  }
}

/** The token of the verb in a cue: the last that can be one. */
export function verbAt({ tokens, verb }: TokenColumns, { from, to }: Range): number {
  let best = from;
  for (let at = from; at <= to; at += 1) {
    const text = tokens[at]?.text ?? '';
    if (text.length > 3 && (verb[at + PAD] || /(?:ed|s|ing|id|ld|te)$/.test(text))) best = at;
  }
  return best;
}

export const cueKey = ({ word }: TokenColumns, { from, to }: Range): number => {
  let key = 1;
  for (let at = from; at <= Math.min(to, from + 3); at += 1) key = combine(key, word[at + PAD] as number);
  return key;
};

function viewOf(columns: TokenColumns, kind: PartKind, range: Range): CueView {
  const { word, verb, lemma, shortSuffix, cluster, tokens } = columns;
  const at = verbAt(columns, range) + PAD;
  const first = word[range.from + PAD] as number;
  let quotes = 0;
  for (const token of tokens) if (token.kind === 'quote') quotes += 1;
  return {
    range,
    key: cueKey(columns, range),
    ends: range.to > range.from ? combine(first, word[range.to + PAD] as number) : first,
    verb: (lemma[at] || word[at]) as number,
    verbKind: (verb[at] || shortSuffix[at]) as number,
    cluster: cluster[at] as number,
    quotes: Math.min(2, quotes),
    part: partNumber(kind),
  };
}

const steps = (distance: number): number =>
  distance <= 3 ? distance : distance <= 5 ? 4 : distance <= 8 ? 5 : distance <= 15 ? 6 : 7;

function addToken(
  list: FeatureList,
  columns: TokenColumns,
  cue: CueView,
  index: number,
  between: Between,
  from: number,
  margin: Int32Array,
): void {
  const behind = index > cue.range.to;
  const distance = behind ? index - cue.range.to : cue.range.from - index;
  const place = {
    at: index + PAD,
    side: behind ? 2 : 1,
    distance: steps(distance),
    marks: between.marks[index - from] as number,
    verbs: between.verbs[index - from] as number,
  };
  addOwn(list, columns, place);
  addCue(list, columns, place, cue);
  addBoundary(list, columns, place, cue);
  const { group } = columns;
  addRoleClusters(list, columns, { ...place, verb: cue.cluster, next: group[cue.range.to + PAD + 1] as number });
  const { side } = place;
  const last = columns.tokens.length - 1;
  const { shape } = columns;
  list.add(25, side, margin[index], shape[place.at]);
  list.add(67, side, shape[place.at], shape[place.at - 1], margin[index], margin[index + 1] ?? 0);
  list.add(27, side, Number(index === 0), Number(index === last), place.marks & 7);
  const quote = columns.tokens[index]?.kind === 'quote' ? shape[place.at] : 0;
  list.add(28, side, cue.quotes, quote, Math.min(distance, 3));
}

type Place = Readonly<Record<'at' | 'side' | 'distance' | 'marks' | 'verbs', number>>;

function addOwn(list: FeatureList, columns: TokenColumns, { at, side, distance, marks, verbs }: Place): void {
  const { word, suffix, shortSuffix, shape } = columns;
  const w = word[at];
  list.add(1, side);
  list.add(2, side, w);
  list.add(3, side, word[at - 1]);
  list.add(4, side, word[at + 1]);
  list.add(5, side, w, distance);
  list.add(6, side, shape[at], distance);
  list.add(7, side, distance);
  list.add(8, side, marks);
  list.add(9, side, marks, distance);
  list.add(15, side, shape[at], marks);
  list.add(16, side, word[at - 1], w);
  list.add(17, side, w, word[at + 1]);
  list.add(18, side, suffix[at]);
  list.add(19, side, shortSuffix[at], distance);
  list.add(26, side, shape[at], shape[at - 1], shape[at + 1], Math.min(distance, 4));
  list.add(31, side, verbs, distance);
}

function addCue(
  list: FeatureList,
  columns: TokenColumns,
  { at, side, distance, marks, verbs }: Place,
  cue: CueView,
): void {
  const { word, shape } = columns;
  const before = cue.range.from + PAD - 1;
  const next = cue.range.to + PAD + 1;
  list.add(10, side, cue.key);
  list.add(11, side, cue.key, distance);
  list.add(12, side, cue.ends, shape[at]);
  list.add(13, side, cue.verb, word[at]);
  list.add(14, side, cue.verb, marks);
  list.add(20, side, word[next], distance);
  list.add(21, side, word[before], distance);
  list.add(22, side, shape[next], shape[before], marks);
  list.add(23, side, cue.verb, word[next], marks & 3);
  list.add(24, side, cue.verb, word[before], marks & 3);
  list.add(29, side, cue.verbKind, shape[before], shape[next], distance);
  list.add(30, side, cue.part, shape[at]);
  list.add(32, side, verbs, cue.verbKind);
  list.add(33, side, verbs, shape[at], shape[before]);
  list.add(34, side, word[at], shape[before], shape[next]);
  list.add(35, side, word[next], word[next + 1], Math.min(distance, 5));
  list.add(36, side, cue.verbKind, word[at]);
  list.add(37, side, cue.verb, distance);
  list.add(38, side, shape[next], word[before]);
  list.add(39, side, word[next], shape[before], marks);
  list.add(40, side, cue.verb, shape[next], shape[before]);
}

/** Features of the boundaries of a source or content. */
function addBoundary(list: FeatureList, columns: TokenColumns, { at, side, marks }: Place, cue: CueView): void {
  const { word, shape, shortSuffix } = columns;
  list.add(60, side, shape[at], shape[at - 1]);
  list.add(61, side, marks, shape[at - 1]);
  list.add(62, side, cue.verb, shape[at - 1]);
  list.add(63, side, shape[at - 1], word[at]);
  list.add(64, side, shape[at], word[at - 1]);
  list.add(65, side, word[at - 2], word[at - 1]);
  list.add(66, side, word[at - 1], shortSuffix[at]);
  list.add(68, side, shape[at - 1], word[at], cue.verbKind);
  list.add(69, side, word[at + 2]);
  list.add(70, side, word[at + 1], word[at + 2]);
  list.add(71, side, shape[at - 1], word[at + 1], marks & 7);
}
