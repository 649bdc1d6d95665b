import type { Store } from '#core/storage/store';
import { type OpenOptions, openStore } from './index.ts';
import { once } from './once.ts';

/** A store that is opened on first use: requests about articles alone create no file. */
export interface LazyStore {
  /** Returns the store, the same each time. If opening it failed, the next call tries again. */
  open(): Promise<Store>;
  /** Closes the store when it is no longer in use. */
  close(): Promise<void>;
}

/** Creates a store in a file that is opened on first use. */
export function lazyStore(file: string, options?: OpenOptions): LazyStore {
  const opening = once(() => openStore(file, options));
  return {
    open: () => opening.get(),
    close: async () => {
      const store = await opening.peek()?.catch(() => undefined);
      await store?.close();
    },
  };
}
