import type { Sentence } from '#core/briefing';
import type { CatalogEntry } from '#core/catalog';
import { spanText } from '#core/text/span-text';

/** The differences between two versions of an article. */
export interface Changes {
  /** Added sentences. */
  readonly added: readonly Sentence[];
  /** Removed sentences, as they were shown. */
  readonly withdrawn: readonly string[];
}

/** An article's sentences as shown: the part of a version that is stored. */
export const sentencesOf = ({ article, briefing }: CatalogEntry): readonly string[] =>
  briefing.sentences.map(({ span }) => spanText(article, span));

/** The sentences added and removed since the version `before`; a sentence that only moved is neither. */
export function changesOf(entry: CatalogEntry, before: readonly string[]): Changes {
  const remaining = new Map<string, number>();
  for (const sentence of before) remaining.set(sentence, (remaining.get(sentence) ?? 0) + 1);
  const added = entry.briefing.sentences.filter(({ span }) => !takeOne(remaining, spanText(entry.article, span)));
  const withdrawn = [...remaining].flatMap(([sentence, count]) => Array<string>(count).fill(sentence));
  return { added, withdrawn };
}

/** Returns whether a sentence is still in the list, and removes one occurrence of it. */
function takeOne(remaining: Map<string, number>, sentence: string): boolean {
  const count = remaining.get(sentence) ?? 0;
  if (count === 0) return false;
  if (count === 1) remaining.delete(sentence);
  else remaining.set(sentence, count - 1);
  return true;
}
