import { firstPart } from '#text/truncate';

/** The maximum length analyzed: enough to determine the stance. */
const MAX_LENGTH = 1_500;

const LONG: Readonly<Record<string, string>> = { ll: ' will', re: ' are', ve: ' have', m: ' am', d: ' would' };

/** Normalizes text: lowercase, no quotation marks, expanded contractions: `“We won’t,”` becomes `we will not,`. */
export function normaliseText(text: string): string {
  const small = firstPart(text, MAX_LENGTH)
    .toLowerCase()
    .replace(/[“”„"«»‘‹›]/g, '')
    .replaceAll('’', "'");
  if (!small.includes("'")) return small.replaceAll('cannot', 'can not');
  return small
    .replaceAll("won't", 'will not')
    .replace(/\bcan(?:'t|not)\b/g, 'can not')
    .replace(/n't\b/g, ' not')
    .replace(/'(ll|re|ve|m|d)\b/g, (_, short: string) => LONG[short] ?? '')
    .replace(/'(?![a-z])|(?<![a-z])'/g, '');
}

/** Latin letters only: words in other scripts match no rule. */
const WORD = /[a-z0-9\u00df-\u024f]+(?:['-][a-z0-9\u00df-\u024f]+)*/g;

export const wordsOf = (plainText: string): string[] => plainText.match(WORD) ?? [];

/** Verbs without a stance, whose complements are ignored: “said in response to a question”. */
const SAY =
  /^(?:sa(?:y|ys|id|ying)|told|tells?|telling|add(?:s|ed|ing)?|wr(?:ote|ites?|iting|itten)|stat(?:es?|ed|ing)|spoke)$/;
const AUXILIARY_WORDS = /^(?:in|on|at|during|after|before|when|while|from|following|by|via|through|with|as)$/;

/** The words of a cue that can have a stance. */
export function cueWords(plainCue: string): string[] {
  const words = wordsOf(plainCue);
  const say = words.findIndex((word) => SAY.test(word));
  const end = say < 0 ? -1 : words.findIndex((word, at) => at > say && AUXILIARY_WORDS.test(word));
  return end < 0 ? words : words.slice(0, end);
}
