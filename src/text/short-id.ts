const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const MASK = 0xffffffffffffffffn;
const LETTERS = 7;

/**
 * A short stand-in for a value, where a button has no room for the value itself: `~` and seven letters or digits
 * (36 bits of FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/). Always the same for the same value.
 */
export function shortOf(value: string): string {
  let hash = OFFSET;
  for (let at = 0; at < value.length; at++) hash = ((hash ^ BigInt(value.charCodeAt(at))) * PRIME) & MASK;
  return `~${hash.toString(36).padStart(LETTERS, '0').slice(-LETTERS)}`;
}

/** Whether a value is such a stand-in. */
export const isShort = (value: string): boolean => /^~[0-9a-z]{7}$/.test(value);
