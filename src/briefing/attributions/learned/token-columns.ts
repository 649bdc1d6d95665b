import { clusterOf, groupOf } from '../../models/clusters.ts';
import { combine, hashOf, hashOfPart } from '../../models/hash.ts';
import type { Token } from '../units.ts';
import { reportingVerb } from '../verbs.ts';

/** The properties of tokens that the models use, as hashes, so that features are combined without building strings. */
export interface TokenColumns {
  readonly tokens: readonly Token[];
  readonly word: Int32Array;
  readonly suffix: Int32Array;
  readonly shortSuffix: Int32Array;
  readonly prefix: Int32Array;
  /** The cluster of the word, and the group of clusters that it belongs to. */
  readonly cluster: Int32Array;
  readonly group: Int32Array;
  /** Capitalised, lower case, number, kind of mark, or length of the quotation. */
  readonly shape: Int32Array;
  /** The complements of a reporting verb, 0 for any other word. */
  readonly verb: Int32Array;
  readonly lemma: Int32Array;
  /** 1 for a finite verb, judged by its form. */
  readonly finite: Uint8Array;
}

/** Padding rows before the first and after the last token, so that features can look beyond either end. */
export const PAD = 3;
const FORMS = { base: 1, third: 2, past: 3, ing: 4 };
const MARKS = ',;:—–()-';
const FIRST_MARK = 10;
const FIRST_QUOTE = 20;

const AUXILIARIES = new Set(
  'is are was were has have had will would could should may might can do does did'.split(' '),
);

/** The columns of a unit; the token numbered `at` stands in row `at + PAD`. */
export function columnsOf(tokens: readonly Token[]): TokenColumns {
  const column = (): Int32Array => new Int32Array(tokens.length + 2 * PAD);
  const word = column().fill(1);
  const columns = { word, suffix: column(), shortSuffix: column(), prefix: column(), shape: column() };
  const likeness = { cluster: column(), group: column() };
  const verbs = { verb: column(), lemma: column(), finite: new Uint8Array(tokens.length + 2 * PAD) };
  tokens.forEach((token, index) => {
    const at = index + PAD;
    const shape = shapeOf(token);
    columns.shape[at] = shape;
    if (token.kind === 'quote') {
      word[at] = combine(2, shape);
      return;
    }
    const { text } = token;
    const { length } = text;
    word[at] = isFigure(text) ? 3 : hashOf(text);
    columns.suffix[at] = hashOfPart(text, Math.max(0, length - 3), length);
    columns.shortSuffix[at] = hashOfPart(text, Math.max(0, length - 2), length);
    columns.prefix[at] = hashOfPart(text, 0, Math.min(5, length));
    likeness.cluster[at] = clusterOf(text);
    likeness.group[at] = groupOf(likeness.cluster[at] as number);
    verbs.finite[at] = Number(text.endsWith('ed') || AUXILIARIES.has(text));
    const verb = reportingVerb(text);
    if (!verb) return;
    const frames = [verb.clause, verb.unambiguous, verb.addressee, verb.object, verb.to, verb.prepositions.size > 0];
    verbs.verb[at] = frames.reduce((bits, frame, bit) => bits | (Number(frame) << (bit + 3)), FORMS[verb.form]);
    verbs.lemma[at] = hashOf(verb.lemma);
  });
  return { tokens, ...columns, ...likeness, ...verbs };
}

const isFigure = (text: string): boolean => text.charCodeAt(0) >= 48 && text.charCodeAt(0) <= 57;

function shapeOf({ kind, text, start, end, capital, possessive, contracted }: Token): number {
  if (kind === 'quote') return FIRST_QUOTE + (end - start < 20 ? 1 : end - start < 60 ? 2 : 3);
  if (kind === 'punct') return FIRST_MARK + MARKS.indexOf(text);
  if (isFigure(text)) return 5;
  if (capital) return possessive ? 3 : 2;
  return contracted ? 4 : possessive ? 6 : 1;
}
