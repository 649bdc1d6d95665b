import { type MentionDraft, makeMention } from './mention-builder.ts';
import type { Tokens } from './tokens.ts';
import { PRON } from './word-flags.ts';

const OWNING = /^(?:his|its|their|my|our|whose|hers|theirs)$/;
const MANY = /^(?:they|them|their|themselves|we|us|our)$/;

/** “he”, “it”, “who”: words that refer to a person or body named elsewhere. */
export function readPronoun(tokens: Tokens, at: number): MentionDraft | undefined {
  if (!((tokens.flags[at] ?? 0) & PRON)) return undefined;
  const word = tokens.words[at] ?? '';
  const found = makeMention(tokens, 'pronoun', at, at + 1, at + 1, at, MANY.test(word));
  if (/^(?:he|his|him|himself)$/.test(word)) found.gender = 'man';
  if (/^(?:she|her|hers|herself)$/.test(word)) found.gender = 'woman';
  found.possessive = OWNING.test(word);
  return found;
}
