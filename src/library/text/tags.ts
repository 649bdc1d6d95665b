import type { Edit } from '#core/article';

// <tweet author="@jane">We won.</tweet>
// ^^^^^^^^^^^^^^^^^^^^^^       ^^^^^^^^ read as nothing
const TAG = /<\/?[a-z][a-z0-9-]{0,20}(?:\s[^<>]{0,400})?\/?>/g;

/** Tags that were left standing in a plain text, each read as nothing; e-mail and web addresses are no tags. */
export function tagsIn(text: string): Edit[] {
  return Array.from(text.matchAll(TAG), ({ index, 0: tag }) => ({
    start: index,
    end: index + tag.length,
    replacement: '',
  }));
}
