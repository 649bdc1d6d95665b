import type { PartKind } from '#core/article';
import { FeatureList } from '../../models/feature-list.ts';
import { addCueClusters } from './cluster-features.ts';
import { PAD, type TokenColumns } from './token-columns.ts';

const PARTS: Readonly<Partial<Record<PartKind, number>>> = { headline: 2, subheadline: 3 };
export const partNumber = (kind: PartKind): number => PARTS[kind] ?? 1;

const FAR = 99;
const nearness = (distance: number): number => (distance <= 2 ? distance : distance <= 4 ? 3 : distance <= 8 ? 4 : 5);

/** The features that decide whether a token belongs to a cue. */
export function cueFeatures(columns: TokenColumns, kind: PartKind): Int32Array[] {
  const features: Int32Array[] = [];
  eachCueFeatures(columns, kind, (list) => features.push(list.take()));
  return features;
}

/** The same one token after the other, in a list that is used again for the next. */
export function eachCueFeatures(
  columns: TokenColumns,
  kind: PartKind,
  use: (list: FeatureList, index: number) => void,
): void {
  const { tokens, word, shortSuffix, shape } = columns;
  const part = partNumber(kind);
  const ahead = distancesAhead(columns);
  const list = new FeatureList();
  let quoteBehind = FAR;
  for (let index = 0; index < tokens.length; index += 1) {
    const at = index + PAD;
    list.clear();
    addWords(list, columns, at);
    addForms(list, columns, at);
    addCueClusters(list, columns, at);
    const w = word[at] as number;
    const quoteAhead = nearness(ahead.quote[index] as number);
    const that = ahead.that[index] as number;
    list.add(21, w, quoteAhead);
    list.add(22, w, nearness(quoteBehind));
    list.add(23, shortSuffix[at], quoteAhead, nearness(quoteBehind));
    list.add(24, w, Math.min(that, 6));
    list.add(25, shortSuffix[at], Math.min(that, 4));
    list.add(27, index === 0 ? 1 : index === tokens.length - 1 ? 2 : 0);
    list.add(28, part, w);
    list.add(29, part, shape[at]);
    if (columns.verb[at]) addVerb(list, columns, at, quoteAhead, nearness(quoteBehind), Math.min(that, 6));
    quoteBehind = tokens[index]?.kind === 'quote' ? 1 : quoteBehind + 1;
    use(list, index);
  }
}

/** The distance from each token to the next quotation and the next “that”. */
function distancesAhead({ tokens }: TokenColumns): { quote: Int32Array; that: Int32Array } {
  const quote = new Int32Array(tokens.length);
  const that = new Int32Array(tokens.length);
  let toQuote = FAR;
  let toThat = FAR;
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    quote[at] = toQuote;
    that[at] = toThat;
    toQuote = tokens[at]?.kind === 'quote' ? 1 : toQuote + 1;
    toThat = tokens[at]?.text === 'that' ? 1 : toThat + 1;
  }
  return { quote, that };
}

function addWords(list: FeatureList, { word, shape }: TokenColumns, at: number): void {
  const [w, before, next] = [word[at] as number, word[at - 1] as number, word[at + 1] as number];
  const [before2, next2] = [word[at - 2] as number, word[at + 2] as number];
  list.add(1);
  list.add(2, w);
  list.add(3, before);
  list.add(4, next);
  list.add(5, before2);
  list.add(6, next2);
  list.add(7, word[at + 3]);
  list.add(33, word[at - 3]);
  list.add(8, before, w);
  list.add(9, w, next);
  list.add(10, before2, before);
  list.add(11, next, next2);
  list.add(12, w, next2);
  list.add(34, before2, w);
  list.add(35, before, w, next);
  list.add(19, w, shape[at - 1]);
  list.add(20, w, shape[at + 1]);
}

function addForms(list: FeatureList, columns: TokenColumns, at: number): void {
  const { word, suffix, shortSuffix, prefix, shape, verb } = columns;
  const end = shortSuffix[at];
  list.add(13, suffix[at]);
  list.add(14, end, shape[at - 1], shape[at + 1]);
  list.add(15, prefix[at]);
  list.add(16, end, word[at + 1]);
  list.add(17, end, word[at - 1]);
  list.add(36, prefix[at], word[at + 1]);
  list.add(37, prefix[at], shortSuffix[at - 1]);
  list.add(18, shape[at], shape[at - 1], shape[at + 1]);
  list.add(26, shape[at - 2], shape[at - 1], shape[at], shape[at + 1], shape[at + 2]);
  list.add(30, suffix[at], shortSuffix[at - 1], shortSuffix[at + 1]);
  list.add(38, suffix[at - 1], end);
  list.add(39, end, suffix[at + 1]);
  list.add(40, end, shape[at + 1], shape[at + 2], shape[at + 3]);
  list.add(41, end, shape[at - 1], shape[at - 2], shape[at - 3]);
  list.add(64, verb[at - 1], word[at]);
  list.add(65, verb[at + 1], word[at]);
}

function addVerb(
  list: FeatureList,
  columns: TokenColumns,
  at: number,
  quoteAhead: number,
  quoteBehind: number,
  that: number,
): void {
  const { word, shortSuffix, shape, verb, lemma } = columns;
  const v = verb[at] as number;
  list.add(50, v);
  list.add(51, lemma[at]);
  list.add(52, lemma[at], word[at + 1]);
  list.add(53, v, shape[at - 1], shape[at + 1]);
  list.add(54, v, word[at - 1]);
  list.add(55, v, word[at + 1]);
  list.add(56, v, shape[at + 1], shape[at + 2]);
  list.add(57, lemma[at], v, shape[at - 1]);
  list.add(58, v & 7, word[at - 1], word[at + 1]);
  list.add(59, v, that);
  list.add(60, v, quoteAhead, quoteBehind);
  list.add(61, lemma[at], shortSuffix[at + 1]);
  list.add(62, v, shortSuffix[at + 1]);
  list.add(63, v, shortSuffix[at - 1]);
}
