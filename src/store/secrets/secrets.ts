import type { Kysely } from 'kysely';
import type { EncryptedSecretStore } from '#core/storage/store';
import type { Schema } from '../schema.ts';

/** Encrypted values. */
export const makeSecretTable = (database: Kysely<Schema>): EncryptedSecretStore => ({
  get: async (key) =>
    (await database.selectFrom('secret').select('value').where('key', '=', key).executeTakeFirst())?.value,

  any: async () => (await database.selectFrom('secret').select('value').limit(1).executeTakeFirst())?.value,

  set: async (key, value) => {
    await database
      .insertInto('secret')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute();
  },

  delete: async (key) => {
    await database.deleteFrom('secret').where('key', '=', key).execute();
  },
});
