import type { Model } from '../models/model.ts';
import type { Reading } from '../normalise.ts';
import type { Sentence } from '../segment.ts';
import { type ByStart, joinAppositives, joinPairs, markSubjects, takePhrasesBehind } from './appositives.ts';
import { settleCapitals } from './capitalisation.ts';
import type { Draft } from './mention-builder.ts';
import { agreeNames } from './name-agreement.ts';
import { tokenFacts } from './name-features.ts';
import { tagNames } from './name-tagger.ts';
import { type Chunk, chunk } from './noun-chunks.ts';
import { readPhrase } from './noun-phrases.ts';
import { joinListedOffices, joinOffices } from './offices-of-names.ts';
import { readPronoun } from './pronouns.ts';
import { type Tokens, tokenise } from './tokens.ts';

/** The text's tokens, and every mention of a possible speaker, in the order of the text, longer mentions first. */
export interface Mentions {
  readonly tokens: Tokens;
  readonly mentions: readonly Draft[];
}

/** Finds who and what is mentioned, by the names that the shipped model finds, or another one while learning. */
export function findMentions(reading: Reading, sentences: readonly Sentence[], names?: Model): Mentions {
  const tokens = tokenise(reading, sentences);
  const facts = tokenFacts(tokens);
  tokens.names.set(tagNames(tokens, facts, names));
  agreeNames(tokens, facts);
  settleCapitals(tokens, facts.loud);
  const chunks = chunk(tokens);
  const byStart: ByStart = new Map(chunks.map((one): [number, Chunk] => [one.from, one]));
  const drafts = readAll(tokens, chunks);
  for (const one of drafts) takePhrasesBehind(tokens, one, byStart);
  joinOffices(tokens, drafts);
  joinAppositives(tokens, drafts);
  joinListedOffices(tokens, drafts);
  markSubjects(tokens, drafts);
  const mentions = joinPairs(tokens, drafts);
  for (const one of mentions) one.span = { start: one.span.start, end: tokens.ends[one.past - 1] ?? one.span.end };
  return { tokens, mentions };
}

/** Phrases and pronouns, in the order of the text. */
function readAll(tokens: Tokens, chunks: readonly Chunk[]): Draft[] {
  const drafts: Draft[] = [];
  let at = 0;
  for (const one of chunks) {
    for (; at < one.from; at += 1) pushPronoun(tokens, at, drafts);
    for (const found of readPhrase(tokens, one)) drafts.push(found);
    // “his aides” mentions him too.
    pushPronoun(tokens, one.from, drafts);
    at = one.to;
  }
  for (; at < tokens.count; at += 1) pushPronoun(tokens, at, drafts);
  return drafts;
}

function pushPronoun(tokens: Tokens, at: number, drafts: Draft[]): void {
  const found = readPronoun(tokens, at);
  if (found) drafts.push(found);
}
