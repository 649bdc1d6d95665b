import type { Text } from '#core/messages/index';
import type { PackedEntry } from './packed-entry.ts';

/** A text to read on another thread; the ending of its name tells how it is read. */
export type ReadTask =
  | { readonly kind: 'file'; readonly name: string; readonly content: Uint8Array }
  /** Held to the limits of what users hand in. */
  | { readonly kind: 'upload'; readonly name: string; readonly content: string | Uint8Array }
  /** A page from the web, of which only the story is kept. */
  | { readonly kind: 'page'; readonly name: string; readonly content: string };

/** The result; `error` is a sentence for the author of the text. */
export type ReadResult = { readonly entry: PackedEntry } | { readonly error: Text };
