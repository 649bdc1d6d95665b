/** Keeps a value under its key, as the newest of `most`: the oldest are forgotten. */
export function remember<T>(known: Map<string, T>, key: string, value: T, most: number): void {
  known.delete(key);
  known.set(key, value);
  if (known.size > most) for (const oldest of known.keys().take(1)) known.delete(oldest);
}
