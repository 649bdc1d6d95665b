import type { Store } from '#core/store';
import { openStore } from './index.ts';
import { once } from './once.ts';

/** A store that is opened when somebody first needs it: whoever only asks about articles finds no file made. */
export interface LateStore {
  /** The store, the same each time. What failed is tried again when somebody asks again. */
  open(): Promise<Store>;
  /** Once nobody uses it any more. */
  close(): Promise<void>;
}

/** What is kept in one file, opened as late as can be. */
export function lateStore(file: string): LateStore {
  const opening = once(() => openStore(file));
  return {
    open: () => opening.done(),
    close: async () => {
      const store = await opening.begun()?.catch(() => undefined);
      await store?.close();
    },
  };
}
