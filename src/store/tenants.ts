import { type ExpressionBuilder, type Kysely, sql, type Transaction } from 'kysely';
import { message } from '#core/messages/index';
import type { Tenant, TenantStore } from '#core/storage/store';
import { exportRows } from './export.ts';
import { deleteUnseenVersions } from './maintenance.ts';
import type { Schema } from './schema.ts';
import { serializeText } from './stored-text.ts';

/** The tables whose rows belong to a tenant. */
const TABLES = ['schedule', 'slot', 'sighting', 'subscription', 'welcome'] as const;

/** The pause reason of schedules of a tenant that removed Onrecord; they are found by it when the tenant returns. */
const REMOVED = serializeText(message('notice.uninstalled'));
/** The pause reason stored by earlier versions. */
const REMOVED_BEFORE = 'Onrecord was removed here.';

/** The tenants with data, and the retention of those that removed Onrecord. */
export const makeTenantStore = (database: Kysely<Schema>): TenantStore => ({
  list: async (platform) => {
    const rows = await Promise.all(
      TABLES.map((table) =>
        database.selectFrom(table).select('workspace').distinct().where('platform', '=', platform).execute(),
      ),
    );
    const workspaces = new Set(rows.flat().map(({ workspace }) => workspace));
    return [...workspaces].sort().map((workspace) => ({ platform, workspace }));
  },

  suspend: (tenant, since) =>
    database.transaction().execute(async (all) => {
      await all
        .insertInto('removal')
        .values({ ...only(tenant), since })
        .onConflict((conflict) => conflict.columns(['platform', 'workspace']).doNothing())
        .execute();
      await all
        .updateTable('schedule')
        .set({ paused: since, reason: REMOVED })
        .where('platform', '=', tenant.platform)
        .where((eb) => isWithin(eb, tenant.workspace))
        .where('paused', 'is', null)
        .execute();
    }),

  revive: (tenant, now) =>
    database.transaction().execute(async (all) => {
      const { platform, workspace } = tenant;
      const { numDeletedRows } = await all
        .deleteFrom('removal')
        .where('platform', '=', platform)
        // A conversation of the tenant, the tenant itself, or its organisation.
        .where((eb) => eb.or([isWithin(eb, workspace), eb('workspace', 'in', organisationsOf(workspace))]))
        .executeTakeFirst();
      if (numDeletedRows === 0n) return false;
      await all
        .updateTable('schedule')
        .set({ paused: null, reason: null, created: now })
        .where('platform', '=', platform)
        .where((eb) => isWithin(eb, workspace))
        .where('reason', 'in', [REMOVED, REMOVED_BEFORE])
        .execute();
      return true;
    }),

  purge: (before) =>
    database.transaction().execute(async (all) => {
      const rows = await all.selectFrom('removal').selectAll().where('since', '<=', before).execute();
      const tenants = rows.map(only);
      for (const tenant of tenants) await deleteRows(all, tenant);
      if (tenants.length > 0) await deleteUnseenVersions(all);
      return tenants;
    }),

  claimWelcome: (tenant, joined) =>
    database.transaction().execute(async (all) => {
      await all
        .deleteFrom('welcome')
        .where('platform', '=', tenant.platform)
        .where('workspace', '=', tenant.workspace)
        .where('joined', '<', joined)
        .execute();
      const { numInsertedOrUpdatedRows } = await all
        .insertInto('welcome')
        .values({ ...only(tenant), joined })
        .onConflict((conflict) => conflict.columns(['platform', 'workspace']).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    }),

  export: (tenant) => exportRows(database, tenant),

  forget: (tenant) =>
    database.transaction().execute(async (all) => {
      await deleteRows(all, tenant);
      await deleteUnseenVersions(all);
    }),
});

const only = ({ platform, workspace }: Tenant): Tenant => ({ platform, workspace });

async function deleteRows(all: Transaction<Schema>, { platform, workspace }: Tenant): Promise<void> {
  for (const table of [...TABLES, 'removal'] as const) {
    await all
      .deleteFrom(table)
      .where('platform', '=', platform)
      .where((eb) => isWithin(eb, workspace))
      .execute();
  }
}

/** Matches `T1` and the conversations within it: `T1/D1`. */
function isWithin(eb: ExpressionBuilder<Schema, 'schedule' | 'slot' | 'sighting' | 'removal'>, workspace: string) {
  const within = `${workspace}/`;
  return eb.or([eb('workspace', '=', workspace), eb(sql`substr(workspace, 1, ${within.length})`, '=', within)]);
}

/** The organisations of a workspace: `E1/T1` belongs to `E1`. */
function organisationsOf(workspace: string): readonly string[] {
  const parts = workspace.split('/');
  return parts.map((_, index) => parts.slice(0, index).join('/'));
}
