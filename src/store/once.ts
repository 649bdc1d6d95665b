/** Work that is done at most once, unless it fails. */
export interface Once<T> {
  /** What came of it: done at the first call and, where it failed, again at the next. */
  get(): Promise<T>;
  /** The same where it has been begun; begins nothing. */
  peek(): Promise<T> | undefined;
}

export function once<T>(work: () => Promise<T>): Once<T> {
  let started: Promise<T> | undefined;
  return {
    get: () => {
      started ??= work().catch((error) => {
        started = undefined;
        throw error;
      });
      return started;
    },
    peek: () => started,
  };
}
