import type { Vault } from '#core/ports';
import type { Store } from '#core/store';
import { flawOf, type SealKey, seal, unseal } from './encryption.ts';
import { flawed } from './errors.ts';
import { vaultKeyOf } from './keys.ts';
import { once } from './once.ts';

interface Needs {
  /** Opens what is kept; asked once, and only where there is a key. */
  readonly open: () => Promise<Pick<Store, 'secrets'>>;
  /** What the data is called in errors: a file's path. */
  readonly place: string;
  /** The setting ONRECORD_KEY. */
  readonly key: string | undefined;
}

/** The secrets, and the key that is known to fit them. */
interface Unlocked {
  readonly secrets: Store['secrets'];
  readonly sealKey: SealKey;
}

/**
 * Small secrets in the store, each encrypted with a key made from ONRECORD_KEY. Their names are not encrypted.
 *
 * Every call rejects with a UserError where the key is missing or is not the one that the others were written with;
 * nothing has been written then.
 */
export function makeVault({ open, place, key }: Needs): Vault {
  const unlocking = once(async (): Promise<Unlocked> => {
    const sealKey = vaultKeyOf(key);
    const { secrets } = await open();
    const some = await secrets.any();
    const flaw = some === undefined ? undefined : flawOf(sealKey, some);
    if (flaw) throw flawed(flaw, place);
    return { secrets, sealKey };
  });

  return {
    async get(name) {
      const { secrets, sealKey } = await unlocking.done();
      const sealed = await secrets.get(name);
      if (sealed === undefined) return undefined;
      const read = unseal(sealKey, name, sealed);
      if ('flaw' in read) throw flawed(read.flaw, place);
      return read.value;
    },
    async set(name, value) {
      const { secrets, sealKey } = await unlocking.done();
      await secrets.set(name, seal(sealKey, name, value));
    },
    async delete(name) {
      const { secrets } = await unlocking.done();
      await secrets.delete(name);
    },
  };
}
