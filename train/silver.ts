import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { boundedName } from '../src/briefing/mentions/name-bounds.ts';
import { labelOf, namesOf, type TaggedName } from '../src/briefing/mentions/name-labels.ts';
import { tagNames } from '../src/briefing/mentions/name-tagger.ts';
import { tokenFacts } from '../src/briefing/mentions/token-facts.ts';
import type { Tokens } from '../src/briefing/mentions/tokens.ts';
import { CAP, GIVEN, ORG, PERSON, TITLE } from '../src/briefing/mentions/word-flags.ts';
import type { Model } from '../src/briefing/models/model.ts';
import { readDocument } from './corpus.ts';

/** One article in this many is enough to learn American names. */
const STEP = 3;

/**
 * Articles of `polnear-train`, which has no name labels, labelled by a model trained on other data: the most frequent
 * type of a name across articles is used for all, and titles and parties are removed from names.
 */
export async function silverTokens(corpora: string, model: Model): Promise<Tokens[]> {
  const folder = join(corpora, 'polnear-train');
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .toSorted();
  const documents: { tokens: Tokens; names: TaggedName[] }[] = [];
  for (const file of files.filter((_, index) => index % STEP === 0)) {
    const { tokens } = await readDocument(file, readFileSync(join(folder, file), 'utf8'));
    tokens.names.set(tagNames(tokens, tokenFacts(tokens), model));
    documents.push({ tokens, names: namesOf(tokens).flatMap((name) => mended(tokens, name) ?? []) });
  }
  vote(documents);
  for (const { tokens, names } of documents) {
    tokens.names.fill(0);
    for (const { type, from, to } of names) {
      for (let at = from; at < to; at += 1) tokens.names[at] = labelOf(type, at - from, to - from);
    }
  }
  return documents.map(({ tokens }) => tokens);
}

/** “Tulsa police Chief | Chuck Jordan”, “Senator | Cruz” */
function mended(tokens: Tokens, found: TaggedName): TaggedName | undefined {
  const name = boundedName(tokens, found);
  if (!name) return undefined;
  const { flags } = tokens;
  let { from, type } = name;
  const { to } = name;
  for (let at = to - 1; at >= from; at -= 1) {
    const flag = flags[at] ?? 0;
    if (!(flag & (TITLE | PERSON)) || flag & (GIVEN | ORG)) continue;
    const behind = Array.from({ length: to - at - 1 }, (_, index) => flags[at + 1 + index] ?? 0);
    if (
      type === 'person' ||
      (behind.length > 0 && behind.length < 4 && behind.every((wordFlags) => wordFlags & CAP && !(wordFlags & ORG)))
    ) {
      from = at + 1;
      type = 'person';
    } else if (behind.length === 0) return undefined;
    break;
  }
  return from < to ? { type, from, to } : undefined;
}

/** Sets the most frequent type of each name; for a surname, the type of the person in its article. */
function vote(documents: readonly { tokens: Tokens; names: TaggedName[] }[]): void {
  const wordsOf = (tokens: Tokens, { from, to }: TaggedName): string => tokens.words.slice(from, to).join(' ');
  const votes = new Map<string, Map<string, number>>();
  for (const { tokens, names } of documents) {
    for (const name of names) {
      const words = wordsOf(tokens, name);
      const counts = votes.get(words) ?? new Map<string, number>();
      votes.set(words, counts.set(name.type, (counts.get(name.type) ?? 0) + 1));
    }
  }
  for (const { tokens, names } of documents) {
    const surnames = new Set(
      names.filter(({ type, from, to }) => type === 'person' && to - from > 1).map(({ to }) => tokens.words[to - 1]),
    );
    names.forEach((name, index) => {
      const [most] = [...(votes.get(wordsOf(tokens, name)) ?? [])].toSorted((a, b) => b[1] - a[1]);
      const isSurname = name.to - name.from === 1 && surnames.has(tokens.words[name.from]);
      names[index] = { ...name, type: isSurname ? 'person' : ((most?.[0] ?? name.type) as TaggedName['type']) };
    });
  }
}
