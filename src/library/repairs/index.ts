import type { Article, Edit } from '#core/article';
import { dropCapsIn } from './drop-caps.ts';
import { turnLabelsIn } from './turn-labels.ts';

type Readable = Pick<Article, 'text' | 'parts' | 'edits'>;

/** Adds repairs for articles of any format: each is an edit, so that spans still refer to the file’s own characters. */
export function withRepairs<T extends Readable>(article: T): T {
  const found = [...dropCapsIn(article), ...turnLabelsIn(article)];
  return found.length === 0 ? article : { ...article, edits: mergeEdits(article.edits, found) };
}

/** Merges edits in order; those inside an existing edit are dropped. */
export function mergeEdits(edits: readonly Edit[], found: readonly Edit[]): Edit[] {
  const merged = [...edits, ...found].sort((a, b) => a.start - b.start || a.end - b.end);
  let end = 0;
  return merged.filter((edit) => {
    const isFree = edit.start >= end;
    if (isFree) end = edit.end;
    return isFree;
  });
}
