/** What marks a message of ours stands at the end of its buttons' tokens: `1g1;brief;ar=river-dam;~s7k22025031000`. */
const MESSAGE_KEY = /;~([a-z0-9]{1,25})$/;

/** The most characters that a mark adds to a token. */
export const MESSAGE_KEY_LENGTH = 2 + 25;

/** A token that tells which message it stands in. No token ends like this by itself: none has an option called `~…`. */
export const withMessageKey = (token: string, mark: string): string => `${token};~${mark}`;

/** What a button leads to, whichever message it stands in. */
export const withoutMessageKey = (customId: string): string => customId.replace(MESSAGE_KEY, '');

/**
 * The mark of a message as Discord gives it back; undefined where it has none.
 *
 * @param components the components of the message, nested to any depth.
 */
export function messageKeyIn(components: unknown): string | undefined {
  if (typeof components !== 'object' || components === null) return undefined;
  const { custom_id: id } = components as { custom_id?: unknown };
  const own = typeof id === 'string' ? MESSAGE_KEY.exec(id)?.[1] : undefined;
  if (own !== undefined) return own;
  for (const nested of Object.values(components)) {
    const found = messageKeyIn(nested);
    if (found !== undefined) return found;
  }
  return undefined;
}
