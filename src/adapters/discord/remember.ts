/** More than are made use of at once. */
const REMEMBERED = 2_000;

/** Keeps a value under its key, as the newest of so many that the oldest are forgotten. */
export function remember<T>(known: Map<string, T>, key: string, value: T): void {
  known.delete(key);
  known.set(key, value);
  if (known.size > REMEMBERED) for (const oldest of known.keys().take(1)) known.delete(oldest);
}
