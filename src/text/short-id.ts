const FNV_OFFSET_BASIS = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;
const UINT64_MASK = 0xffffffffffffffffn;
const ID_LENGTH = 7;

/**
 * A short id for a value that does not fit into a button: `~` and seven letters or digits
 * (36 bits of FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/). Deterministic.
 */
export function shortId(value: string): string {
  let hash = FNV_OFFSET_BASIS;
  for (let at = 0; at < value.length; at++) hash = ((hash ^ BigInt(value.charCodeAt(at))) * FNV_PRIME) & UINT64_MASK;
  return `~${hash.toString(36).padStart(ID_LENGTH, '0').slice(-ID_LENGTH)}`;
}

/** Returns whether a value is a short id. */
export const isShortId = (value: string): boolean => /^~[0-9a-z]{7}$/.test(value);
