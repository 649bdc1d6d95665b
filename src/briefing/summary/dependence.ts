import { BACKGROUND } from '../words/outlook.ts';

/** What a passage loses that opens with “The hearing”, where no line above has spoken of a hearing. */
const UNKNOWN_THING = 0.8;
/** What a passage loses that tells where something lies, who was present, or when something was founded. */
const IS_BACKGROUND = 1;

const OPENING =
  /^\W{0,3}The ((?:\p{Ll}[\p{L}-]+ ){0,2}?)(\p{Ll}[\p{L}-]+) (?=(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|did|does|do|never|also|then|later|now|still|said|says|comes?|came|follows?|began|begins|\p{Ll}{3,}ed)\b)/u;
/** Things that need no introduction. */
const PLAIN_THING =
  /^(?:president|government|police|army|military|court|state|parliament|senate|house|congress|cabinet|opposition|public|media|world|authorities|weather|economy|minister|ministry)/;

/**
 * How much a passage loses for what a reader of the summary has not read, or does not need to.
 *
 * The hearing was set for Friday.
 * ^^^^^^^^^^^ which one?
 *
 * @param above the lines that stand above it: the headline and what is new.
 */
export function dependenceOf(text: string, above: string): number {
  const thing = OPENING.exec(text)?.[2];
  const isKnown = thing === undefined || PLAIN_THING.test(thing) || above.toLowerCase().includes(stemOf(thing));
  return (isKnown ? 0 : UNKNOWN_THING) + (BACKGROUND.test(text) ? IS_BACKGROUND : 0);
}

const stemOf = (word: string): string => word.replace(/(?:ies|es|s|y)$/, '');
