import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstTerms } from '../src/lookup/story-terms.ts';
import { readLines } from './corpus.ts';

/** The rarest words are not listed: every unlisted word is taken to be rare. */
const RAREST = 256;

/** The words found in about one of 1, 2, 4, … 256 articles: `{"4": "police court …"}`. */
export function trainWordShares(corpora: string): Readonly<Record<string, string>> {
  const texts = textsOf(corpora);
  const articlesWith = new Map<string, number>();
  for (const text of texts) {
    for (const term of new Set(firstTerms(text))) articlesWith.set(term, (articlesWith.get(term) ?? 0) + 1);
  }
  const listed = [...articlesWith]
    .map(([term, count]) => ({ term, oneOf: 2 ** Math.round(Math.log2(texts.length / count)) }))
    .filter(({ oneOf }) => oneOf <= RAREST)
    .sort((a, b) => (a.term < b.term ? -1 : 1));
  const groups = Map.groupBy(listed, ({ oneOf }) => String(oneOf));
  return Object.fromEntries([...groups].map(([oneOf, words]) => [oneOf, words.map(({ term }) => term).join(' ')]));
}

interface Summarised {
  readonly title: string;
  readonly paragraphs: readonly (readonly string[])[];
}

function textsOf(corpora: string): readonly string[] {
  const polnear = join(corpora, 'polnear-train');
  return [
    ...readdirSync(polnear)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => readFileSync(join(polnear, name), 'utf8').replace(/<[^>]*>/g, ' ')),
    ...readLines<{ text: string }>(corpora, 'worldwide-ner', 'worldwide-ner-train.jsonl').map(({ text }) => text),
    ...readLines<Summarised>(corpora, 'summaries-dev.jsonl').map(
      ({ title, paragraphs }) => `${title}\n\n${paragraphs.flat().join(' ')}`,
    ),
  ];
}
