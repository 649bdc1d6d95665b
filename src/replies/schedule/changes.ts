import type { Sentence } from '#core/briefing';
import type { CatalogEntry } from '#core/catalog';
import { spanText } from '../span-text.ts';

/** Between one version of an article and the next. */
export interface Changes {
  /** What stands there now and did not before. */
  readonly added: readonly Sentence[];
  /** What stood there before, as it was shown. */
  readonly withdrawn: readonly string[];
}

/** An article's sentences as they are shown: what is kept of a version. */
export const sentencesOf = ({ article, briefing }: CatalogEntry): readonly string[] =>
  briefing.sentences.map(({ span }) => spanText(article, span));

/** What has been added and withdrawn since an article read as `before`; a sentence that only moved is neither. */
export function changesOf(entry: CatalogEntry, before: readonly string[]): Changes {
  const remaining = new Map<string, number>();
  for (const sentence of before) remaining.set(sentence, (remaining.get(sentence) ?? 0) + 1);
  const added = entry.briefing.sentences.filter(({ span }) => !takeOne(remaining, spanText(entry.article, span)));
  const withdrawn = [...remaining].flatMap(([sentence, count]) => Array<string>(count).fill(sentence));
  return { added, withdrawn };
}

/** Whether one of these was still there; then it is one fewer. */
function takeOne(remaining: Map<string, number>, sentence: string): boolean {
  const count = remaining.get(sentence) ?? 0;
  if (count === 0) return false;
  if (count === 1) remaining.delete(sentence);
  else remaining.set(sentence, count - 1);
  return true;
}
