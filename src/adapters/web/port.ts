import type { RequestScope } from '#core/access/requester';
import type { CatalogEntry, LoadError } from '#core/catalog';
import type { Invocation } from '#core/commands/invocation';
import type { Logger } from '#core/ports';
import type { Reply } from '#core/reply';
import type { Schedule, Slot } from '#core/schedule';
import type { Previews } from './preview.ts';

/** The syntax of typed commands. */
export interface Grammar {
  readonly formatLine: (invocation: Invocation) => string;
  readonly lastWord: (line: string) => string;
}

/** The next post of a schedule, as it would be sent now. */
export interface NextPost {
  readonly schedule: Schedule;
  readonly next?: Slot;
  /** The post with its thread, or a sentence that explains why there is none. */
  readonly messages: readonly Reply[] | string;
}

/** A logged error: its ID is part of the answer that the user saw. */
export interface LoggedError {
  readonly at: number;
  readonly message: string;
  readonly id?: string;
}

/** A feed, and its state in words: its newest item, or its error and since when. */
export interface FeedState {
  readonly title: string;
  readonly state: string;
}

export interface Status {
  readonly articles: readonly CatalogEntry[];
  readonly loadErrors: readonly LoadError[];
  /** By platform: `connected`, `waiting`, `lost`. */
  readonly platforms: Readonly<Record<string, string>>;
  readonly errors: readonly LoggedError[];
  readonly schedules: number;
  /** The feeds of all channels, those with an error first. */
  readonly feeds: readonly FeedState[];
}

/** What is known of a picture before it is drawn. */
export interface PictureDescription {
  readonly alt: string;
  /** Its width and its approximate height, for the space that it will take. */
  readonly width: number;
  readonly height: number;
}

/** Pictures of articles, by name: `map`, `voices`, or the card of one quotation, `card-a3`. */
export interface Pictures {
  /** Describes a picture without drawing it; undefined if there is no such picture. */
  describe(entry: CatalogEntry, name: string): PictureDescription | undefined;
  /** Draws a picture as a file; undefined if there is no such picture, or no font for one of its characters. */
  draw(entry: CatalogEntry, name: string, format: 'svg' | 'png'): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/** A file or text as a user gave it. */
export interface UploadedFile {
  /** Absent if the text was pasted. */
  readonly name?: string;
  readonly content: Uint8Array;
}

/** Where a saved article is. */
export interface StoredArticle {
  readonly file: string;
  /** Its id from then on; absent if the file is not read as an article. */
  readonly id?: string;
  /** False if the same file was there before. */
  readonly isNew: boolean;
}

/** Saves uploaded articles in the operator's folder of articles. */
export interface ArticleFolder {
  /** Whether an article is only in memory. */
  canSave(entry: CatalogEntry): boolean;
  /**
   * Saves an article.
   *
   * @param file what was uploaded; absent if the article was fetched from a link.
   * @throws UserError if it cannot be written.
   */
  save(entry: CatalogEntry, file: UploadedFile | undefined): Promise<StoredArticle>;
}

/**
 * Who may see the pages: all users of this machine; all users who know the token in the path; or no user, so that only
 * signed URLs of single articles are served.
 */
export type Access =
  | { readonly kind: 'loopback' }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'articles' };

export interface WebOptions {
  readonly previews: Previews;
  readonly grammar: Grammar;
  readonly logger: Logger;
  readonly newId: () => string;
  /** The user of the page, if schedules can be created. */
  readonly scope?: RequestScope;
  readonly access: Access;
  readonly pictures: Pictures;
  /** Absent if nothing can be saved. */
  readonly folder?: ArticleFolder;
  /** The key with which URLs of single articles are signed. */
  readonly secret: string;
  readonly status: () => Promise<Status>;
  readonly nextPosts: () => Promise<readonly NextPost[]>;
}
