import { BACKGROUND, COMES_AS, FURTHER, OWN_WORDS, SENTIMENT, SPEECH_ONLY, USUALLY } from '../words/outlook.ts';

/** The penalty for a passage that begins with “The hearing” if no line above mentions a hearing. */
const UNKNOWN_THING = 0.8;
/**
 * The penalties for what a reader seldom calls useful: what is usual, the circumstances in which the news came, the
 * writer’s own view, feelings, that someone spoke, and what was added or done besides.
 */
const MINOR: readonly (readonly [pattern: RegExp, penalty: number])[] = [
  [USUALLY, 0.6],
  [COMES_AS, 0.5],
  [OWN_WORDS, 0.5],
  [SENTIMENT, 0.5],
  [SPEECH_ONLY, 0.5],
  [FURTHER, 0.3],
];
/** The penalty for background: where something is located, who was present, or when something was founded. */
const IS_BACKGROUND = 1;

const OPENING =
  /^\W{0,3}The ((?:\p{Ll}[\p{L}-]+ ){0,2}?)(\p{Ll}[\p{L}-]+) (?=(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|did|does|do|never|also|then|later|now|still|said|says|comes?|came|follows?|began|begins|\p{Ll}{3,}ed)\b)/u;
/** Nouns that need no introduction. */
const PLAIN_THING =
  /^(?:president|government|police|army|military|court|state|parliament|senate|house|congress|cabinet|opposition|public|media|world|authorities|weather|economy|minister|ministry)/;

/**
 * The penalty of a passage for references to text that the summary does not show, and for unneeded background.
 *
 * The hearing was set for Friday.
 * ^^^^^^^^^^^ which one?
 *
 * @param above the lines above it: the headline and the lead.
 */
export function dependenceOf(text: string, above: string): number {
  const thing = OPENING.exec(text)?.[2];
  const isKnown = thing === undefined || PLAIN_THING.test(thing) || above.toLowerCase().includes(stemOf(thing));
  const minor = MINOR.reduce((sum, [pattern, penalty]) => sum + (pattern.test(text) ? penalty : 0), 0);
  return (isKnown ? 0 : UNKNOWN_THING) + (BACKGROUND.test(text) ? IS_BACKGROUND : 0) + minor;
}

const stemOf = (word: string): string => word.replace(/(?:ies|es|s|y)$/, '');
