/** Resolves when `done` does, or after the given milliseconds. @throws what `done` throws. */
export async function withTimeout(done: Promise<unknown>, milliseconds: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  await Promise.race([done, promise]).finally(() => clearTimeout(timer));
}
