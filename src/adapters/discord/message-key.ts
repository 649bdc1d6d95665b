/** The key of a message is stored at the end of its buttons' tokens: `1g1;brief;ar=river-dam;~s7k22025031000`. */
const MESSAGE_KEY = /;~([a-z0-9]{1,25})$/;

/** The most characters that a key adds to a token. */
export const MESSAGE_KEY_LENGTH = 2 + 25;

/** Adds the message key to a token. No token ends like this without one: no option is called `~…`. */
export const withMessageKey = (token: string, mark: string): string => `${token};~${mark}`;

/** Removes the message key from a token. */
export const withoutMessageKey = (customId: string): string => customId.replace(MESSAGE_KEY, '');

/**
 * Returns the key of a message received from Discord; undefined if it has none.
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
