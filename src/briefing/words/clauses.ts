/** Words that identify the clauses of a sentence. */

/** Forms that are always finite verbs. */
const FINITE = `is are was were isn’t aren’t wasn’t weren’t isn't aren't wasn't weren't has have had hasn’t haven’t hadn’t
  hasn't haven't hadn't will would shall should can could may might must cannot does did do don’t doesn’t didn’t don't
  doesn't didn't said says told tells went came became took gave made got saw knew found kept left lost won led met paid
  ran sent sold spent spoke stood thought understood wrote began broke brought built bought caught chose drew drove fell
  felt fought flew forgot froze grew heard held hid hit hurt laid lay rose sat sought shook shot shut sank slept stole
  struck swore taught threw wore withdrew overturned insists warns wants seeks believes faces remains continues expects
  includes requires comes goes makes takes gives becomes shows means needs plans hopes stands lives let put set cut`;

const ALWAYS_FINITE: ReadonlySet<string> = new Set(FINITE.split(/\s+/));

/** A participle after a noun: “the bank based in Accra”, “a man accused of theft”. */
const PARTICIPLE_PHRASE = /^\p{Ll}+ed (?:by|in|as|at|on|for|with|from|to|of|under|during|after)\b/u;

/** Returns whether the words contain a finite verb, judging by its form. */
export function hasFiniteVerb(words: string): boolean {
  for (const { 0: word, index } of words.matchAll(/[\p{L}’']+/gu)) {
    if (ALWAYS_FINITE.has(word)) return true;
    if (/^\p{Ll}{2,}ed$/u.test(word) && !PARTICIPLE_PHRASE.test(words.slice(index))) return true;
  }
  return false;
}

/** Returns whether a clause continues with its verb: “… said it would close”, “… also has a branch in Tamale”. */
export function startsWithVerb(words: string): boolean {
  const [, word = ''] =
    /^\s*(?:(?:\p{Ll}+ly|also|then|later|never|now|still|first|since) )?([\p{Ll}’']+)/u.exec(words) ?? [];
  return ALWAYS_FINITE.has(word) || /^\p{Ll}{2,}ed$/u.test(word);
}

/** Words that change the meaning of their context, or name the source of a claim: never removed. */
export const TURNS_MEANING =
  /\b(?:not|no|never|nor|neither|none|nobody|nothing|without|hardly|barely|cannot|if|unless|until|but|although|though|despite|except|however|only|whether|yet|rather|instead|unlike|alleged(?:ly)?|reportedly|apparently|den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing)|reject(?:s|ed|ing)?|fail(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|according to)\b|n[’']t\b/i;

/** The number of words in a text, including numbers. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
