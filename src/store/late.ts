import type { Store } from '#core/store';
import { openStore } from './index.ts';

/** A store that is opened when somebody first needs it: whoever only asks about articles finds no file made. */
export interface LateStore {
  /** The store, the same each time. What failed is tried again when somebody asks again. */
  open(): Promise<Store>;
  /** Once nobody uses it any more. */
  close(): Promise<void>;
}

/** What is kept in one file, opened as late as can be. */
export function lateStore(file: string): LateStore {
  let opening: Promise<Store> | undefined;
  return {
    open: () => {
      opening ??= openStore(file).catch((error) => {
        opening = undefined;
        throw error;
      });
      return opening;
    },
    close: async () => {
      const store = await opening?.catch(() => undefined);
      opening = undefined;
      await store?.close();
    },
  };
}
