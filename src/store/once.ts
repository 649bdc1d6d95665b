/** Work that is done at most once, unless it fails. */
export interface Once<T> {
  /** What came of it: done at the first call and, where it failed, again at the next. */
  done(): Promise<T>;
  /** The same where it has been begun; begins nothing. */
  begun(): Promise<T> | undefined;
}

export function once<T>(work: () => Promise<T>): Once<T> {
  let begun: Promise<T> | undefined;
  return {
    done: () => {
      begun ??= work().catch((error) => {
        begun = undefined;
        throw error;
      });
      return begun;
    },
    begun: () => begun,
  };
}
