import type { Text } from '#core/messages/index';

const START = '{"key":';

/** A text as it is kept, to be said later in any language. */
export const serializeText = (text: Text): string => (typeof text === 'string' ? text : JSON.stringify(text));

/** What was kept; what earlier versions wrote is a sentence in English. */
export function parseText(kept: string): Text {
  if (!kept.startsWith(START)) return kept;
  try {
    return JSON.parse(kept) as Text;
  } catch {
    return kept;
  }
}
