import type { Vault } from '#core/ports';
import type { Store } from '#core/store';
import { flawed } from './complaints.ts';
import { vaultKeyOf } from './keys.ts';
import { type Flaw, flawOf, type SealKey, seal, unseal } from './seal.ts';

interface Needs {
  /** Opens what is kept; asked only where there is a key. */
  readonly open: () => Promise<Pick<Store, 'secrets'>>;
  /** What the data is called in errors: a file's path. */
  readonly place: string;
  /** The setting ONRECORD_KEY. */
  readonly key: string | undefined;
}

/**
 * Small secrets in the store, each encrypted with a key made from ONRECORD_KEY. Their names are not encrypted.
 *
 * Every call rejects with a UserError where the key is missing or is not the one that the others were written with;
 * nothing has been written then.
 */
export function makeVault({ open, place, key }: Needs): Vault {
  const flawless = (flaw: Flaw | undefined): void => {
    if (flaw) throw flawed(flaw, place);
  };
  const secretsFor = async (sealKey: SealKey): Promise<Store['secrets']> => {
    const { secrets } = await open();
    const some = await secrets.any();
    flawless(some === undefined ? undefined : flawOf(sealKey, some));
    return secrets;
  };

  return {
    async get(name) {
      const sealKey = vaultKeyOf(key);
      const sealed = await (await secretsFor(sealKey)).get(name);
      if (sealed === undefined) return undefined;
      const read = unseal(sealKey, name, sealed);
      if ('flaw' in read) throw flawed(read.flaw, place);
      return read.value;
    },
    async set(name, value) {
      const sealKey = vaultKeyOf(key);
      await (await secretsFor(sealKey)).set(name, seal(sealKey, name, value));
    },
    async delete(name) {
      await (await secretsFor(vaultKeyOf(key))).delete(name);
    },
  };
}
