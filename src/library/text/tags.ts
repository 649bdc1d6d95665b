import type { Edit } from '#core/article';

// <tweet author="@jane">We won.</tweet>
// ^^^^^^^^^^^^^^^^^^^^^^       ^^^^^^^^ read as nothing
const TAG = /<\/?[a-z][a-z0-9-]{0,20}(?:\s[^<>]{0,400})?\/?>/g;

/** Returns edits that remove tags left in plain text; e-mail and web addresses in angle brackets are not tags. */
export function tagsIn(text: string): Edit[] {
  return Array.from(text.matchAll(TAG), ({ index, 0: tag }) => ({
    start: index,
    end: index + tag.length,
    replacement: '',
  }));
}
