/** What comes in, each taken once, the earliest that fits first, and waited for where it has not come yet. */
export interface Inbox<T> {
  /** Everything that ever came, taken or not. */
  readonly all: readonly T[];
  add(one: T): void;
  next(fits?: (one: T) => boolean): Promise<T>;
}

interface Waiting<T> {
  readonly fits: (one: T) => boolean;
  readonly take: (one: T) => void;
}

export function makeInbox<T>(): Inbox<T> {
  const all: T[] = [];
  const here: T[] = [];
  const waiting: Waiting<T>[] = [];
  return {
    all,
    add(one) {
      all.push(one);
      const at = waiting.findIndex(({ fits }) => fits(one));
      if (at < 0) here.push(one);
      else waiting.splice(at, 1)[0]?.take(one);
    },
    next(fits = () => true) {
      const at = here.findIndex(fits);
      if (at >= 0) return Promise.resolve(here.splice(at, 1)[0] as T);
      const { promise, resolve } = Promise.withResolvers<T>();
      waiting.push({ fits, take: resolve });
      return promise;
    },
  };
}
