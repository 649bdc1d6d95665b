/** Work that is done at most once, unless it fails. */
export interface Once<T> {
  /** The result: computed at the first call, and again after a failure. */
  get(): Promise<T>;
  /** The result if it was started; does not start it. */
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
