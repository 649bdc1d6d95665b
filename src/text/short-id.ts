const FNV_OFFSET_BASIS = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;
const UINT64_MASK = 0xffffffffffffffffn;
const ID_LENGTH = 7;

/**
 * A short stand-in for a value, where a button has no room for the value itself: `~` and seven letters or digits
 * (36 bits of FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/). Always the same for the same value.
 */
export function shortId(value: string): string {
  let hash = FNV_OFFSET_BASIS;
  for (let at = 0; at < value.length; at++) hash = ((hash ^ BigInt(value.charCodeAt(at))) * FNV_PRIME) & UINT64_MASK;
  return `~${hash.toString(36).padStart(ID_LENGTH, '0').slice(-ID_LENGTH)}`;
}

/** Whether a value is such a stand-in. */
export const isShortId = (value: string): boolean => /^~[0-9a-z]{7}$/.test(value);
