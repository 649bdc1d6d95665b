import type { Text } from '#core/messages/index';

const START = '{"key":';

/** Serializes a text for storage, so that it can be shown later in any language. */
export const serializeText = (text: Text): string => (typeof text === 'string' ? text : JSON.stringify(text));

/** Parses a stored text; earlier versions stored a sentence in English. */
export function parseText(kept: string): Text {
  if (!kept.startsWith(START)) return kept;
  try {
    return JSON.parse(kept) as Text;
  } catch {
    return kept;
  }
}
