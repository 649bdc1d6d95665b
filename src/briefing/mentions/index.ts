import type { Model } from '../models/model.ts';
import { attachPrepositions, type ByStart, joinAppositives, joinPairs, markSubjects } from './appositives.ts';
import { settleCapitals } from './capitalisation.ts';
import type { MentionDraft } from './mention-builder.ts';
import { agreeNames } from './name-agreement.ts';
import { tagNames } from './name-tagger.ts';
import { type Chunk, chunk } from './noun-chunks.ts';
import { readPhrase } from './noun-phrases.ts';
import { joinBehindClause, joinCalled, joinListedOffices, joinOffices } from './offices-of-names.ts';
import { readPronoun } from './pronouns.ts';
import { tokenFacts } from './token-facts.ts';
import type { Tokens } from './tokens.ts';

/** The text's tokens, and every mention of a possible speaker, in the order of the text, longer mentions first. */
export interface Mentions {
  readonly tokens: Tokens;
  readonly mentions: readonly MentionDraft[];
}

/**
 * Finds who and what is mentioned, by the names that the shipped model finds, or another one while learning. The names
 * and settled capitals are recorded in the tokens.
 */
export function findMentions(tokens: Tokens, names?: Model): Mentions {
  const facts = tokenFacts(tokens);
  tokens.names.set(tagNames(tokens, facts, names));
  agreeNames(tokens, facts);
  settleCapitals(tokens, facts.allCaps);
  const chunks = chunk(tokens);
  const byStart: ByStart = new Map(chunks.map((phrase): [number, Chunk] => [phrase.from, phrase]));
  const phrases = readAll(tokens, chunks);
  for (const mention of phrases) attachPrepositions(tokens, mention, byStart);
  joinOffices(tokens, phrases);
  joinCalled(tokens, phrases);
  joinAppositives(tokens, phrases);
  joinListedOffices(tokens, phrases);
  joinBehindClause(tokens, phrases);
  markSubjects(tokens, phrases);
  const mentions = joinPairs(tokens, phrases);
  for (const mention of mentions)
    mention.span = { start: mention.span.start, end: tokens.ends[mention.spanTo - 1] ?? mention.span.end };
  return { tokens, mentions };
}

/** Phrases and pronouns, in the order of the text. */
function readAll(tokens: Tokens, chunks: readonly Chunk[]): MentionDraft[] {
  const mentions: MentionDraft[] = [];
  let at = 0;
  for (const chunk of chunks) {
    for (; at < chunk.from; at += 1) pushPronoun(tokens, at, mentions);
    for (const found of readPhrase(tokens, chunk)) mentions.push(found);
    // “his aides” mentions him too.
    pushPronoun(tokens, chunk.from, mentions);
    at = chunk.to;
  }
  for (; at < tokens.count; at += 1) pushPronoun(tokens, at, mentions);
  return mentions;
}

function pushPronoun(tokens: Tokens, at: number, mentions: MentionDraft[]): void {
  const found = readPronoun(tokens, at);
  if (found) mentions.push(found);
}
