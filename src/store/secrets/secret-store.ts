import type { SecretStore } from '#core/ports';
import type { Store } from '#core/storage/store';
import { dataError } from '../errors.ts';
import { secretKeyOf } from '../keys.ts';
import { once } from '../once.ts';
import { decrypt, decryptErrorOf, type EncryptionKey, encrypt } from './encryption.ts';

interface SecretStoreDeps {
  /** Opens the store; called once, and only if there is a key. */
  readonly open: () => Promise<Pick<Store, 'secrets'>>;
  /** The name of the data in errors: a file's path. */
  readonly location: string;
  /** The setting ONRECORD_KEY. */
  readonly key: string | undefined;
}

/** The secrets, and their verified key. */
interface Unlocked {
  readonly secrets: Store['secrets'];
  readonly encryptionKey: EncryptionKey;
}

/**
 * Small secrets in the store, each encrypted with a key derived from ONRECORD_KEY. Their names are not encrypted.
 *
 * Every call rejects with a UserError, without writing, if the key is missing or differs from that of existing secrets.
 */
export function makeSecretStore({ open, location, key }: SecretStoreDeps): SecretStore {
  const unlocking = once(async (): Promise<Unlocked> => {
    const encryptionKey = secretKeyOf(key);
    const { secrets } = await open();
    const sample = await secrets.any();
    const error = sample === undefined ? undefined : decryptErrorOf(encryptionKey, sample);
    if (error) throw dataError(error, location);
    return { secrets, encryptionKey };
  });

  return {
    async get(name) {
      const { secrets, encryptionKey } = await unlocking.get();
      const sealed = await secrets.get(name);
      if (sealed === undefined) return undefined;
      const read = decrypt(encryptionKey, name, sealed);
      if ('flaw' in read) throw dataError(read.flaw, location);
      return read.value;
    },
    async set(name, value) {
      const { secrets, encryptionKey } = await unlocking.get();
      await secrets.set(name, encrypt(encryptionKey, name, value));
    },
    async delete(name) {
      const { secrets } = await unlocking.get();
      await secrets.delete(name);
    },
  };
}
