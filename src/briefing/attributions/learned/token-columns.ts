import { combine, hashOf } from '../../models/hash.ts';
import type { Token } from '../units.ts';
import { reportingVerb } from '../verbs.ts';

/** The properties of tokens that the models use, as hashes, so that features are combined without building strings. */
export interface TokenColumns {
  readonly tokens: readonly Token[];
  readonly word: Int32Array;
  readonly suffix: Int32Array;
  readonly shortSuffix: Int32Array;
  readonly prefix: Int32Array;
  /** Capitalised, lower case, number, kind of mark, or length of the quotation. */
  readonly shape: Int32Array;
  /** The complements of a reporting verb, 0 for any other word. */
  readonly verb: Int32Array;
  readonly lemma: Int32Array;
}

/** Padding rows before the first and after the last token, so that features can look beyond either end. */
export const PAD = 3;
const FORMS = { base: 1, third: 2, past: 3, ing: 4 };
const MARKS = ',;:—–()-';
const FIRST_MARK = 10;
const FIRST_QUOTE = 20;

/** The columns of a unit; the token numbered `at` stands in row `at + PAD`. */
export function columnsOf(tokens: readonly Token[]): TokenColumns {
  const column = (): Int32Array => new Int32Array(tokens.length + 2 * PAD);
  const word = column().fill(1);
  const columns = { word, suffix: column(), shortSuffix: column(), prefix: column(), shape: column() };
  const verbs = { verb: column(), lemma: column() };
  tokens.forEach((token, index) => {
    const at = index + PAD;
    columns.shape[at] = shapeOf(token);
    if (token.kind === 'quote') {
      word[at] = combine(2, shapeOf(token));
      return;
    }
    const { text } = token;
    word[at] = isFigure(text) ? 3 : hashOf(text);
    columns.suffix[at] = hashOf(text.slice(-3));
    columns.shortSuffix[at] = hashOf(text.slice(-2));
    columns.prefix[at] = hashOf(text.slice(0, 5));
    const verb = reportingVerb(text);
    if (!verb) return;
    const frames = [verb.clause, verb.unambiguous, verb.addressee, verb.object, verb.to, verb.prepositions.size > 0];
    verbs.verb[at] = frames.reduce((bits, frame, bit) => bits | (Number(frame) << (bit + 3)), FORMS[verb.form]);
    verbs.lemma[at] = hashOf(verb.lemma);
  });
  return { tokens, ...columns, ...verbs };
}

const isFigure = (text: string): boolean => text.charCodeAt(0) >= 48 && text.charCodeAt(0) <= 57;

function shapeOf({ kind, text, start, end, capital, possessive, contracted }: Token): number {
  if (kind === 'quote') return FIRST_QUOTE + (end - start < 20 ? 1 : end - start < 60 ? 2 : 3);
  if (kind === 'punct') return FIRST_MARK + MARKS.indexOf(text);
  if (isFigure(text)) return 5;
  if (capital) return possessive ? 3 : 2;
  return contracted ? 4 : possessive ? 6 : 1;
}

/** Collects the features of one position: each combines the number of a template with values. */
export class FeatureList {
  #hashes: number[] = [];

  add(template: number, first = 0, second?: number, third?: number, fourth?: number, fifth?: number): void {
    let hash = combine(template, first);
    if (second !== undefined) hash = combine(hash, second);
    if (third !== undefined) hash = combine(hash, third);
    if (fourth !== undefined) hash = combine(hash, fourth);
    if (fifth !== undefined) hash = combine(hash, fifth);
    this.#hashes.push(hash);
  }

  /** The features since the last call. */
  take(): Int32Array {
    const hashes = Int32Array.from(this.#hashes);
    this.#hashes = [];
    return hashes;
  }
}
