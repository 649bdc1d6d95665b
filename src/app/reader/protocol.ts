import type { Text } from '#core/messages/index';
import type { PackedEntry } from './packed-entry.ts';

/** A text to read in another thread; the extension of its name determines the format. */
export type ReadTask =
  | { readonly kind: 'file'; readonly name: string; readonly content: Uint8Array }
  /** Subject to the limits of user uploads. */
  | { readonly kind: 'upload'; readonly name: string; readonly content: string | Uint8Array }
  /** A web page, of which only the story is kept. */
  | { readonly kind: 'page'; readonly name: string; readonly content: string };

/** The result; `error` is a sentence for the user who submitted the text. */
export type ReadResult = { readonly entry: PackedEntry } | { readonly error: Text };
