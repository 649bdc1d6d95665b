import { CompiledQuery, type Dialect } from 'kysely';
import { sqliteDialect } from '#store/sqlite';

/** The dialect for a file, with a pragma that limits its size or its use: a full disk, a read-only file. */
export function limited(file: string, pragma: string): Dialect {
  const dialect = sqliteDialect(file);
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (database) => dialect.createIntrospector(database),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => {
      const driver = dialect.createDriver();
      return Object.assign(Object.create(driver), {
        init: async () => {
          await driver.init();
          await (await driver.acquireConnection()).executeQuery(CompiledQuery.raw(`PRAGMA ${pragma}`));
        },
        acquireConnection: () => driver.acquireConnection(),
        releaseConnection: (...given: Parameters<typeof driver.releaseConnection>) =>
          driver.releaseConnection(...given),
        beginTransaction: (...given: Parameters<typeof driver.beginTransaction>) => driver.beginTransaction(...given),
        commitTransaction: (...given: Parameters<typeof driver.commitTransaction>) =>
          driver.commitTransaction(...given),
        rollbackTransaction: (...given: Parameters<typeof driver.rollbackTransaction>) =>
          driver.rollbackTransaction(...given),
        destroy: () => driver.destroy(),
      });
    },
  };
}
