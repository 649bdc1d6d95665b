import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticle } from '#library';
import { type Tokens, tokenise } from '../src/briefing/mentions/tokens.ts';
import { normalise, type Reading } from '../src/briefing/normalise.ts';
import { type Sentence, segment } from '../src/briefing/segment.ts';

/** A labelled span of a document, with offsets into the document. */
export interface LabelledMention {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly entity?: number;
  readonly form?: 'name' | 'nominal' | 'pronoun';
}

/** A document of `worldwide-ner` or `gum`. */
export interface LabelledDocument {
  readonly id: string;
  readonly outlet?: string;
  readonly genre?: string;
  readonly text: string;
  readonly mentions: readonly LabelledMention[];
}

/** Reads a JSONL file. */
export const readLines = <Row>(folder: string, ...path: string[]): Row[] =>
  readFileSync(join(folder, ...path), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);

export interface TokenisedDocument {
  readonly reading: Reading;
  readonly sentences: readonly Sentence[];
  readonly tokens: Tokens;
}

/** Reads a document in the same way as a plain text file of the library. */
export async function readDocument(id: string, text: string): Promise<TokenisedDocument> {
  const reading = normalise(await readArticle(`${id}.txt`, new TextEncoder().encode(text)));
  const sentences = segment(reading);
  return { reading, sentences, tokens: tokenise(reading, sentences) };
}
