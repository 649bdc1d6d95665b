/** A queue of received items: each is returned once, the earliest match first, and awaited if it is not there yet. */
export interface Inbox<T> {
  /** All items, returned or not. */
  readonly all: readonly T[];
  add(item: T): void;
  next(matches?: (item: T) => boolean): Promise<T>;
}

interface Waiter<T> {
  readonly matches: (one: T) => boolean;
  readonly resolve: (one: T) => void;
}

export function makeInbox<T>(): Inbox<T> {
  const all: T[] = [];
  const unclaimed: T[] = [];
  const waiters: Waiter<T>[] = [];
  return {
    all,
    add(item) {
      all.push(item);
      const at = waiters.findIndex(({ matches }) => matches(item));
      if (at < 0) unclaimed.push(item);
      else waiters.splice(at, 1)[0]?.resolve(item);
    },
    next(matches = () => true) {
      const at = unclaimed.findIndex(matches);
      if (at >= 0) return Promise.resolve(unclaimed.splice(at, 1)[0] as T);
      const { promise, resolve } = Promise.withResolvers<T>();
      waiters.push({ matches, resolve });
      return promise;
    },
  };
}
