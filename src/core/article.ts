import type { Span } from './span.ts';

/** The role of a passage of the file. Captions, adverts, bylines and other boilerplate belong to no part. */
export type PartKind = 'headline' | 'subheadline' | 'heading' | 'paragraph';

/** One block of the story. Parts are in reading order and do not overlap. */
export interface ArticlePart {
  readonly kind: PartKind;
  readonly span: Span;
}

/**
 * A range of the file that is read as something else: markup as nothing, `&ldquo;` as “, a hard line
 * break as a space. Edits are sorted and never overlap.
 */
export interface Edit extends Span {
  readonly replacement: string;
}

/** When an article was published, as far as the file says. */
export interface Published {
  /** ISO 8601 local date or date and minute: `2024-10-22` or `2024-10-22T15:40`. */
  readonly at: string;
  /** Its UTC offset (`+09:00`, `Z`); absent if the file does not state it. */
  readonly zone?: string;
}

export type ArticleFormat = 'text' | 'markdown' | 'html';

/** An article with the text of its file, and its parts. */
export interface Article {
  /** Stable and unique in the catalog: the file name without its extension. */
  readonly id: string;
  /** The characters of the file, including byte-order mark and markup: all spans of a briefing refer to it. */
  readonly text: string;
  readonly format: ArticleFormat;
  readonly title: string;
  readonly subtitle?: string;
  readonly authors: readonly string[];
  readonly published?: Published;
  readonly publisher?: string;
  readonly url?: string;
  /** The address of the reader page that shows it, with an anchor for each paragraph: `#p7`. */
  readonly readerUrl?: string;
  /** BCP 47 primary tag: `en`. */
  readonly language: string;
  readonly parts: readonly ArticlePart[];
  readonly edits: readonly Edit[];
}
