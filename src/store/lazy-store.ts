import type { Store } from '#core/store';
import { openStore } from './index.ts';
import { once } from './once.ts';

/** A store that is opened when somebody first needs it: whoever only asks about articles finds no file made. */
export interface LazyStore {
  /** The store, the same each time. What failed is tried again when somebody asks again. */
  open(): Promise<Store>;
  /** Once nobody uses it any more. */
  close(): Promise<void>;
}

/** What is kept in one file, opened as late as can be. */
export function lazyStore(file: string): LazyStore {
  const opening = once(() => openStore(file));
  return {
    open: () => opening.get(),
    close: async () => {
      const store = await opening.peek()?.catch(() => undefined);
      await store?.close();
    },
  };
}
